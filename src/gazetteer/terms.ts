import { fold } from '../french/fold.js';
import type { Contexte } from './context.js';
import { estPropre, estSigleEcrit } from './context.js';
import type { Forme, FormeDe, Lecture } from './forms.js';
import type { Lexicon } from './lexicon.js';
import { singulier } from './tokens.js';
import type { Candidat, Departement, Dispositif, Organisme } from './types.js';

/** Characters around an ambiguous sigle whose words are weighed. */
const FENETRE = 300;

/** Dispositifs by id and the words that tell ambiguous sigles apart. */
export class LecteurDispositifs {
  readonly #parId: ReadonlyMap<string, Dispositif>;
  readonly #mots: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sigles that must be settled by the words around: several dispositifs have it, or it has other meanings. */
  constructor(dispositifs: readonly Dispositif[]) {
    this.#parId = new Map(dispositifs.map((d) => [d.id, d]));
    this.#mots = new Map(
      dispositifs.map((d) => [
        d.id,
        new Set((d.contexte ?? []).map((mot) => singulier(fold(mot)))),
      ]),
    );
  }

  read(
    c: Contexte,
    debut: number,
    fin: number,
    formes: readonly FormeDe<'dispositif'>[],
  ): Candidat[] {
    const ecrites = formes.filter((f) => {
      if (f.enVigueur === true && !this.#isInForce(c, f.id)) return false;
      const majuscules = this.#parId.get(f.id)?.majuscules === true;
      return (
        f.casse !== 'sigle' || (fin - debut === 1 && estSigleEcrit(c, debut, f.brut, majuscules))
      );
    });
    const sigle = ecrites.some((f) => f.casse === 'sigle');
    const dispositifs = [...new Set(ecrites.map((f) => f.id))].flatMap(
      (id) => this.#parId.get(id) ?? [],
    );
    return this.#departager(c, debut, dispositifs, sigle).map(({ id, nom }) => ({
      id,
      libelle: nom,
    }));
  }

  #isInForce({ options: { mode, annee } }: Contexte, id: string): boolean {
    const { debut = null, fin = null } = this.#parId.get(id) ?? {};
    return mode === 'document' && annee >= (debut ?? annee) && annee <= (fin ?? annee);
  }

  /** By the words around, then by the year: those in force, or the nearest. */
  #departager(
    c: Contexte,
    debut: number,
    dispositifs: readonly Dispositif[],
    sigle: boolean,
  ): Dispositif[] {
    const ambigus = sigle && dispositifs.some((d) => (d.contexte ?? []).length > 0);
    if (!ambigus && dispositifs.length < 2) return [...dispositifs];
    const points = ambigus ? this.#points(c, debut, dispositifs) : new Map<string, number>();
    const max = Math.max(0, ...points.values());
    // Alone with a meaning outside this book (DSU): silence rather than a guess. A question is taken at its word.
    if (ambigus && max === 0 && dispositifs.length === 1)
      return c.options.mode === 'question' ? [...dispositifs] : [];
    const meilleurs = max === 0 ? dispositifs : dispositifs.filter((d) => points.get(d.id) === max);
    const ecart = (d: Dispositif): number =>
      Math.max(
        (d.debut ?? c.options.annee) - c.options.annee,
        c.options.annee - (d.fin ?? c.options.annee),
        0,
      );
    const tries = [...meilleurs].sort(
      (a, b) => ecart(a) - ecart(b) || (b.debut ?? 0) - (a.debut ?? 0),
    );
    if (ambigus) return tries;
    const [proche] = tries;
    return proche === undefined ? [] : tries.filter((d) => ecart(d) === ecart(proche));
  }

  #points(c: Contexte, debut: number, dispositifs: readonly Dispositif[]): Map<string, number> {
    const proches: string[] = [];
    const centre = c.jetons[debut]?.debut ?? 0;
    for (const pas of [-1, 1]) {
      for (let rang = debut + pas; ; rang += pas) {
        const jeton = c.jetons[rang];
        if (jeton === undefined || Math.abs(jeton.debut - centre) > FENETRE) break;
        proches.push(jeton.singulier);
      }
    }
    return new Map(
      dispositifs.map((d) => [
        d.id,
        proches.filter((mot) => this.#mots.get(d.id)?.has(mot)).length,
      ]),
    );
  }
}

