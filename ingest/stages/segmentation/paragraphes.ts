import type { Section } from '../../sources/schema.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { type Passage, passagesDe } from './blocs.js';
import { estVague, ligneDatee } from './datees.js';
import { type Etiquette, estSeule, etiquetteEnTete, sectionDe } from './etiquettes.js';
import type { RangeeGrille } from './grilles.js';
import { estSeparateur, type LigneDoc, type Mesures } from './lignes.js';
import { numerosEnMarge } from './marges.js';
import { type Numero, numeroDe, numeroEnMarge } from './numeros.js';
import { puceDe } from './puces.js';
import type { Rangee } from './rangees.js';
import { etiquetteDeLigne } from './relief.js';
import { continueTitre, finitLeTitre, listeDeChamp, suite } from './suites.js';
import type { Tables } from './tables.js';
import { enCapitales } from './titres.js';

export type Nature =
  | 'texte'
  | 'champ'
  | 'date'
  | 'numero'
  | 'section'
  | 'puce'
  | 'separateur'
  | 'grille';

/** Lines that belong together, and what their first line is. */
export interface Para {
  readonly nature: Nature;
  readonly lignes: LigneDoc[];
  readonly numero: Numero | null;
  readonly section: Section | null;
  readonly etiquette: Etiquette | null;
  readonly rangee: Rangee | null;
  readonly grille: RangeeGrille | null;
  /** The passages of the title, when it is not all that follows the number. */
  readonly titre: readonly Passage[] | null;
  /** A gap, a page's head or a separator stands above. */
  readonly isole: boolean;
}

const VIDE = {
  numero: null,
  section: null,
  etiquette: null,
  rangee: null,
  grille: null,
  titre: null,
} as const;

/** Groups the lines of the running text into paragraphs. */
export function grouper(
  lignes: readonly LigneDoc[],
  vocabulaire: Vocabulaire,
  mesures: Mesures,
  { rangees, grilles }: Tables,
): Para[] {
  const paras: Para[] = [];
  const prises = new Set<LigneDoc>();
  const seules = etiquettesSeules(lignes, vocabulaire);
  const marges = numerosEnMarge(lignes);
  for (const ligne of lignes) {
    if (prises.has(ligne)) continue;
    const dernier = paras.at(-1);
    const grille = grilles.get(ligne);
    if (grille !== undefined) {
      for (const l of grille.lignes) prises.add(l);
      paras.push({ ...VIDE, nature: 'grille', lignes: [...grille.lignes], grille, isole: true });
      continue;
    }
    const rangee = rangees.get(ligne);
    if (rangee !== undefined) {
      for (const l of rangee.lignes) prises.add(l);
      paras.push(paraDeRangee(rangee, ligne.espaceAvant || ligne.premiere));
      continue;
    }
    const numero = marges.get(ligne);
    if (numero !== undefined) {
      paras.push({ ...VIDE, nature: 'numero', lignes: [ligne], numero, isole: true });
      continue;
    }
    const nouveau = ouvrir(ligne, dernier, vocabulaire, mesures, seules);
    if (nouveau !== null) paras.push(nouveau);
    else dernier?.lignes.push(ligne);
  }
  return completer(paras);
}

/** « Fiche n° 3 », « AXE 2 » alone on a line: the title is below, maybe after « Intitulé : ». */
function completer(paras: readonly Para[]): Para[] {
  const complets: Para[] = [];
  for (const para of paras) {
    const avant = complets.at(-1);
    const proche = avant?.lignes[0]?.page === para.lignes[0]?.page;
    const passages = avant !== undefined && proche && sansTitre(avant) ? titreSeul(para) : null;
    if (avant === undefined || passages === null) complets.push(para);
    else {
      const lignes = [...avant.lignes, ...para.lignes];
      complets[complets.length - 1] = { ...avant, lignes, titre: passages };
    }
  }
  return complets;
}

function sansTitre({ numero, titre, lignes }: Para): boolean {
  const [ligne] = lignes;
  return (
    titre === null &&
    numero !== null &&
    lignes.length === 1 &&
    numero.retrait >= (ligne?.texte.length ?? 0)
  );
}

/** The passages of a paragraph that can only be the title of the number above it. */
function titreSeul({ nature, numero, grille, lignes }: Para): readonly Passage[] | null {
  if (grille !== null) return null;
  const intitule = numero?.forme === 'intitule';
  if (
    !intitule &&
    (nature !== 'texte' || lignes.length > 3 || /[.;,]$/.test(lignes.at(-1)?.texte ?? ''))
  )
    return null;
  return passagesDe(lignes).map((p, i) =>
    i === 0 && intitule ? { ...p, debut: p.debut + (numero?.retrait ?? 0) } : p,
  );
}

function paraDeRangee(rangee: Rangee, isole: boolean): Para {
  const lignes = [...rangee.lignes];
  return { ...VIDE, nature: 'champ', lignes, rangee, isole };
}

