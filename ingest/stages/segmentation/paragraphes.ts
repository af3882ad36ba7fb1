import type { Section } from '../../sources/schema.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { ligneDatee } from './datees.js';
import { type Etiquette, estSeule, etiquetteEnTete, sectionDe } from './etiquettes.js';
import { estSeparateur, type LigneDoc, type Mesures } from './lignes.js';
import { type Numero, numeroDe } from './numeros.js';
import { puceDe } from './puces.js';
import type { Rangee } from './rangees.js';
import { continueTitre, listeDeChamp, suite } from './suites.js';

export type Nature = 'texte' | 'champ' | 'date' | 'numero' | 'section' | 'puce' | 'separateur';

/** Lines that belong together, and what their first line is. */
export interface Para {
  readonly nature: Nature;
  readonly lignes: LigneDoc[];
  readonly numero: Numero | null;
  readonly section: Section | null;
  readonly etiquette: Etiquette | null;
  readonly rangee: Rangee | null;
  /** A gap, a page's head or a separator stands above. */
  readonly isole: boolean;
}

/** Groups the lines of the running text into paragraphs. */
export function grouper(
  lignes: readonly LigneDoc[],
  vocabulaire: Vocabulaire,
  mesures: Mesures,
  rangees: ReadonlyMap<LigneDoc, Rangee>,
): Para[] {
  const paras: Para[] = [];
  const prises = new Set<LigneDoc>();
  for (const ligne of lignes) {
    if (prises.has(ligne)) continue;
    const dernier = paras.at(-1);
    const rangee = rangees.get(ligne);
    if (rangee !== undefined) {
      for (const l of rangee.lignes) prises.add(l);
      paras.push(paraDeRangee(rangee, ligne.espaceAvant || ligne.premiere));
      continue;
    }
    const nouveau = ouvrir(ligne, dernier, vocabulaire, mesures);
    if (nouveau !== null) paras.push(nouveau);
    else dernier?.lignes.push(ligne);
  }
  return paras;
}

function paraDeRangee(rangee: Rangee, isole: boolean): Para {
  const lignes = [...rangee.lignes];
  return { nature: 'champ', lignes, numero: null, section: null, etiquette: null, rangee, isole };
}

/** The paragraph that a line opens, or null when it continues the one before. */
function ouvrir(
  ligne: LigneDoc,
  dernier: Para | undefined,
  v: Vocabulaire,
  m: Mesures,
): Para | null {
  const isole =
    dernier === undefined || ligne.espaceAvant || ligne.premiere || dernier.nature === 'separateur';
  const base = {
    lignes: [ligne],
    numero: null,
    section: null,
    etiquette: null,
    rangee: null,
    isole,
  };
  if (estSeparateur(ligne.texte)) return { ...base, nature: 'separateur' };
  const section = sectionDe(ligne.texte, v);
  if (section !== null) return { ...base, nature: 'section', section };
  const etiquette = etiquetteEnTete(ligne.texte, v);
  if (etiquette !== null && peutEtreChamp(ligne, etiquette, dernier, isole)) {
    return { ...base, nature: 'champ', etiquette };
  }
  if (ligneDatee(ligne.texte) !== null && (isole || !suite(ligne, dernier, v, m))) {
    return { ...base, nature: 'date' };
  }
  const numero = numeroDe(ligne.texte, v);
  if (numero !== null) return { ...base, nature: 'numero', numero };
  if (puceDe(ligne.texte) > 0 && listeDeChamp(ligne, dernier)) return null;
  if (puceDe(ligne.texte) > 0 && !continueTitre(ligne, dernier, v))
    return { ...base, nature: 'puce' };
  return suite(ligne, dernier, v, m) ? null : { ...base, nature: 'texte' };
}

/** « Objectifs : » in the middle of a paragraph is prose; the other labels may follow anything. */
function peutEtreChamp(
  ligne: LigneDoc,
  etiquette: Etiquette,
  dernier: Para | undefined,
  isole: boolean,
): boolean {
  const dansUnBloc = dernier?.nature === 'champ' || dernier?.nature === 'numero';
  if (estSeule(ligne.texte, etiquette)) return dansUnBloc || ligne.gras === true;
  if (!etiquette.redige) return true;
  return isole || dansUnBloc || dernier?.nature === 'section' || ligne.gras === true;
}
