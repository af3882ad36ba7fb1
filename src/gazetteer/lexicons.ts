import type { Forme } from './forms.js';
import { keyOf, Lexicon, nameKey } from './lexicon.js';
import { PARTICULES } from './tokens.js';
import type {
  Commune,
  Dispositif,
  Intercommunalite,
  Organisme,
  Quartier,
  Referentiels,
} from './types.js';

/** Île-de-France, whose names need no clue. */
export const FRANCILIENS: ReadonlySet<string> = new Set([
  '75',
  '77',
  '78',
  '91',
  '92',
  '93',
  '94',
  '95',
]);
export const estFrancilienne = (commune: Commune): boolean => FRANCILIENS.has(commune.departement);

/** All the forms: place names by their exact words, the rest by singular words. */
export interface Lexicons {
  readonly lieux: Lexicon<Forme>;
  readonly termes: Lexicon<Forme>;
  /** Beginnings of hyphenated names of Île-de-France and of towns: « garges », « saint leu ». */
  readonly debuts: Lexicon<Forme>;
}

export function buildLexicons(ref: Referentiels): Lexicons {
  const lieux = new Lexicon<Forme>('forme');
  const termes = new Lexicon<Forme>('singulier');
  const debuts = new Lexicon<Forme>('forme');
  for (const commune of ref.communes) addCommune(lieux, debuts, commune);
  addDepartements(lieux, ref);
  const exige = new Set((ref.regles?.prefixeExige ?? []).map(nameKey));
  for (const i of ref.intercommunalites) addIntercommunalite(lieux, i, exige);
  const departements = departementsOf(ref);
  for (const i of ref.ailleurs?.intercommunalites ?? [])
    addIntercommunalite(lieux, i, exige, { departements: departements.get(i.id) ?? new Set() });
  for (const quartier of ref.quartiers) addQuartier(lieux, quartier);
  for (const phrase of ref.regles?.expressions ?? [])
    lieux.add(phrase, { type: 'masque', casse: 'propre' });
  for (const dispositif of ref.dispositifs) addDispositif(termes, dispositif);
  for (const organisme of ref.organismes) addOrganisme(termes, organisme);
  addEntrees(termes, 'theme', ref.themes);
  addEntrees(termes, 'public', ref.publics);
  return { lieux, termes, debuts };
}

/** Elsewhere than in Île-de-France, only these are called by the beginning of their name. */
const VILLE = 5_000;

const ARTICLE = /^(?:le|la|les|l) /;

function addCommune(lieux: Lexicon<Forme>, debuts: Lexicon<Forme>, commune: Commune): void {
  const forme: Forme = { type: 'commune', casse: 'propre', commune };
  const key = nameKey(commune.nom);
  lieux.add(commune.nom, forme, key);
  addSansArticle(lieux, commune, key);
  addAbregee(lieux, forme, key);
  for (const ancien of commune.anciensNoms) {
    lieux.add(ancien.nom, { ...forme, ancien }, nameKey(ancien.nom));
  }
  if (estFrancilienne(commune) || commune.population >= VILLE) addDebuts(debuts, commune, key);
}

/** « Neuilly s/Marne », « Rosny s/ Bois », « Clichy s/s Bois ». */
function addAbregee(lieux: Lexicon<Forme>, forme: Forme, key: string): void {
  if (!/ (?:sur|sous) /.test(key)) return;
  lieux.add(key, forme, key.replace(/ (?:sur|sous) /, ' s '));
  lieux.add(key, forme, key.replace(/ sous /, ' s s '));
}

function addSansArticle(lieux: Lexicon<Forme>, commune: Commune, key: string): void {
  const article = ARTICLE.exec(key)?.[0].trim();
  if (article === undefined) return;
  const sansArticle = article === 'le' || article === 'les' ? article : 'autre';
  lieux.add(
    commune.nom,
    { type: 'commune', casse: 'propre', commune, sansArticle },
    key.replace(ARTICLE, ''),
  );
}

function addDebuts(debuts: Lexicon<Forme>, commune: Commune, key: string): void {
  const mots = key.replace(ARTICLE, '').split(' ');
  for (let n = 1; n < mots.length; n += 1) {
    const dernier = mots[n - 1] ?? '';
    if (PARTICULES.has(dernier) || /^saintes?$/.test(dernier) || dernier.length < 4) continue;
    debuts.add(
      commune.nom,
      { type: 'commune', casse: 'propre', commune, partielle: true },
      mots.slice(0, n).join(' '),
    );
  }
}

