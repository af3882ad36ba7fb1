import type { TypeDocument } from '../../src/domain/page.js';
import { fold } from '../../src/french/fold.js';
import type { NomChamp } from '../stages/structure.js';
import { alternative } from './motifs.js';
import { SECTIONS, type Section, type SourceEcrite } from './schema.js';

/** Labels of the same fields. `redige`: the value is prose, which stays in the text too. */
export interface Libelle {
  readonly champs: readonly NomChamp[];
  readonly redige: boolean;
  /** It is no label of the vocabulary: a document's layout shows that it is one. */
  readonly inconnu?: true;
  /** The first letters of its wordings, so that few labels are tried on a line; all without. */
  readonly debuts?: ReadonlySet<string>;
  readonly motif: RegExp;
}

/** How many first letters of a label are looked at. */
const DEBUT = 3;

/** True when a text that starts so, article excluded, may be one of these labels. */
export function peutCommencer({ debuts }: Libelle, plie: string): boolean {
  if (debuts === undefined) return true;
  const nu = plie.replace(/^(?:les |le |la |l')/, '');
  for (const tete of nu === plie ? [plie] : [plie, nu])
    for (let n = DEBUT; n > 0; n -= 1) if (debuts.has(tete.slice(0, n))) return true;
  return false;
}

/** « dat » of « Date(s) et lieu(x) », « ou » of « Où (?) » */
function debutDe(expression: string): string {
  return /^[a-z0-9]{1,3}/.exec(fold(expression))?.[0] ?? '';
}

/** The vocabulary of a profile as regular expressions over folded text; sticky ones start where asked. */
export interface Vocabulaire {
  readonly etiquettes: readonly Libelle[];
  /** Whole line. */
  readonly sections: readonly (readonly [Section, RegExp])[];
  /** « axe 2 : », at the start of a line. */
  readonly prefixeAxe: RegExp;
  /** « action n° 3 : », at the start of a line; group `numero`. */
  readonly prefixeAction: RegExp;
  /** « intitulé de l'action », whole. */
  readonly etiquetteTitre: RegExp;
  /** « intitulé de l'action : », at the start of a line. */
  readonly prefixeTitre: RegExp;
  /** Names of the columns of titles, of numbers, whole. */
  readonly colonneTitre: RegExp;
  readonly colonneNumero: RegExp;
  /** Form of an action, at the start of a text. */
  readonly format: RegExp;
  /** What the title of such a document says, anywhere in it. */
  readonly titre: RegExp;
  /** A cross reference, group `page`. */
  readonly renvoi: RegExp;
  /** A heading that opens the closing matter, at its start; a sentence that does, anywhere in it. */
  readonly clotureTitre: RegExp;
  readonly cloturePhrase: RegExp;
  readonly servicesSection: RegExp;
  readonly servicesTitre: RegExp;
}

/** After a label: a remark in brackets, then a colon, dots up to its value or the border of a cell. */
const ARTICLE = "(?:les |le |la |l')?";
const SUITE =
  '\\s*(?:\\([^()]{0,60}\\))?\\s*(?:[:|>→]|\\.{2,}\\s|(?<=\\s)\\.\\s|\\t|$|(?<=\\?)\\s)';
const NUMERO = '(?:n\\s?[°o]\\s?)?';
/** The number of a heading; of « 1.2 », the last part. */
const CHIFFRES =
  '(?:(?:\\d{1,2}|[a-h]|[ivx]{1,4})[.-]|[a-h](?=\\d))?(?<numero>\\d{1,2}|[ivx]{1,5}|[a-h](?![a-z]))';

/** The vocabulary of a source for documents of a type. */
export function compiler(source: SourceEcrite, type: TypeDocument): Vocabulaire {
  const rediges: ReadonlySet<NomChamp> = new Set(source.champsRediges);
  return {
    etiquettes: source.champs
      .filter(({ types }) => types === undefined || types.some((t) => t === type))
      .map(({ champs, etiquettes, corps }) => ({
        champs,
        debuts: new Set(etiquettes.map(debutDe)),
        redige: corps || champs.some((c) => rediges.has(c)),
        // what follows the label is looked at here too, so that the longest alternative can win
        motif: new RegExp(`${ARTICLE}${alternative(etiquettes)}(?=${SUITE})`, 'y'),
      })),
    sections: SECTIONS.map((nom) => [
      nom,
      new RegExp(`^${alternative(source.sections[nom] ?? [])}\\s*[:.]?$`),
    ]),
    prefixeAxe: new RegExp(
      `^${alternative(source.prefixesAxe)}\\s+${NUMERO}${CHIFFRES}\\s*(?:[:.)–-]\\s*|$|\\s)`,
    ),
    prefixeAction: new RegExp(
      `^${alternative(source.prefixesAction)}\\s+${NUMERO}${CHIFFRES}\\s*(?:[:.)–-]\\s*|$)`,
    ),
    etiquetteTitre: new RegExp(`^${ARTICLE}${alternative(source.etiquettesTitre)}$`),
    prefixeTitre: new RegExp(`^${ARTICLE}${alternative(source.etiquettesTitre)}\\s*:\\s*`),
    colonneTitre: new RegExp(
      `^${alternative([...source.etiquettesTitre, ...source.colonnesTitre])}$`,
    ),
    colonneNumero: new RegExp(`^${alternative(source.colonnesNumero)}$`),
    format: new RegExp(`^${alternative(source.formats)}(?![a-z0-9])`),
    titre: new RegExp(`(?<![a-z])${alternative(source.titres)}(?![a-z])`),
    renvoi: new RegExp(`(?<![a-z])${alternative(source.renvois)}\\s*(?<page>\\d{1,4})(?!\\d)`),
    clotureTitre: new RegExp(`^${ARTICLE}${alternative(source.cloture.titres)}(?![a-z0-9])`),
    cloturePhrase: new RegExp(`(?<![a-z0-9])${alternative(source.cloture.phrases)}(?![a-z0-9])`),
    servicesSection: new RegExp(`^${alternative(source.services.sections)}(?![a-z0-9])`),
    servicesTitre: new RegExp(`(?<![a-z0-9])${alternative(source.services.titres)}(?![a-z0-9])`),
  };
}
