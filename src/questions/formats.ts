import { fold } from '../french/fold.js';
import type { Contexte } from './contexte.js';
import { texte } from './references.js';

/** What stands before « de », « des », a capital or an opening bracket heads a format: « groupe de travail des équipes PRE ». */
const SUITE = /\s(?:des|du|avec|pour|sur)\s.*$|\s*[(:,–].*$/u;
/** Words that name a form of work, in formats and at the start of titles. */
const MOT_DE_FORMAT =
  /^(?:groupe|atelier|cycle|rencontre|seminaire|formation|visite|journee|reseau|club|colloque|conference|petit[ -]dejeuner|samedi|table[ -]ronde)s?\b/;

/** « Groupes de travail CLS-ASV » -> « groupe de travail »: the head of a format, in the singular. */
export function teteFormat(format: string): string {
  return singulier(fold(format.replace(SIGLE, '')).replace(SUITE, ''));
}

/** « CLS-ASV » after « groupes de travail », « Observations et territoires » after « rencontre ». */
const SIGLE = /\s+(?:\p{Lu}[\p{Lu}\d-]+|\p{Lu}\p{L}*(?:\s.*)?)$/u;

function singulier(plie: string): string {
  return plie
    .split(/[^\p{L}\p{N}()]+/u)
    .filter((m) => m !== '')
    .map((m) => (m.length > 3 ? m.replace(/\(e\)s?$/, '').replace(/[sx]$/, '') : m))
    .join(' ');
}

/** The formats that the base knows by their heads, each as it is first printed: those said, and those that titles start with. */
export function tetesConnues(contexte: Contexte): ReadonlyMap<string, string> {
  return contexte.une('tetes des formats', () => {
    const tetes = new Map<string, string>();
    const ajouter = (imprime: string | null): void => {
      const tete = imprime === null ? '' : teteFormat(imprime);
      if (imprime !== null && tete !== '' && !tetes.has(tete)) tetes.set(tete, imprime);
    };
    for (const a of contexte.tous('Action')) {
      const format = texte(a, 'format');
      ajouter(format === null ? null : teteLisible(format));
      ajouter(deTitre(a.libelle));
    }
    return tetes;
  });
}

/** The head of a format as printed, its first letter small. */
function teteLisible(format: string): string {
  const sansSigle = format.replace(SIGLE, '');
  const tete = sansSigle.slice(0, fold(sansSigle).replace(SUITE, '').length);
  return `${tete.slice(0, 1).toLowerCase()}${tete.slice(1)}`;
}

/** « Groupe d'échanges des chefs de projet » -> « groupe d'échanges »; null when no form of work starts the title. */
function deTitre(titre: string): string | null {
  const nu = titre.replace(/^(?:l['’]|la |le |les )/i, '');
  if (!MOT_DE_FORMAT.test(fold(nu))) return null;
  const lie = /^[\p{L}-]+(?:\s+(?:de |d['’])[\p{L}-]+)?/u.exec(nu)?.[0] ?? '';
  return `${lie.slice(0, 1).toLowerCase()}${lie.slice(1)}`;
}

/** Actions whose format, or the start of whose title, is of the same head. */
export function actionsDuFormat(contexte: Contexte, format: string): ReadonlySet<string> {
  const tete = teteFormat(format);
  const siennes = contexte.une('formats des actions', () =>
    contexte.tous('Action').map((a) => ({
      id: a.id,
      tetes: [texte(a, 'format'), a.libelle].flatMap((t, i) =>
        t === null ? [] : i === 0 ? [teteFormat(t), singulier(fold(t))] : titreEnTete(t),
      ),
    })),
  );
  const commence = (t: string): boolean => t === tete || t.startsWith(`${tete} `);
  return new Set(siennes.filter((a) => a.tetes.some(commence)).map((a) => a.id));
}

function titreEnTete(titre: string): string[] {
  const tete = deTitre(titre);
  return tete === null ? [] : [singulier(fold(tete))];
}