function addDepartements(lieux: Lexicon<Forme>, ref: Referentiels): void {
  for (const { id, nom } of ref.departements) {
    // Paris is the commune: its département has the same name and the same ground.
    if (id === 'departement:75') continue;
    const indiceExige = !/[- ']/.test(nom) && !FRANCILIENS.has(id.slice('departement:'.length));
    lieux.add(nom, { type: 'departement', casse: 'propre', id, libelle: nom, indiceExige });
  }
}

const NATURE = /^(?:(?:CA|CC|CU|SAN|EPT|DISTRICT|DI)\s+|D\.\s*)/;
const TETE = /^(?:communauté(?: d'agglomération| de communes| urbaine)?|agglomération)\s+/i;
const LIEN = /^(?:de la |de l'|du |des |de |d'|les |le |la |l')/i;

/** The name without its nature: « CA de la Vallée de Montmorency » -> « Vallée de Montmorency ». */
function nomCourt(nom: string): string {
  return nom.replace(NATURE, '').replace(LIEN, '').replace(TETE, '').replace(LIEN, '').trim();
}

/** Natures whose whole name (« Rennes Métropole ») needs nothing before it, elsewhere than in Île-de-France. */
const A_SA_DATE = new Set(['METRO', 'MET69', 'CU']);
const METROPOLE = /^métropole (?:de la |de |du |d')?/i;

interface Ailleurs {
  readonly genre: 'metropole' | 'prefixe';
  readonly departements: ReadonlySet<string>;
}

/** Codes of the départements of the communes of each grouping of the other régions. */
function departementsOf(ref: Referentiels): Map<string, Set<string>> {
  const departements = new Map<string, Set<string>>();
  for (const { commune, intercommunalite } of ref.ailleurs?.appartenances ?? []) {
    const code = /^commune:(97\d|..)/.exec(commune)?.[1] ?? '';
    const siens = departements.get(intercommunalite) ?? new Set();
    departements.set(intercommunalite, siens.add(code));
  }
  return departements;
}

/** Names that say by themselves that they are those of a grouping: « Amiens Métropole », « Le Grand Chalon ». */
const DISTINCTIF =
  /(?:^|[ -])(?:métropole|agglo|agglomération|communauté|communaupole|agglopôle)(?![\p{L}])|^(?:le )?grand[ -]/iu;

function addIntercommunalite(
  lieux: Lexicon<Forme>,
  intercommunalite: Intercommunalite,
  exige: ReadonlySet<string>,
  ailleurs?: Pick<Ailleurs, 'departements'>,
): void {
  const { nom, nature, alias = [], anciens = [] } = intercommunalite;
  const portes = [{ nom, nature, alias }, ...anciens.map((a) => ({ alias: [], ...a }))];
  for (const porte of portes) {
    const genre = A_SA_DATE.has(porte.nature) ? 'metropole' : 'prefixe';
    addNomPorte(lieux, intercommunalite, porte, {
      exige,
      ...(ailleurs === undefined ? {} : { ailleurs: { ...ailleurs, genre } }),
    });
  }
}

/** « Quimper Bretagne Occidentale »: three names or more, and nothing that links them, are those of no other place. */
function isCompound(key: string): boolean {
  const mots = key.split(' ');
  return mots.length >= 3 && mots.every((mot) => mot.length > 2 && !PARTICULES.has(mot));
}

interface Porte {
  readonly nom: string;
  readonly nature: string;
  readonly alias: readonly string[];
}

function addNomPorte(
  lieux: Lexicon<Forme>,
  intercommunalite: Intercommunalite,
  { nom: complet, nature, alias }: Porte,
  { exige, ailleurs }: { exige: ReadonlySet<string>; ailleurs?: Ailleurs },
): void {
  const base = {
    type: 'intercommunalite',
    intercommunalite,
    nature,
    ...(ailleurs === undefined
      ? {}
      : { ailleurs: true as const, departements: ailleurs.departements }),
  } as const;
  const estLieu = (key: string) =>
    lieux.get(key).some((f) => f.type === 'commune' || f.type === 'departement');
  const court = nomCourt(complet);
  const sansTete = ailleurs?.genre === 'metropole' ? court.replace(METROPOLE, '') : court;
  if (sansTete !== court) {
    // « Toulon Provence Méditerranée » alone in its field is more than Toulon
    const seulSuffit = /[ -]/.test(sansTete) && !estLieu(nameKey(sansTete));
    lieux.add(
      sansTete,
      { ...base, casse: 'propre', prefixeExige: true, ...(seulSuffit ? { seulSuffit } : {}) },
      nameKey(sansTete),
    );
  }
  const formes = [
    court,
    court.replace(/\s*[-–]?\s*(?:agglomération|agglo)$/i, ''),
    ...alias.map(nomCourt),
  ];
  for (const nom of new Set(formes)) {
    const key = nameKey(nom);
    const connu = intercommunalite.alias?.includes(nom) === true;
    const acronyme = nom !== court && connu && /^[A-Z][A-Za-z&]{2,9}$/.test(nom);
    const deGroupement = (DISTINCTIF.test(nom) && / /.test(key)) || isCompound(key);
    const prefixeExige =
      !acronyme &&
      (exige.has(key) ||
        !/[- ']/.test(nom) ||
        estLieu(key) ||
        (ailleurs?.genre === 'prefixe' && !deGroupement));
    const officiel = ailleurs !== undefined && intercommunalite.sigles?.includes(nom) === true;
    lieux.add(
      nom,
      {
        ...base,
        casse: acronyme ? 'acronyme' : 'propre',
        prefixeExige,
        ...(prefixeExige && !estLieu(key) && / /.test(key) ? { seulSuffit: true as const } : {}),
        ...(officiel ? { sigleOfficiel: true as const } : {}),
      },
      key,
    );
  }
}

const GENERIQUE = /^(?:quartier|cité|résidence|secteur)\s+(?:de la |de l'|des |du |de |d')?/i;

const CARDINAUX = /(?:\s+(?:et\s+)?(?:Nord|Sud|Est|Ouest))+$/;

/** Ways to write a quarter: its whole name, each of its parts, with and without « Quartier de », with and without its article. */
function addQuartier(lieux: Lexicon<Forme>, quartier: Quartier): void {
  const decoupe = [quartier.nom, ...quartier.nom.split(/,\s*|\s+et\s+(?=\p{Lu})/u)];
  const parties = decoupe.flatMap((nom) => [nom, nom.replace(CARDINAUX, '')]);
  const noms = parties.flatMap((nom) => [
    nom,
    nom.replace(GENERIQUE, ''),
    nom.replace(GENERIQUE, '').replace(LIEN, ''),
  ]);
  for (const nom of new Set(noms)) {
    if (nom.length >= 4)
      lieux.add(nom, { type: 'quartier', casse: 'propre', quartier }, keyOf(nom, 'forme'));
  }
}

const estSigle = (texte: string): boolean =>
  /^[\p{Lu}\d+]{2,}$/u.test(texte) && /\p{Lu}/u.test(texte);

function addDispositif(termes: Lexicon<Forme>, d: Dispositif): void {
  for (const brut of new Set([d.nom, ...(d.sigle === null ? [] : [d.sigle]), ...d.alias])) {
    const casse = brut === d.sigle || estSigle(brut) ? 'sigle' : 'libre';
    termes.add(brut.replace(/\s*\(.*\)$/, ''), { type: 'dispositif', casse, brut, id: d.id });
  }
  for (const brut of d.aliasEnVigueur ?? [])
    termes.add(brut, { type: 'dispositif', casse: 'libre', brut, id: d.id, enVigueur: true });
  for (const phrase of d.exclusions ?? []) termes.add(phrase, { type: 'masque', casse: 'libre' });
}

function addOrganisme(termes: Lexicon<Forme>, organisme: Organisme): void {
  const { nom, sigle, alias } = organisme;
  for (const brut of new Set([nom, ...(sigle === null ? [] : [sigle]), ...alias])) {
    const mot = /^[\p{L}\d]+$/u.test(brut);
    const casse = estSigle(brut) || (mot && brut !== nom) ? 'sigle' : 'propre';
    termes.add(brut, { type: 'organisme', casse, brut, organisme });
  }
}

function addEntrees(
  termes: Lexicon<Forme>,
  type: 'theme' | 'public',
  entrees: Referentiels['themes'],
): void {
  for (const { id, nom, alias } of entrees) {
    for (const phrase of [nom, ...alias]) {
      // « État » among the aliases is the State: « l'état de santé » is not.
      // « Pôle emploi » ends without a capital and is no such word.
      const propre = phrase !== nom && /^\p{Lu}/u.test(phrase) && !/\s\p{Ll}/u.test(phrase);
      termes.add(phrase, { type, casse: propre ? 'propre' : 'libre', id, libelle: nom });
    }
  }
}
