import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../ingest/formats/docx/index.js';
import { odt } from '../../../ingest/formats/odt/index.js';
import { formatOf } from '../../../ingest/formats/registry.js';
import { p, petitDocx, petitOdt } from '../../support/bureautique.js';
import { textesDe } from '../../support/lignes.js';

const textes = (corps: string, parties = {}) => textesDe(docx, petitDocx(corps, parties));
const version = (requis: string, t: string) =>
  `<mc:Choice Requires="${requis}"><w:t>${t}</w:t></mc:Choice>`;
const secours = '<mc:Fallback><w:t>secours</w:t></mc:Fallback>';
const choix = (dedans: string) =>
  `<w:p><w:r><mc:AlternateContent>${dedans}</mc:AlternateContent></w:r></w:p>`;

describe('an office document', () => {
  it('is read in the first version whose requirements are known, else in the one to fall back on', async () => {
    expect(await textes(choix(version('wps', 'formes') + secours))).toEqual(['formes']);
    expect(await textes(choix(version('w16se', 'signe') + secours))).toEqual(['signe']);
    expect(await textes(choix(version('inconnu', 'neuf') + secours))).toEqual(['secours']);
    expect(
      await textes(choix(version('wps inconnu', 'neuf') + version('wps', 'formes') + secours)),
    ).toEqual(['formes']);
  });

  it('loses nothing when no version is known and there is none to fall back on', async () => {
    expect(await textes(choix(version('inconnu', 'neuf')))).toEqual(['neuf']);
  });

  const entete = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>';
  const lettre = ['Invitation', 'Une rencontre sur la santé aura lieu à Cergy. '.repeat(5).trim()];
  const header = lettre.map((t) => p(t)).join('');

  it('whose text is only in its header is read there, however long it is', async () => {
    expect(await textes(entete, { header })).toEqual(lettre);
    expect(await textes(p('Le texte') + entete, { header })).toEqual(['Le texte']);
  });

  it('may have a part that inflates a thousand times, when it is not large', async () => {
    expect(await textes(p('Un tableau') + ' '.repeat(3_000_000))).toEqual(['Un tableau']);
  });

  it('is an ODT even where its type is deflated, as no tool should', async () => {
    const odf = (nom: string) => `urn:oasis:names:tc:opendocument:xmlns:${nom}:1.0`;
    const octets = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 9 }],
      'content.xml': strToU8(
        `<o:document-content xmlns:o="${odf('office')}" xmlns:t="${odf('text')}"><o:body><o:text><t:p>Santé</t:p></o:text></o:body></o:document-content>`,
      ),
    });
    expect(formatOf(octets, 'a.odt')).toBe(odt);
    expect(await textesDe(odt, octets)).toEqual(['Santé']);
    expect(formatOf(petitOdt('<text:p>a</text:p>'), 'b.odt')).toBe(odt);
  });
});