const LIAISONS: Readonly<Record<number, string>> = {
  0: 'de ',
  1: "d'",
  2: 'du ',
  3: 'de la ',
  4: 'des ',
  5: "de l'",
};
const LIENS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']);

/** An organisation, with its département when that is part of its name: « Conseil général du Val d'Oise ». */
export function readOrganisme(
  c: Contexte,
  debut: number,
  fin: number,
  formes: readonly FormeDe<'organisme'>[],
  lieux: Lexicon<Forme>,
): Lecture | undefined {
  const ecrites = formes.filter((f) =>
    f.casse === 'sigle'
      ? fin - debut === 1 && estSigleEcrit(c, debut, f.brut, false)
      : estEcrit(c, debut, fin, f.organisme),
  );
  const [forme] = ecrites;
  if (forme === undefined) return undefined;
  const { organisme } = forme;
  if (organisme.parDepartement !== true) {
    return {
      type: 'organisme',
      debut,
      fin,
      candidats: [...new Set(ecrites.map((f) => f.organisme))].map(({ id, nom }) => ({
        id,
        libelle: nom,
      })),
    };
  }
  const nomme = findDepartement(c, fin, lieux);
  if (
    nomme === undefined &&
    (organisme.seulementNomme === true || !estPropreOuSigle(c, debut, forme))
  )
    return undefined;
  const code =
    nomme?.id ??
    (c.options.departement === undefined ? undefined : `departement:${c.options.departement}`);
  const departement = c.ref.departements.find((d) => d.id === code);
  return {
    type: 'organisme',
    debut,
    fin: nomme?.fin ?? fin,
    candidats: [duDepartement(organisme, departement)],
  };
}

function estPropreOuSigle(c: Contexte, debut: number, forme: FormeDe<'organisme'>): boolean {
  return (
    forme.casse === 'sigle' || c.options.mode === 'question' || c.jetons[debut]?.capitale === true
  );
}

/**
 * « préfecture du Val d'Oise » needs no capital of its own: its département has them; « agence régionale de
 * santé », the full name of what has a sigle, says nothing else.
 */
function estEcrit(c: Contexte, debut: number, fin: number, organisme: Organisme): boolean {
  const complet = organisme.sigle !== null && fin - debut >= 4;
  return (
    complet ||
    organisme.parDepartement === true ||
    c.jetons[debut]?.capitale === true ||
    estPropre(c, debut, fin)
  );
}

function findDepartement(
  c: Contexte,
  fin: number,
  lieux: Lexicon<Forme>,
): { id: string; fin: number } | undefined {
  let rang = fin;
  while (
    rang < fin + 3 &&
    LIENS.has(c.jetons[rang]?.forme ?? '') &&
    c.jetons[rang]?.avant === 'joint'
  )
    rang += 1;
  if (c.jetons[rang]?.avant !== 'joint') return undefined;
  for (const { valeurs, fin: apres } of lieux.at(c.jetons, rang)) {
    const forme = valeurs.find((f) => f.type === 'departement');
    if (forme?.type === 'departement' && estPropre(c, rang, apres))
      return { id: forme.id, fin: apres };
  }
  const code = `departement:${c.jetons[rang]?.brut ?? ''}`;
  return c.ref.departements.some((d) => d.id === code) ? { id: code, fin: rang + 1 } : undefined;
}

function duDepartement(
  organisme: { id: string; nom: string },
  departement: Departement | undefined,
): Candidat {
  if (departement === undefined) return { id: organisme.id, libelle: organisme.nom };
  const code = departement.id.slice('departement:'.length).toLowerCase();
  const liaison = LIAISONS[departement.liaison ?? 0] ?? 'de ';
  return {
    id: `${organisme.id}-${code}`,
    libelle: `${organisme.nom} ${liaison}${departement.nom}`,
  };
}
