import type { Commune } from '../../../../src/gazetteer/types.js';
import { contains, isMistyped, significant, words } from './mots.js';
import type { Lu } from './noms.js';
import { only, overlap, readName, splitDepartement } from './noms.js';
import type { Cadre, Verdict } from './types.js';
import { different, meme, proposer } from './types.js';

const MUNICIPAL =
  /^\s*(?:la\s+|l[’'])?(?:ville|commune|mairie|municipalité)\s+(?:de la\s+|de l[’']\s?|de\s+|du\s+|des\s+|d[’']\s?)/i;

/** Two names of communes, former ones, « St », missing hyphens and accents included; a département printed with one holds for it. */
export function compareCommunes(a: string, b: string, cadre: Cadre): Verdict {
  const [x, y] = [a, b].map((nom) => readCommune(nom, cadre));
  if (x === undefined || y === undefined) return different('commune-inconnue');
  return compareRead(x, y, 'commune', cadre);
}

interface NomLu extends Lu {
  readonly nom: string;
  readonly departement?: string;
}

function readCommune(imprime: string, cadre: Cadre): NomLu {
  const { nom: sansCode, departement } = splitDepartement(imprime, cadre);
  const nom = sansCode.replace(MUNICIPAL, (tete) => article(tete)).trim();
  const lu = readName(nom, 'commune', cadre, departement);
  if (departement === undefined) return { nom, ...lu };
  const ids = new Set(
    [...lu.ids].filter((id) => cadre.gazetteer.commune(id)?.departement === departement),
  );
  return { nom, departement, ids, approche: lu.approche };
}

/** « ville du Thillay » is the town of Le Thillay. */
function article(tete: string): string {
  if (/du\s+$/i.test(tete)) return 'Le ';
  if (/des\s+$/i.test(tete)) return 'Les ';
  if (/de la\s+$/i.test(tete)) return 'La ';
  return /de l[’']\s?$/i.test(tete) ? "L'" : '';
}

/** Two names of intercommunalités, each under any of its forms; one that was dissolved is not its successor. */
export function compareIntercommunalites(a: string, b: string, cadre: Cadre): Verdict {
  const x = { nom: a, ...readName(a, 'intercommunalite', cadre) };
  const y = { nom: b, ...readName(b, 'intercommunalite', cadre) };
  if (x.ids.size === 0 && y.ids.size === 0) return compareUnknownGroupings(a, b);
  return compareRead(x, y, 'epci', cadre);
}

function compareRead(a: NomLu, b: NomLu, regle: string, cadre: Cadre): Verdict {
  if (a.ids.size === 0 && b.ids.size === 0) return compareUnknown(a, b, regle);
  if (!overlap(a.ids, b.ids)) {
    const inconnu = a.ids.size === 0 || b.ids.size === 0;
    const memeLieu =
      a.departement === b.departement || a.departement === undefined || b.departement === undefined;
    const voisins = inconnu && memeLieu && (areClose(a, b, cadre) || shareProperName(a, b, regle));
    return voisins ? proposer(`${regle}-faute`) : different(`${regle}s-differentes`);
  }
  if (a.approche || b.approche) return proposer(`${regle}-approchee`);
  const seul = only(a.ids);
  if (seul === undefined || seul !== only(b.ids)) return proposer(`${regle}-homographe`);
  const commune = cadre.gazetteer.commune(seul);
  if (commune !== undefined) return compareForms(commune, a.nom, b.nom);
  return renamed(seul, a, b, cadre) ? proposer(`${regle}-ancien-nom`) : meme(regle);
}

/** « Lille Métropole », then « Métropole européenne de Lille »: one grouping, whose name says which of its years is meant. */
function renamed(id: string, a: NomLu, b: NomLu, { gazetteer, annee }: Cadre): boolean {
  const { ailleurs, intercommunalites } = gazetteer.referentiels;
  const toutes = [...intercommunalites, ...(ailleurs?.intercommunalites ?? [])];
  const groupement = toutes.find((i) => i.id === id);
  if (groupement === undefined || annee === undefined) return false;
  const propre = (nom: string) => significant(splitNature(nom).nom).join(' ');
  const actuel = propre(groupement.nom);
  const anciens = (groupement.anciens ?? []).map((ancien) => propre(ancien.nom));
  const [x, y] = [propre(a.nom), propre(b.nom)];
  return [
    [x, y],
    [y, x],
  ].some(([un = '', autre = '']) => un === actuel && autre !== actuel && anciens.includes(autre));
}

/** Mistyped, or one with more words, when the name that no list knows is no other kind of place (« Cergy-Pontoise »). */
function areClose(a: NomLu, b: NomLu, cadre: Cadre): boolean {
  const [x, y] = [significant(a.nom), significant(b.nom)];
  if (x.join(' ') === y.join(' ') || isMistyped(x, y)) return true;
  const [connu, inconnu] = a.ids.size > 0 ? [x, y] : [y, x];
  if (!contains(inconnu, connu)) return false;
  const nom = a.ids.size > 0 ? b.nom : a.nom;
  return readName(nom, 'intercommunalite', cadre).ids.size === 0;
}

/** « Communauté urbaine de Lyon » and « Grand Lyon »: once their nature is off, one name is inside the other. */
function shareProperName(a: NomLu, b: NomLu, regle: string): boolean {
  if (regle !== 'epci') return false;
  const [x, y] = [a.nom, b.nom].map((nom) => significant(splitNature(nom).nom));
  if (x === undefined || y === undefined || x.length === 0 || y.length === 0) return false;
  return contains(x, y) || contains(y, x);
}

/**
 * Two forms of one commune. A name of a commune that it took in was another commune's until then (one
 * renamed keeps a word), and a shortened name may be another's elsewhere: these are proposed.
 */
function compareForms(commune: Commune, a: string, b: string): Verdict {
  const [x, y] = [a, b].map((nom) => significant(nom));
  if (x === undefined || y === undefined || x.join(' ') === y.join(' ')) return meme('commune');
  const anciens = commune.anciensNoms.map((n) => significant(n.nom).join(' '));
  const connus = [significant(commune.nom).join(' '), ...anciens];
  if (![x, y].every((mots) => connus.includes(mots.join(' ')))) return proposer('commune-abregee');
  const renommee = new Set(anciens).size === 1 && (contains(x, y) || contains(y, x));
  return renommee ? meme('commune-ancien-nom') : proposer('commune-fusionnee');
}

function compareUnknown(a: NomLu, b: NomLu, regle: string): Verdict {
  const [x, y] = [words(a.nom), words(b.nom)];
  if (a.departement !== undefined && b.departement !== undefined && a.departement !== b.departement)
    return different(`${regle}s-differentes`);
  if (x.join(' ') === y.join(' ') || isMistyped(x, y)) return proposer(`${regle}-inconnue`);
  return different(`${regle}-inconnue`);
}

const NATURES: readonly (readonly [RegExp, string])[] = [
  [/^(?:communaute d'agglomeration|communaute agglomeration|agglomeration|agglo|ca)\s/, 'CA'],
  [/^(?:communaute de communes|cc)\s/, 'CC'],
  [/^(?:communaute urbaine|cu)\s/, 'CU'],
  [/^(?:etablissement public territorial|ept)\s/, 'EPT'],
  [/^(?:syndicat d'agglomeration nouvelle|san)\s/, 'SAN'],
  [/^(?:metropole)\s/, 'ME'],
];

/** Intercommunalités that no list knows: the same words and nature are one, the same words alone a doubt. */
function compareUnknownGroupings(a: string, b: string): Verdict {
  const [x, y] = [a, b].map(splitNature);
  if (x === undefined || y === undefined) return different('epci-inconnu');
  const [mx, my] = [significant(x.nom), significant(y.nom)];
  const memes = mx.join(' ') === my.join(' ') && mx.length > 0;
  if (memes && x.nature === y.nature) return meme('epci-nom');
  if (memes) return proposer('epci-nature');
  if (isMistyped(mx, my) || contains(mx, my) || contains(my, mx)) return proposer('epci-inconnu');
  return different('epci-inconnu');
}

function splitNature(nom: string): { nom: string; nature: string } {
  const plie = nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’]/g, "'")
    .toLowerCase()
    .trim();
  for (const [tete, nature] of NATURES) {
    if (tete.test(plie)) return { nom: plie.replace(tete, ''), nature };
  }
  return { nom: plie, nature: '' };
}
