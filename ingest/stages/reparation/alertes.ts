import type { Alerte, Page } from '../../../src/domain/page.js';
import { REGLES } from './regles.js';
import { type Piece, type Travail, versPage } from './travail.js';

type AlertePage = Omit<Alerte, 'document'>;

/** Characters of context kept on each side of a quote, as far as its line goes. */
const AUTOUR = 30;
const DAMAGE =
  /[\p{L}\p{N}’'][\ufffd\ue000-\uf8ff]|[\ufffd\ue000-\uf8ff][\p{L}\p{N}’']|(?<=\S )\ufffd(?= \S)/gu;

/** What a page's repair has to say: one alert a rule with its count, and one for what could not be repaired. */
export function damageAlerts(page: Page, travail: Travail): AlertePage[] {
  const repares = REGLES.flatMap((regle): AlertePage[] => {
    const pieces = travail.pieces.filter((p) => p.regle === regle.nom);
    const [premiere] = pieces;
    if (premiere === undefined) return [];
    return [repared(page, travail, premiere, pieces.length, regle.quoi)];
  });
  return [...repares, ...damaged(page, travail)];
}

function repared(
  page: Page,
  travail: Travail,
  piece: Piece,
  combien: number,
  quoi: string,
): AlertePage {
  const [debut, fin] = motsAutour(page.texte, piece.source, piece.source + piece.longueurSource);
  const citation = page.texte.slice(debut, fin);
  const lu = travail.texte.slice(
    ...motsAutour(travail.texte, piece.debut, piece.debut + piece.longueur),
  );
  return {
    code: 'texte-repare',
    gravite: 'info',
    page: page.numero,
    citation,
    message: `Page ${page.numero}, ${combien === 1 ? 'un passage a' : `${combien} passages ont`} ${quoi} : « ${enLigne(citation)} » est lu « ${enLigne(lu)} ».`,
    remede:
      'Rien à faire si la lecture est juste ; sinon, exportez de nouveau le document depuis son logiciel d’origine.',
  };
}

function damaged(page: Page, travail: Travail): AlertePage[] {
  const restes = [...travail.texte.matchAll(DAMAGE)];
  const [premier] = restes;
  if (premier === undefined) return [];
  const signe = versPage(travail, premier.index);
  const [debut, fin] = motsAutour(page.texte, signe, signe + 1);
  return [
    {
      code: 'texte-abime',
      gravite: 'attention',
      page: page.numero,
      citation: page.texte.slice(debut, fin),
      message: `Page ${page.numero}, ${restes.length === 1 ? 'un caractère n’a pas pu être lu' : `${restes.length} caractères n’ont pas pu être lus`} : « ${enLigne(page.texte.slice(debut, fin))} ».`,
      remede:
        'Comparez ce passage avec l’original ; exportez de nouveau le document depuis son logiciel d’origine.',
    },
  ];
}

/** The whole words around a passage, within its line. */
export function motsAutour(texte: string, debut: number, fin: number): [number, number] {
  const avant = texte.slice(Math.max(0, debut - AUTOUR), debut);
  const apres = texte.slice(fin, fin + AUTOUR);
  const gauche = /\S*$/.exec(avant)?.[0].length ?? 0;
  const droite = /^\S*/.exec(apres)?.[0].length ?? 0;
  return [debut - gauche, fin + droite];
}

function enLigne(texte: string): string {
  return texte.replace(/\s+/g, ' ');
}
