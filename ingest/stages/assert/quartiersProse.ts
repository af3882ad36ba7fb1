import type { Bloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';
import { clean } from './contexte.js';
import type { QuartierNomme } from './quartiers.js';
import { communesOf, isBareName, quarterOfOnly, split } from './quartiers.js';
import { POPULATION_VILLAGE } from './quartiersSeuls.js';
import { sentenceBefore } from './territoiresIndices.js';

const MOT = "\\p{Lu}[\\p{L}’'-]*";
/** Capitals, with small words between them: « Dame Blanche nord », « Puits-la-Marlière ». */
const NOM = `(${MOT}(?:\\s+(?:(?:de la|de l[’']|des|du|de|d[’'])\\s*)?(?:${MOT}|nord|sud|est|ouest|\\d{1,2}(?!\\d)))*)`;
const DE = "(?:de la|de l[’']|des|du|de|d[’'])\\s*";

/** « à partir des situations des Lochères, à », « le Sanitas, à » */
const VIRGULE = new RegExp(
  `(?<![\\p{L}’'])(?:${DE}|(?:[Ll]es?|[Ll]a|[Ll][’'])\\s*)«?\\s*${NOM}\\s*»?\\s*,\\s+(?:à|au|aux)\\s+$`,
  'u',
);
/** « celui de La Chapelle à », of the quarters' councils. */
const CELUI = new RegExp(`cel(?:ui|le)s?\\s+${DE}${NOM}\\s+(?:à|au)\\s+$`, 'u');
/** « aux Larris (Fontenay-sous-Bois) », « à la Lutèce (Valenton) »: an article, and a commune in brackets. */
const A_ARTICLE = new RegExp(`(?<!\\p{L})(?:aux|à la|dans l[ae]s?)\\s+${NOM}\\s*\\(\\s*$`, 'u');
/** « Montreynaud (Saint-Étienne) et le Mayollet ( » */
const OUVRANTE = new RegExp(`(?<![\\p{L}’'-])${NOM}\\s*\\(\\s*$`, 'u');
/** « À Orange (Fourchevieilles et L’Aygues) » */
const ENTRE = new RegExp(
  `^\\s*\\(((?:[Ll]es? |[Ll]a |[Ll][’'])?${MOT}[\\p{L}’' -]*(?:,\\s*${MOT}[\\p{L}’' -]*)*)\\)`,
  'u',
);
const APRES_PREPOSITION = /(?<!\p{L})(?:[àÀ]|[Aa]u|[Dd][’']|[Dd]e)\s*$/u;
/** « Amiens Nord » */
const CARDINAL = /^\s(?:Nord|Sud|Est|Ouest)(?![\p{L}-])/u;
/** Without one of these, none of the ways above is possible: looking for communes takes time. */
const POSSIBLE = /[(;]|,\s+(?:à|au|aux)\s|cel(?:ui|le)|\s(?:Nord|Sud|Est|Ouest)/;
const NORD = '59';

/** Quarters that a running text names with their commune, without the word « quartier ». */
export function quartersInProse(contexte: Contexte, bloc: Bloc): QuartierNomme[] {
  const { texte } = bloc;
  if (!POSSIBLE.test(texte)) return [];
  const communes = communesOf(contexte, bloc);
  const liste = isListOfQuarters(texte, communes);
  let fin = 0;
  return communes.flatMap((mention) => {
    const devant = texte.slice(Math.max(fin, mention.debut - 100), mention.debut);
    const debut = fin;
    fin = mention.fin;
    if (liste) return split(mention, debutElement(texte, debut), element(texte, debut, mention));
    const avant = readBefore(contexte, bloc, mention, devant);
    if (avant !== undefined) return split(mention, texte.lastIndexOf(avant, mention.debut), avant);
    return [...readInside(contexte, texte, mention), ...readCardinal(contexte, texte, mention)];
  });
}

/** « Joliot-Curie à Argenteuil ; Les Lochères à Sarcelles. »: nothing but quarters, each with its commune. */
function isListOfQuarters(texte: string, communes: readonly Mention[]): boolean {
  const parties = texte.trim().replace(/\.$/, '').split(';');
  if (parties.length < 2 || parties.length !== communes.length) return false;
  let position = 0;
  return communes.every((m, i) => {
    const fin = position + (parties[i]?.length ?? 0);
    const avant = texte.slice(position, m.debut);
    const seul =
      /^\s*\p{Lu}[^.:()]{2,60}\s(?:à|au|aux)\s*$/u.test(avant) &&
      /^\s*$/.test(texte.slice(m.fin, fin));
    position = fin + 1;
    return seul;
  });
}

const debutElement = (texte: string, debut: number): number =>
  debut + (/^[\s;]*/.exec(texte.slice(debut))?.[0].length ?? 0);

function element(texte: string, debut: number, mention: Mention): string {
  return texte.slice(debutElement(texte, debut), mention.debut).replace(/\s(?:à|au|aux)\s*$/u, '');
}

function readBefore(
  contexte: Contexte,
  { texte }: Bloc,
  mention: Mention,
  devant: string,
): string | undefined {
  const { vocabulaire } = contexte;
  const phrase = fold(sentenceBefore(texte, mention.debut));
  if (vocabulaire.citation.test(phrase.slice(-160))) return undefined;
  const ouvert = OUVRANTE.exec(devant)?.[1];
  const dedans = ouvert !== undefined && vocabulaire.terrainsDeQuartiers.test(phrase);
  const article = A_ARTICLE.exec(devant)?.[1];
  const celui = /quartier/i.test(texte) ? CELUI.exec(devant)?.[1] : undefined;
  const nom = (dedans ? ouvert : undefined) ?? article ?? celui ?? VIRGULE.exec(devant)?.[1];
  if (nom === undefined || !isQuarterName(contexte, nom, dedans || article !== undefined))
    return undefined;
  const tete = fold(texte.slice(0, texte.lastIndexOf(nom, mention.debut)));
  if (vocabulaire.organismeDeLieu.test(tete) || vocabulaire.organismeNomme.test(tete))
    return undefined;
  return nom;
}

function readInside(contexte: Contexte, texte: string, mention: Mention): QuartierNomme[] {
  if (!APRES_PREPOSITION.test(texte.slice(0, mention.debut))) return [];
  const noms = ENTRE.exec(texte.slice(mention.fin))?.[1];
  if (noms === undefined) return [];
  const lus = split(mention, texte.indexOf(noms, mention.fin), noms);
  if (!lus.every((q) => isQuarterName(contexte, q.nom, true))) return [];
  return lus.map((q) => ({ ...q, entreParentheses: true as const }));
}

function readCardinal(contexte: Contexte, texte: string, mention: Mention): QuartierNomme[] {
  const suite = CARDINAL.exec(texte.slice(mention.fin))?.[0];
  if (suite === undefined || contexte.departement?.code === NORD) return [];
  const fin = mention.fin + suite.length;
  const nom = clean(texte.slice(mention.debut, fin));
  const commune = mention.candidats[0]?.id ?? '';
  return [{ nom, debut: mention.debut, fin, commune, mention, entreParentheses: true }];
}

/** True for a name that is neither a sigle, a town, nor, where people may stand, a person's. */
function isQuarterName(contexte: Contexte, nom: string, gensPossibles = false): boolean {
  const { gazetteer, annee } = contexte;
  if (nom.length < 4 || /^\p{Lu}+$/u.test(nom.replace(/[\s\d-]/g, ''))) return false;
  const premier = fold(/^\p{L}+/u.exec(nom)?.[0] ?? '');
  if (gensPossibles && gazetteer.referentiels.prenoms.has(premier)) return false;
  if (!isBareName(contexte, nom)) return false;
  const communes = gazetteer.mentions(nom, { annee, mode: 'document', types: ['commune'] });
  return communes.every(({ candidats }) =>
    candidats.every((c) => (gazetteer.commune(c.id)?.population ?? 0) < POPULATION_VILLAGE),
  );
}

const APRES_INDICE = new RegExp(
  `(?<![\\p{L}’'])(?:${DE}|dans (?:l[ae]|les|l[’'])\\s*)${NOM}`,
  'gu',
);

/** « les médiatrices santé des Coteaux et de Bourtzwiller »: quarters of the only commune of an action. */
export function quartersOfPeople(contexte: Contexte, bloc: Bloc, commune: string): QuartierNomme[] {
  const { texte } = bloc;
  let suite = -1;
  return [...texte.matchAll(APRES_INDICE)].flatMap((trouve) => {
    const nom = trouve[1] ?? '';
    const debut = trouve.index + trouve[0].length - nom.length;
    const fin = debut + nom.length;
    const avant = `${fold(texte.slice(Math.max(0, trouve.index - 60), trouve.index))}${trouve[0].slice(0, -nom.length).trimEnd().replace(/[’']$/, '')}`;
    const lie = suite >= 0 && /^\s*(?:,|et|ou)\s*$/.test(texte.slice(suite, trouve.index));
    if (!lie && !contexte.vocabulaire.avantQuartier.test(avant)) return [];
    if (/^\s*»?,?\s*(?:à\s|\(|-)/u.test(texte.slice(fin))) return [];
    // « les habitants du Blosne et de Maurepas »: beside a quarter, a town elsewhere is none
    const nomme = lie ? isBareName(contexte, nom) : isQuarterName(contexte, nom, true);
    if (!nomme) return [];
    suite = fin;
    return [quarterOfOnly(commune, nom, debut)];
  });
}
