import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../ingest/formats/registry.js';
import { loadProfils } from '../../../ingest/sources/profil.js';
import { reparer } from '../../../ingest/stages/reparation/reparer.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import { understandLayout } from '../../../ingest/stages/understand.js';
import { preuvesDe } from '../../../src/domain/bloc.js';

const GOLDEN = join(import.meta.dirname, '..', '..', 'golden', 'programmes');

const ABIME = `PPrrooggrraammmmee  ddee  ttrraavvaaiill  22003311

A X E   1   :   H A B I T E R

1. Les bénéfi ciaires de l action publique – groupe de travail
Lesacteursdelavillesont nombreux ; une re´union les accueille, dÃ©jÃ\u00a0 en mars.
Public : r\ufffdseaux d\ufffd\ufffd\ufffd\ufffdz\ufffd
Territoire : Garges-lès-Go\u00adnesse
Période : 1er semestre 2031
`;

async function comprendre(texte: string) {
  const octets = Buffer.from(texte);
  const lecture = await formatOf(octets, 'p.txt').lire(octets);
  return understandLayout({ id: 'sha256:0', format: 'texte', lecture }, 'p.txt', loadProfils());
}

describe('a damaged programme', async () => {
  const lu = await comprendre(ABIME);
  const action = lu.programme?.axes[0]?.actions[0];
  const textes = new Map(lu.pages.map((p) => [p.numero, p.texte]));

  it('is read as a sound one, and its stored page stays as it was', () => {
    expect(lu.programme?.titre?.texte).toBe('Programme de travail 2031');
    expect(lu.programme?.axes[0]?.titre.texte.toUpperCase()).toContain('HABITER');
    expect(action?.intitule.texte).toBe('Les bénéficiaires de l’action publique');
    expect(action?.corps.map((b) => b.texte).join(' ')).toContain(
      'Les acteurs de la ville sont nombreux ; une réunion les accueille, déjà en mars.',
    );
    expect(action?.champs.map((c) => c.valeur.texte)).toContain('Garges-lès-Gonesse');
    expect(lu.pages[0]?.texte).toBe(ABIME);
  });

  it('quotes the damaged characters of the page, exactly, and loses none', () => {
    const titre = action?.intitule ?? { texte: '', carte: [] };
    const [preuve] = preuvesDe(lu.id, textes, titre);
    expect(preuve?.citation).toBe('Les bénéfi ciaires de l action publique');
    expect(textes.get(1)?.slice(preuve?.debut, preuve?.fin)).toBe(preuve?.citation);
    expect(lu.programme === null ? null : uncovered(lu.pages, lu.programme)).toEqual([]);
  });

  it('says what was repaired, rule by rule, and what could not be, with an exact quote', () => {
    const { alertes = [], mots } = lu.reparations ?? {};
    expect(alertes.filter((a) => a.code === 'texte-repare').length).toBeGreaterThanOrEqual(7);
    const [abime] = alertes.filter((a) => a.code === 'texte-abime');
    expect(abime).toMatchObject({ page: 1, gravite: 'attention' });
    expect(abime?.citation).toContain('z\ufffd');
    for (const a of alertes) expect(ABIME).toContain(a.citation);
    expect(mots?.get(1)).toContain('bénéficiaires');
  });
});

describe('a sound document', () => {
  const cas = readdirSync(GOLDEN).flatMap((dossier) =>
    readdirSync(join(GOLDEN, dossier))
      .filter((f) => /^source\.(txt|pdf|docx|odt|html)$/.test(f))
      .map((f) => [dossier, join(GOLDEN, dossier, f)] as const),
  );

  it.each(cas)('is left alone: %s', async (_dossier, fichier) => {
    const octets = readFileSync(fichier);
    const { pages } = await formatOf(octets, fichier).lire(octets);
    const { alertes, pages: lues } = reparer(pages);
    expect(alertes).toEqual([]);
    expect(lues).toEqual(pages);
  });
});
