import type { Contexte } from './context.js';
import { Avant, ecrit, estPropre, estSoude } from './context.js';
import type { FormeDe, Lecture } from './forms.js';
import { nameKey } from './lexicon.js';

const INDICES_DEPARTEMENT = new Avant([
  'département de',
  "département d'",
  'département du',
  'département de la',
  "département de l'",
  'département des',
  'conseil général de',
  'préfecture de',
]);
const MOIS = new Set(
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ans h heures euros'.split(
    ' ',
  ),
);

/**
 * A département by its name; a bare common word (« Nord », « Oise ») needs « département » before it, brackets
 * around it, or a field to itself in a document about that département.
 */
export function readDepartement(
  c: Contexte,
  debut: number,
  fin: number,
  formes: readonly FormeDe<'departement'>[],
): Lecture | undefined {
  const [forme] = formes;
  if (forme === undefined || !estPropre(c, debut, fin) || estSoude(c, debut, fin)) return undefined;
  if (
    forme.indiceExige === true &&
    !INDICES_DEPARTEMENT.find(c.texte, c.jetons, debut) &&
    !entreParentheses(c, debut, fin) &&
    !estLeSien(c, debut, fin, forme.id)
  ) {
    return undefined;
  }
  return { type: 'departement', debut, fin, candidats: [{ id: forme.id, libelle: forme.libelle }] };
}

/** « Territoire : Oise » in a programme of the Oise: no river. */
function estLeSien(c: Contexte, debut: number, fin: number, id: string): boolean {
  const sien = c.options.mode === 'document' && id === `departement:${c.options.departement}`;
  return sien && ecrit(c, debut, fin) === c.nu;
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
