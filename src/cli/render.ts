import type { PreuveTexte } from '../domain/fait.js';
import { estPreuveTexte } from '../domain/fait.js';
import type {
  Maillon,
  PreuveSituee,
  Reponse,
  Resultat,
  ResultatAction,
} from '../questions/types.js';
import type { ReponseRecherche } from '../search/port.js';
import type { Output } from './output.js';
import { count, line } from './output.js';

const TITRES_PORTEE: Readonly<Record<string, string>> = {
  nommee: 'Nommément',
  quartier: 'Par un quartier',
  groupement: 'Par un groupement',
  dispositif: 'Par un dispositif',
  departement: 'Par le département',
  citee: 'Seulement citée',
  reservee: 'Réservées à d’autres',
};

/** An answer as a person reads it: the sentence, the results with why, the silence if any, the coverage. */
export function printAnswer(output: Output, reponse: Reponse): void {
  line(output, reponse.phrase);
  let portee: string | undefined;
  for (const resultat of reponse.resultats) {
    const sienne = 'portee' in resultat ? resultat.portee : undefined;
    if (sienne !== undefined && sienne !== portee)
      line(output, `\n${TITRES_PORTEE[sienne] ?? sienne}`);
    portee = sienne;
    printResult(output, resultat);
  }
  if (reponse.apart !== undefined && reponse.apart.length > 0) {
    line(output, '\nÀ part, non comptées :');
    for (const action of reponse.apart) printResult(output, action);
  }
  if (reponse.proches !== undefined && reponse.proches.length > 0) {
    line(output, '\nCe qui s’en approche, sans y répondre :');
    for (const proche of reponse.proches.slice(0, PROCHES_MAX)) printResult(output, proche);
  }
  if (reponse.sansReponse !== undefined && !reponse.phrase.includes(reponse.sansReponse.phrase)) {
    line(output, reponse.sansReponse.phrase);
  }
  line(output, `\n${reponse.couverture.phrase}`);
}

/** Near results shown beside a silence. */
const PROCHES_MAX = 5;

/** Search results, best first. */
export function printHits(
  output: Output,
  { total, resultats, suggestion, elargie, absents = [] }: ReponseRecherche,
): void {
  line(output, total === 0 ? 'Rien trouvé.' : count(total, 'résultat'));
  if (absents.length > 0)
    line(output, `Aucun texte lu ne contient ${absents.map((m) => `« ${m} »`).join(', ')}.`);
  if (elargie === true) line(output, 'Aucun n’a tous les mots : ceux qui en ont le plus d’abord.');
  if (suggestion !== undefined) line(output, `Vouliez-vous dire : ${suggestion} ?`);
  for (const r of resultats) {
    line(output, `\n${r.type} : ${r.titre}`);
    const extrait = r.extrait
      .replace(/[\uE000\uE001]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (extrait !== '' && extrait !== r.titre) line(output, `  ${extrait}`);
    line(output, `  ${r.url}`);
  }
}

function printResult(output: Output, resultat: Resultat): void {
  line(output, `• ${resultat.titre}${details(resultat)}`);
  const maillons = chain(resultat);
  for (const maillon of maillons) line(output, `    ${maillon.phrase}${source(maillon.preuves)}`);
  if (maillons.length === 0 && 'preuves' in resultat)
    line(output, `   ${source(resultat.preuves)}`);
  if ('extrait' in resultat)
    line(output, `    ${resultat.extrait.replace(/[\uE000\uE001]/g, '').replace(/\s+/g, ' ')}`);
}

function details(resultat: Resultat): string {
  if (resultat.type !== 'Action' || !('axe' in resultat)) return '';
  const { axe, annee } = resultat as ResultatAction;
  const parts = [axe, annee === null ? null : String(annee)].filter((p) => p !== null);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function chain(resultat: Resultat): readonly Maillon[] {
  if ('maillons' in resultat) return resultat.maillons;
  return 'chaine' in resultat ? (resultat.chaine ?? []) : [];
}

function source(preuves: readonly PreuveSituee[]): string {
  const textes = preuves.flatMap((p) => (estPreuveTexte(p) ? [p] : []));
  const [premiere] = textes;
  if (premiere === undefined) {
    const [liste] = preuves.flatMap((p) => (estPreuveTexte(p) ? [] : [p]));
    return liste === undefined ? '' : ` [${liste.referentiel}, ${liste.millesime}]`;
  }
  const page = premiere.imprimee ?? premiere.page;
  const passages = [...new Set(textes.map(passage))].slice(0, 2);
  return ` [${premiere.fichier ?? premiere.document}, p. ${page} : ${passages.join(' … ')}]`;
}

/** A quote in its printed line: « Territoire : département ». */
function passage({ avant = '', citation, apres = '' }: Extract<PreuveSituee, PreuveTexte>): string {
  return `« ${`${avant}${citation}${apres}`.replace(/\s+/g, ' ').trim()} »`;
}
