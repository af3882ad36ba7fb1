import type { Contexte } from './context.js';
import { Avant, estPropre, estSoude } from './context.js';
import type { FormeDe, Lecture } from './forms.js';
import { nameKey } from './lexicon.js';

const INDICES_DEPARTEMENT = new Avant([
  'département de',
  "département d'",
  'département du',
  'département de la',
  "département de l'",
  'département des',
  'départements de',
  "départements d'",
  'départements du',
  'départements de la',
  "départements de l'",
  'départements des',
  'tout le',
  'toute la',
  "tout l'",
  "toute l'",
  'conseil général de',
  'préfecture de',
]);
const MOIS = new Set(
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ans h heures euros'.split(
    ' ',
  ),
);

/** A département that may be named; `sure: false` asks for another one beside it: « Calvados, Manche, Orne ». */
export interface LectureDepartement {
  readonly lecture: Lecture;
  readonly sure: boolean;
}

/**
 * A département by its name; a bare common word (« Nord », « Oise ») needs « département » or « tout le » before it,
 * brackets around it, or to be the document's own, after its article or as one item of a list.
 */
export function readDepartement(
  c: Contexte,
  debut: number,
  fin: number,
  formes: readonly FormeDe<'departement'>[],
): LectureDepartement | undefined {
  const [forme] = formes;
  if (forme === undefined || !estPropre(c, debut, fin) || estSoude(c, debut, fin)) return undefined;
  const lecture: Lecture = {
    type: 'departement',
    debut,
    fin,
    candidats: [{ id: forme.id, libelle: forme.libelle }],
  };
  const sure =
    forme.indiceExige !== true ||
    INDICES_DEPARTEMENT.find(c.texte, c.jetons, debut) !== undefined ||
    entreParentheses(c, debut, fin) ||
    estLeSien(c, debut, fin, forme.id);
  return sure || c.options.mode === 'document' ? { lecture, sure } : undefined;
}

/** How far before a name its article or its separator is looked for, in characters. */
const DEVANT = 12;

/** « Territoire : Oise », « toute la Somme », « Calvados, Manche » in a programme of that département: no river. */
function estLeSien(c: Contexte, debut: number, fin: number, id: string): boolean {
  if (c.options.mode !== 'document' || id !== `departement:${c.options.departement}`) return false;
  const position = c.jetons[debut]?.debut ?? 0;
  const avant = c.texte.slice(Math.max(0, position - DEVANT), position);
  const apres = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0);
  const seul = /(?:^|[,;:/]\s*|\set\s+)$/.test(avant) && /^\s*(?:[,;/.]|$|et\s)/.test(apres);
  return seul || /(?<!\p{L})(?:l[ea]\s+|l['’]|d[eu]\s+|d['’]|en\s+|dans\s+)$/iu.test(avant);
}

/** True when only a list's separator stands between two départements: « de la Sarthe et de la Mayenne ». */
export function seSuivent(c: Contexte, a: Lecture, b: Lecture): boolean {
  const [avant, apres] = a.debut < b.debut ? [a, b] : [b, a];
  const entre = c.texte.slice(c.jetons[avant.fin - 1]?.fin ?? 0, c.jetons[apres.debut]?.debut ?? 0);
  return /^\s*(?:,\s*et|[,;/–-]|et|ou)\s*(?:(?:dans|en|de|du|des|la|le|les)\s+|[ld]['’]\s*)*$/.test(
    entre,
  );
}

function entreParentheses(c: Contexte, debut: number, fin: number): boolean {
  const avant = c.texte[(c.jetons[debut]?.debut ?? 0) - 1];
  return avant === '(' && c.texte[c.jetons[fin - 1]?.fin ?? 0] === ')';
}

/** « dans le 95 », « du 93 »: the number of a département of Île-de-France said for its name. */
export function readNumero(c: Contexte, rang: number): Lecture | undefined {
  const jeton = c.jetons[rang];
  if (jeton === undefined || !/^(?:77|78|9[1-5])$/.test(jeton.brut) || jeton.avant !== 'joint')
    return undefined;
  if (!['le', 'du'].includes(c.jetons[rang - 1]?.forme ?? '')) return undefined;
  const suite = c.texte.slice(jeton.fin, jeton.fin + 2);
  if (MOIS.has(c.jetons[rang + 1]?.forme ?? '') || /^(?:\s?%|[,.]\d|\s?€)/.test(suite))
    return undefined;
  const departement = c.ref.departements.find((d) => d.id === `departement:${jeton.brut}`);
  return (
    departement && {
      type: 'departement',
      debut: rang,
      fin: rang + 1,
      candidats: [{ id: departement.id, libelle: departement.nom }],
    }
  );
}

/** Characters within which the commune of a quarter must be named: « Joliot-Curie à Argenteuil ». */
const VOISINAGE = 150;

/** A quarter near the name of its commune; a question may name it alone when the name is a rare one. */
export function readQuartier(
  c: Contexte,
  debut: number,
  fin: number,
  formes: readonly FormeDe<'quartier'>[],
  communes: readonly Lecture[],
): Lecture | undefined {
  if (!estPropre(c, debut, fin) || estSoude(c, debut, fin)) return undefined;
  const place = c.jetons[debut]?.debut ?? 0;
  const proches = communes
    .filter((l) => l.fin <= debut || l.debut >= fin)
    .filter((l) => Math.abs((c.jetons[l.debut]?.debut ?? 0) - place) <= VOISINAGE)
    .flatMap((l) => l.candidats.map((x) => x.id));
  const deLaCommune = formes.filter((f) => f.quartier.communes.some((id) => proches.includes(id)));
  const rare =
    c.options.mode === 'question' &&
    c.jetons
      .slice(debut, fin)
      .some((j) => j.forme.length >= 6 && c.ref.motsCourants?.has(j.forme) !== true);
  const retenus = deLaCommune.length > 0 ? deLaCommune : rare ? formes : [];
  const candidats = [
    ...new Map(
      retenus.map((f) => [f.quartier.id, { id: f.quartier.id, libelle: f.quartier.nom }]),
    ).values(),
  ];
  return candidats.length === 0 ? undefined : { type: 'quartier', debut, fin, candidats };
}

/** « Saint-Denis (93) », « Clichy (Hauts-de-Seine) »: the département that brackets give, as its code. */
export function departementApres(c: Contexte, fin: number): string | undefined {
  const apres = c.texte.slice(c.jetons[fin - 1]?.fin ?? 0);
  const dit = /^\s*\(([^()]{2,30})\)/.exec(apres)?.[1];
  if (dit === undefined) return undefined;
  const cle = nameKey(dit);
  const trouve = c.ref.departements.find(
    ({ id, nom }) => id === `departement:${dit.toUpperCase()}` || nameKey(nom) === cle,
  );
  return trouve?.id.slice('departement:'.length);
}