/** The paragraph that a line opens, or null when it continues the one before. */
function ouvrir(
  ligne: LigneDoc,
  dernier: Para | undefined,
  v: Vocabulaire,
  m: Mesures,
  seules: ReadonlySet<LigneDoc>,
): Para | null {
  const isole =
    dernier === undefined || ligne.espaceAvant || ligne.premiere || dernier.nature === 'separateur';
  const base = { ...VIDE, lignes: [ligne], isole };
  if (estSeparateur(ligne.texte)) return { ...base, nature: 'separateur' };
  const section = sectionDe(ligne.texte, v);
  // « TENIR LA / DURÉE »: the end of a title is no label
  const etiquette = finitLeTitre(ligne, dernier) ? null : etiquetteDeLigne(ligne, v);
  // « Enjeux » heads a part in one document and a field in another, which sets all its labels so
  if (section !== null && (etiquette === null || !seules.has(ligne)))
    return { ...base, nature: 'section', section };
  if (etiquette !== null && peutEtreChamp(ligne, etiquette, dernier, isole, seules.has(ligne))) {
    return { ...base, nature: 'champ', etiquette };
  }
  const titre = ligne.niveau !== null || (ligne.gras === true && !m.grasCourant);
  const lue = ligneDatee(ligne.texte);
  const datee = lue !== null && titre && estVague(ligne.texte, lue) ? null : lue;
  if (datee !== null && (isole || datee.lieu !== null || !suite(ligne, dernier, v, m))) {
    return { ...base, nature: 'date' };
  }
  const numero = numeroDe(ligne.texte, v) ?? numeroEnMarge(ligne, v);
  if (numero !== null) return { ...base, nature: 'numero', numero };
  if (puceDe(ligne.texte) > 0 && listeDeChamp(ligne, dernier)) return null;
  if (puceDe(ligne.texte) > 0 && !continueTitre(ligne, dernier, v))
    return { ...base, nature: 'puce' };
  return suite(ligne, dernier, v, m) ? null : { ...base, nature: 'texte' };
}

/** One line that stands apart and does not end like a sentence. */
function estTitreProbable(para: Para | undefined): boolean {
  const texte = para?.lignes[0]?.texte ?? '';
  return para?.isole === true && para.lignes.length === 1 && !/[.;,:]$/.test(texte);
}

const REPRISES = 3;
const ETIQUETTE_SEULE_MAX = 60;

/**
 * The lines that are a label from end to end, in a document that sets its labels above their values:
 * three of them at least come several times.
 */
function etiquettesSeules(lignes: readonly LigneDoc[], v: Vocabulaire): ReadonlySet<LigneDoc> {
  const trouvees = lignes.filter((l) => {
    if (l.texte.length > ETIQUETTE_SEULE_MAX) return false;
    const etiquette = etiquetteEnTete(l.texte, v);
    return etiquette !== null && estSeule(l.texte, etiquette);
  });
  const comptes = new Map<string, number>();
  for (const { texte } of trouvees) comptes.set(texte, (comptes.get(texte) ?? 0) + 1);
  const reprises = [...comptes.values()].filter((n) => n > 1).length;
  return new Set(reprises >= REPRISES ? trouvees : []);
}

/** « CITÉ ÉDUCATIVE : TENIR LA » / « DURÉE »: the last word of a heading in capitals, close to it and set alike. */
function finitUnTitre(ligne: LigneDoc, dernier: Para | undefined): boolean {
  const avant = dernier?.lignes.at(-1);
  if (avant === undefined || ligne.espaceAvant || ligne.premiere) return false;
  if (dernier?.nature !== 'texte' && dernier?.nature !== 'numero') return false;
  const semblables = avant.taille === ligne.taille && avant.gras === ligne.gras;
  return (
    semblables && avant.page === ligne.page && [avant, ligne].every((l) => enCapitales(l.texte))
  );
}

/** « Objectifs : » in the middle of a paragraph is prose; the other labels may follow anything. */
function peutEtreChamp(
  ligne: LigneDoc,
  etiquette: Etiquette,
  dernier: Para | undefined,
  isole: boolean,
  seule: boolean,
): boolean {
  const dansUnBloc = dernier?.nature === 'champ' || dernier?.nature === 'numero';
  if (estSeule(ligne.texte, etiquette) && finitUnTitre(ligne, dernier)) return false;
  if (estSeule(ligne.texte, etiquette)) return dansUnBloc || ligne.gras === true || seule;
  // « Diagnostic : compter juste » set as a heading is one
  if (ligne.niveau !== null && etiquette.redige) return false;
  // a cell border is no punctuation of a sentence
  if (!etiquette.redige || ligne.texte.slice(etiquette.fin, etiquette.valeur).includes('\t'))
    return true;
  return (
    isole ||
    dansUnBloc ||
    estTitreProbable(dernier) ||
    dernier?.nature === 'section' ||
    ligne.gras === true
  );
}
