import type { GrapheLecture, ParametresCypher } from './port.js';

/** What a contract file `queries/<theme>/<question>.ts` exports, as the caller needs it. */
export interface ContratQuestion<Parametres extends ParametresCypher, Ligne> {
  /** `<theme>/<question>`. */
  readonly question: string;
  /** The query says the order of its rows. The others' depends on the engine: theirs are sorted by their values. */
  readonly ordonnee?: boolean;
  readonly parametres: { parse(valeur: unknown): Parametres };
  readonly ligne: { parse(valeur: unknown): Ligne };
}

/**
 * Asks a question of the book and returns its rows, in an order that no engine changes, both sides checked by its contract:
 * `lireQuestion(graphe, actionsCommune, { commune: 'commune:95268', anneeMin: 2012, anneeMax: 2012 })`.
 * @throws the contract's own error when parameters or rows are not what it says
 */
export async function lireQuestion<Parametres extends ParametresCypher, Ligne>(
  graphe: GrapheLecture,
  contrat: ContratQuestion<Parametres, Ligne>,
  parametres: Parametres,
): Promise<Ligne[]> {
  const lignes = await graphe.lire(contrat.question, contrat.parametres.parse(parametres));
  const lues = lignes.map((ligne) => contrat.ligne.parse(ligne));
  return contrat.ordonnee === true ? lues : sorted(lues);
}

function sorted<Ligne>(lignes: readonly Ligne[]): Ligne[] {
  return lignes
    .map((ligne) => ({ ligne, cle: JSON.stringify(ligne) }))
    .sort((a, b) => (a.cle < b.cle ? -1 : Number(a.cle > b.cle)))
    .map(({ ligne }) => ligne);
}
