import { strToU8, zipSync } from 'fflate';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const O = ['office', 'text', 'style', 'table']
  .map((n) => `xmlns:${n}="${ODF}:${n}:1.0"`)
  .concat(
    `xmlns:draw="${ODF}:drawing:1.0"`,
    `xmlns:fo="${ODF}:xsl-fo-compatible:1.0"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

/** A ZIP file of these parts. */
export function zip(parties: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parties).map(([nom, p]) => [
        nom,
        // OpenDocument stores its type, for readers that look at the first bytes only
        [typeof p === 'string' ? strToU8(p) : p, { level: nom === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  );
}

/** A Word file: what stands in the body, and in its other parts by name (« styles », « numbering »…). */
export function petitDocx(
  corps: string,
  parties: Readonly<Record<string, string>> = {},
): Uint8Array {
  const racines: Readonly<Record<string, string>> = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    header: 'hdr',
    footer: 'ftr',
  };
  const liens = Object.keys(parties).map(
    (nom) => `<Relationship Id="${nom}" Type="${RELATIONS}/${nom}" Target="${nom}.xml"/>`,
  );
  const rel = (dedans: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${dedans}</Relationships>`;
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rel(
      `<Relationship Id="d" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `<w:document ${W}><w:body>${corps}</w:body></w:document>`,
    'word/_rels/document.xml.rels': rel(liens.join('')),
    ...Object.fromEntries(
      Object.entries(parties).map(([nom, xml]) => [
        `word/${nom}.xml`,
        `<w:${racines[nom] ?? nom} ${W}>${xml}</w:${racines[nom] ?? nom}>`,
      ]),
    ),
  });
}

/** An OpenDocument text: its body, its automatic styles, its styles.xml, its other parts. */
export function petitOdt(
  corps: string,
  automatiques = '',
  styles = '',
  autres: Readonly<Record<string, string>> = {},
): Uint8Array {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${O}><office:automatic-styles>${automatiques}</office:automatic-styles><office:body><office:text>${corps}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${O}>${styles}</office:document-styles>`,
    ...autres,
  });
}

/** A paragraph of Word with one run. */
export function p(texte: string, pPr = '', rPr = ''): string {
  return `<w:p><w:pPr>${pPr}</w:pPr><w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${texte}</w:t></w:r></w:p>`;
}
