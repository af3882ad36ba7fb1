import { describe, expect, it } from 'vitest';
import { texte } from '../../../ingest/formats/texte/index.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';

const PROFILS = loadProfils();
const PARTIES = ['HABITER ET COHABITER', 'GRANDIR DANS LE QUARTIER'];
const TITRES = ['Jardins partagés', 'Copropriétés fragiles', 'Décrocheurs', 'Lire en famille'];
const DATES = ['12 mars 2013', 'Jeudi 4 avril 2013', '15 mai 2013', 'Mardi 11 juin 2013'];

/** The parts of a diary, each with two actions: what `fiche` writes of one. */
function agenda(fiche: (titre: string, date: string) => string): string {
  const parties = PARTIES.map((partie, p) => {
    const fiches = [0, 1].map((i) => fiche(TITRES[2 * p + i] ?? '', DATES[2 * p + i] ?? ''));
    return `${partie}\n\n${fiches.join('\n\n')}`;
  });
  return `Programme 2013 du centre de ressources\n\n${parties.join('\n\n')}\n`;
}

async function lire(contenu: string) {
  const { pages } = await texte.lire(Buffer.from(contenu));
  const programme = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  expect(uncovered(pages, programme)).toEqual([]);
  return programme.axes.map((axe) => ({
    titre: axe.titre.texte,
    actions: axe.actions.map((a) => [a.titre.texte, a.champs[0]?.valeur.texte]),
  }));
}

const ATTENDU = PARTIES.map((titre, p) => ({
  titre,
  actions: [0, 1].map((i) => [TITRES[2 * p + i], DATES[2 * p + i]]),
}));

describe('dated lines', () => {
  it('are those of the title right below them, where a document sets them above', async () => {
    const contenu = agenda(
      (titre, date) =>
        `${date} – Espace Prévert – Stains\n\n${titre}\n\nCe temps est proposé aux bénévoles.`,
    );
    expect(await lire(contenu)).toEqual(ATTENDU);
  });

  it('are those of the title right above them, where a document sets them below', async () => {
    const contenu = agenda((titre, date) => `${titre}\n\n${date} – Espace Prévert – Stains`);
    expect(await lire(contenu)).toEqual(ATTENDU);
  });
});
