/** A run of text set at a place of a page: points from its bottom left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly texte: string;
  readonly taille?: number;
  readonly gras?: boolean;
  /** Degrees, anticlockwise. */
  readonly angle?: number;
}

/** A page with rules drawn on it: from one corner to the other, in points. */
export interface Planche {
  readonly places: readonly Place[];
  readonly filets: readonly {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  }[];
}

export type PagePlacee = readonly Place[] | Planche;

/** A PDF of the given pages of lines, in Helvetica: small enough to be made by a test. */
export function petitPdf(pages: readonly (readonly string[])[], chiffre = ''): Buffer {
  return pdfPlace(
    pages.map((lignes) => lignes.map((texte, j) => ({ x: 60, y: 780 - j * 14, texte }))),
    chiffre,
  );
}

/** A PDF whose runs of text stand where they are told to, in the order given. */
export function pdfPlace(pages: readonly PagePlacee[], chiffre = ''): Buffer {
  const objets: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const rangs = pages.map((_, i) => 5 + i * 2);
  objets.push(
    `<< /Type /Pages /Kids [${rangs.map((r) => `${r} 0 R`).join(' ')}] /Count ${pages.length} >>`,
  );
  for (const police of ['Helvetica', 'Helvetica-Bold'])
    objets.push(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${police} /Encoding /WinAnsiEncoding >>`,
    );
  for (const [i, page] of pages.entries()) {
    const { places, filets } = 'places' in page ? page : { places: page, filets: [] };
    const traits = filets.map((f) => `${f.x0} ${f.y0} m ${f.x1} ${f.y1} l S`);
    const texte = [...places.map(poser), ...traits].join('\n');
    objets.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + i * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
    objets.push(`<< /Length ${texte.length} >>\nstream\n${texte}\nendstream`);
  }
  return ecrire(objets, chiffre);
}

/** A square image in grey levels, one byte a point, deflated. */
export interface ImageCarree {
  readonly cote: number;
  readonly points: Buffer;
}

/** A PDF whose pages are each covered by one image, without any text; null: a page of nothing. */
export function pdfImages(images: readonly (ImageCarree | null)[]): Buffer {
  const objets: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const pages = images.map((_, i) => `${3 + i * 3} 0 R`);
  objets.push(`<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} >>`);
  images.forEach((image, i) => {
    const rang = 3 + i * 3;
    const dessin = image === null ? '' : 'q 595 0 0 842 0 0 cm /I Do Q';
    const { cote, points } = image ?? { cote: 1, points: Buffer.from([]) };
    objets.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${rang + 1} 0 R /Resources << /XObject << /I ${rang + 2} 0 R >> >> >>`,
      `<< /Length ${dessin.length} >>\nstream\n${dessin}\nendstream`,
      `<< /Type /XObject /Subtype /Image /Width ${cote} /Height ${cote} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${points.length} >>\nstream\n${points.toString('latin1')}\nendstream`,
    );
  });
  return ecrire(objets, '');
}

/** A small one, protected: the password check of its security dictionary cannot succeed. */
export function pdfChiffre(): Buffer {
  const cle = '00'.repeat(32);
  return petitPdf(
    [['Secret']],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${cle}> /U <${cle}> /P -4 >> /ID [<00> <00>]`,
  );
}

function poser({ x, y, texte, taille = 11, gras = false, angle = 0 }: Place): string {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const matrice = [cos, sin, -sin, cos].map((n) => n.toFixed(4)).join(' ');
  const place = angle === 0 ? `${x} ${y} Td` : `${matrice} ${x} ${y} Tm`;
  return `BT /F${gras ? 2 : 1} ${taille} Tf ${place} (${echapper(texte)}) Tj ET`;
}

function echapper(texte: string): string {
  return texte.replace(/[\\()]/g, '\\$&');
}

function ecrire(objets: readonly string[], chiffre: string): Buffer {
  let corps = '%PDF-1.4\n';
  const adresses = objets.map((objet, i) => {
    const adresse = corps.length;
    corps += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return adresse;
  });
  const table = corps.length;
  const lignes = adresses.map((a) => `${String(a).padStart(10, '0')} 00000 n \n`).join('');
  corps += `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${lignes}`;
  corps += `trailer\n<< /Size ${objets.length + 1} /Root 1 0 R ${chiffre} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(corps, 'latin1');
}
