import { type Compte, creerCompte, nomsSynonymes } from '../indexation.js';
import type { DocumentIndexe } from '../port.js';
import { type Cle, estNomPropre } from '../termes.js';
import { type Codes, type Fiche, ficheDe } from './fiche.js';
import { morceaux } from './lexique.js';
import { NomsEntiers } from './noms.js';
import type { Synonymes } from './reglages.js';

/** Characters of one sending; the server takes 100 MB. */
const ENVOI = 10_000_000;

/** A record that is no document. */
export interface Annexe {
  readonly cle: string;
  readonly genre: 'lexique' | 'etat';
  readonly ordre: number;
  readonly generation: string;
  readonly contenu?: string;
  readonly sequence?: number;
  readonly version?: number;
}

/** What the documents say together, gathered while each is written. */
export interface Recueil {
  readonly compte: Compte;
  readonly codes: Codes;
  readonly noms: [cle: string, chose: number, nom: string][];
  readonly entiers: NomsEntiers;
  /** Words of the shortest name of a place or a person that has the key and a proof. */
  readonly propres: Map<Cle, number>;
}

export function creerRecueil(): Recueil {
  return {
    compte: creerCompte(),
    codes: { parPaire: new Map(), valeurs: [] },
    noms: [],
    entiers: new NomsEntiers(),
    propres: new Map(),
  };
}

/** The records of an index, one at a time: all of them would be several times the documents. */
export function* enregistrements(
  documents: readonly DocumentIndexe[],
  etat: Annexe,
  recueil: Recueil,
): Generator<Fiche | Annexe> {
  const { generation } = etat;
  const { compte, codes, noms, entiers, propres } = recueil;
  for (const [i, document] of documents.entries()) {
    const fiche = ficheDe(document, i + 1, generation, compte, codes);
    yield fiche;
    retenirNoms(fiche, recueil);
    for (const { cle, nom } of nomsSynonymes(document)) noms.push([cle, i + 1, nom]);
  }
  const mots = [...compte.mots].map(
    ([cle, { df, forme }]) => [cle, df, forme, propres.get(cle) ?? 0] as const,
  );
  const facettes = codes.valeurs;
  const vocabulaire = { mots, noms, entiers, facettes, documents: documents.length };
  let ordre = 0;
  for (const contenu of morceaux(vocabulaire)) {
    yield { cle: `l${ordre}`, genre: 'lexique', ordre, generation, contenu };
    ordre += 1;
  }
  yield etat;
}

/** What tells whether a name may be asked for. */
function retenirNoms(fiche: Fiche, { entiers, propres }: Recueil): void {
  entiers.ajouter(fiche.nomTitre, 'titre');
  for (const nom of fiche.nomsAlias) entiers.ajouter(nom, 'alias');
  if (fiche.document === null || !estNomPropre(fiche.type)) return;
  for (const cle of fiche.clesTitre)
    propres.set(cle, Math.min(propres.get(cle) ?? fiche.longueur, fiche.longueur));
}

/** Sigles of the documents, in small letters. */
export function siglesDe({ compte }: Recueil): string[] {
  return [...compte.mots.keys()]
    .flatMap((cle) => (cle.startsWith('^') ? [cle.slice(1)] : []))
    .sort();
}

/** JSON lists of records, each small enough to be sent at once. Halves of characters, which the server refuses, are replaced. */
export function* envois(enregistrements: Iterable<Fiche | Annexe>): Generator<string> {
  let lignes: string[] = [];
  let taille = 0;
  for (const e of enregistrements) {
    const ligne = JSON.stringify(e).replace(/\\ud[89a-f][0-9a-f]{2}/g, '\\ufffd');
    lignes.push(ligne);
    taille += ligne.length;
    if (taille < ENVOI) continue;
    yield `[${lignes.join(',')}]`;
    lignes = [];
    taille = 0;
  }
  if (lignes.length > 0) yield `[${lignes.join(',')}]`;
}

/** Names that stand for one another, as the server takes them. */
export function synonymesDe({ noms }: Recueil): Synonymes {
  const parChose = new Map<number, string[]>();
  for (const [, chose, nom] of noms)
    parChose.set(chose, [...(parChose.get(chose) ?? []), nom.toLowerCase()]);
  const synonymes: Record<string, string[]> = {};
  for (const groupe of parChose.values()) {
    for (const nom of groupe) {
      const autres = groupe.filter((autre) => autre !== nom);
      if (autres.length > 0) synonymes[nom] = [...new Set([...(synonymes[nom] ?? []), ...autres])];
    }
  }
  return synonymes;
}
