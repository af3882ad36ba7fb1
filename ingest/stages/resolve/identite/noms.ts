import type { Gazetteer, Mention, TypeMention } from '../../../../src/gazetteer/types.js';
import type { Cadre } from './types.js';

/** Years asked of an intercommunalité where none is given: it may be of any of them. */
const ANNEES = [1998, 2004, 2009, 2012, 2015, 2018, 2024];
/** The year asked of other names. */
const ANNEE = 2012;

/** What the gazetteer says a whole name names, and whether a reader of documents would take it as it is printed. */
export interface Lu {
  readonly ids: ReadonlySet<string>;
  /** True when found only as a person types it: mistyped, shortened, without capitals. */
  readonly approche: boolean;
}

/** Entities of a kind that the whole of a name may be, by the rules that read documents; failing these, by those that read questions. */
export function readName(nom: string, type: TypeMention, cadre: Cadre, departement?: string): Lu {
  const exact = readExact(nom, type, cadre, departement);
  if (exact.size > 0) return { ids: exact, approche: false };
  return { ids: idsOf(nom, type, cadre, 'question', departement), approche: true };
}

/** Entities of a kind that the whole of a name is, by the rules that read documents. */
export function readExact(
  nom: string,
  type: TypeMention,
  cadre: Cadre,
  departement?: string,
): ReadonlySet<string> {
  return idsOf(nom, type, cadre, 'document', departement);
}

function idsOf(
  nom: string,
  type: TypeMention,
  cadre: Cadre,
  mode: 'document' | 'question',
  propre?: string,
): Set<string> {
  const departement = propre ?? cadre.departement;
  const toutes = cadre.annee === undefined && type === 'intercommunalite' && mode === 'document';
  const ids = new Set<string>();
  for (const annee of toutes ? ANNEES : [cadre.annee ?? ANNEE]) {
    const lieu = departement === undefined ? {} : { departement };
    const mentions = cadre.gazetteer.mentions(nom, { annee, mode, types: [type], ...lieu });
    const entiere = mentions.find((m) => isWhole(nom, m));
    for (const { id } of entiere?.candidats ?? []) ids.add(id);
  }
  return ids;
}

function isWhole(nom: string, { debut, fin }: Mention): boolean {
  return (
    /^[\s«»"'“”]*(?:l[ea]s?\s+|l[’']\s?)?$/i.test(nom.slice(0, debut)) &&
    /^[\s«»"'“”.]*$/.test(nom.slice(fin))
  );
}

/** True when two sets share an id. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((id) => b.has(id));
}

/** The only member of a set, or undefined. */
export function only(ids: ReadonlySet<string>): string | undefined {
  const [seul, autre] = ids;
  return autre === undefined ? seul : undefined;
}

const PARENTHESE = /\s*[([]\s*([^()[\]]{1,40}?)\s*[)\]]\s*$/;
const POSTAL = /^\s*(\d{2})(\d)\d{2}\s+(?=\p{L})|\s+(\d{2})(\d)\d{2}\s*$/u;
const CODE = /(?:,|\s[-–])\s*(\d{2,3}|2[AB])\s*$/;

/** A name without the département that is printed with it: « Saint-Denis (93) », « 95200 Sarcelles », « Saint-Denis (La Réunion) ». */
export function splitDepartement(nom: string, cadre: Cadre): { nom: string; departement?: string } {
  const postal = POSTAL.exec(nom);
  if (postal !== null) {
    const deux = postal[1] ?? postal[3] ?? '';
    const code = deux === '97' || deux === '98' ? `${deux}${postal[2] ?? postal[4] ?? ''}` : deux;
    return { nom: nom.replace(POSTAL, '').trim(), departement: code };
  }
  const reste = PARENTHESE.exec(nom);
  const code = departementCode(reste?.[1] ?? '', cadre);
  if (code !== undefined) return { nom: nom.replace(PARENTHESE, ''), departement: code };
  const final = CODE.exec(nom)?.[1];
  if (final !== undefined && departementCode(final, cadre) !== undefined)
    return { nom: nom.replace(CODE, ''), departement: final };
  return { nom };
}

function departementCode(texte: string, { gazetteer, departements }: Cadre): string | undefined {
  const imprime = texte.trim();
  if (imprime === '') return undefined;
  const codes = departements ?? departementCodes(gazetteer);
  return codes.get(imprime.toUpperCase()) ?? codes.get(key(imprime));
}

/** The code of a département by that code and by its folded name. */
export function departementCodes({ referentiels }: Gazetteer): ReadonlyMap<string, string> {
  return new Map(
    referentiels.departements.flatMap(({ id, nom }) => {
      const code = id.slice('departement:'.length);
      return [[code, code] as const, [key(nom), code] as const];
    }),
  );
}

function key(nom: string): string {
  return nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*(?:l[ea]s?\s+|l[’'])/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
