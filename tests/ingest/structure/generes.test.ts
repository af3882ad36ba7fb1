import { describe, expect, it } from 'vitest';
import { html } from '../../../ingest/formats/html/index.js';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import { enHtml, enTexte } from '../../support/programmes/ecriture.js';
import { GENRES } from '../../support/programmes/genres.js';
import { type Compte, f1, mesurer } from '../../support/programmes/mesure.js';

const PROFILS = loadProfils();
const GRAINES = 60;
const ECRITURES = { 'in text': [texte, enTexte], 'on a web page': [html, enHtml] } as const;

/** Seeds that no rule was written on. */
const PREMIERE = 5001;

describe.each(Object.entries(GENRES))('programmes drawn at random, layout %s', (_, tirer) => {
  it.each(Object.entries(ECRITURES))(
    'are read %s as they were written, for 97 titles, parts and fields in 100',
    async (...cas) => {
      const [format, ecrire] = cas[1];
      const total = { actions: compte(), axes: compte(), champs: compte() };
      for (let graine = PREMIERE; graine < PREMIERE + GRAINES; graine += 1) {
        const { verite, elements, hasard } = tirer(graine);
        const { pages } = await format.lire(Buffer.from(ecrire(elements, hasard)));
        const lu = segmentProgramme(pages, chooseProfil(pages, PROFILS));
        expect(uncovered(pages, lu)).toEqual([]);
        const m = mesurer(verite, lu);
        ajouter(total.actions, m.actions);
        ajouter(total.axes, m.axes);
        ajouter(total.champs, m.champs);
      }
      expect(f1(total.actions)).toBeGreaterThan(0.97);
      expect(f1(total.axes)).toBeGreaterThan(0.97);
      expect(f1(total.champs)).toBeGreaterThan(0.97);
    },
  );
});

function compte(): Compte {
  return { juste: 0, lu: 0, vrai: 0 };
}

function ajouter(total: Compte, m: Compte): void {
  total.juste += m.juste;
  total.lu += m.lu;
  total.vrai += m.vrai;
}
