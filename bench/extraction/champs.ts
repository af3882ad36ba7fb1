import type { ActionAnnotee, Annotation } from './annotation.js';
import type { Bilan } from './comparer.js';
import type { ActionTrouvee, Nomme } from './lu.js';
import { locaux } from './lu.js';
import {
  cleDePersonne,
  joursEntre,
  memeFonction,
  memeFormat,
  memeNom,
  memeTitre,
} from './regles.js';

type Cote = {
  a: ActionAnnotee | undefined;
  t: ActionTrouvee | undefined;
  bilan: Bilan;
  titre: string;
};

/**
 * Compares the fields of an action (of a report: what it tells that its programme does not); all of an action not found are missed, all of an
 * action not expected are too many.
 */
export function champsDe(
  bilan: Bilan,
  verite: Annotation,
  a: ActionAnnotee | undefined,
  t: ActionTrouvee | undefined,
): void {
  const titre = a?.titre ?? String(t?.proprietes.titre ?? '');
  const cote = { a, t, bilan, titre };
  if (verite.type === 'rapport') {
    suivi(cote);
    personnes(cote);
    return;
  }
  plan(cote);
  lieux(cote);
  sujets(cote);
  personnes(cote);
  organismes(cote, verite.producteur);
}

/** Codes, slugs, numbers: equal or not. */
function exact(
  cote: Cote,
  champ: string,
  attendus: readonly unknown[],
  trouves: readonly unknown[],
) {
  cote.bilan.comparer(champ, cote.titre, attendus.map(String), trouves.map(String), {
    meme: (x, y) => x === y,
    nomA: String,
    nomT: String,
  });
}

function un<T>(valeur: T | null | undefined): T[] {
  return valeur === null || valeur === undefined || valeur === '' ? [] : [valeur];
}

function plan(cote: Cote): void {
  const { a, t, bilan, titre } = cote;
  const p = t?.proprietes ?? {};
  exact(cote, 'numeros', un(a?.numero), un(p.numero));
  const textes = { nomA: String, nomT: String };
  bilan.comparer(
    'axe de l’action',
    titre,
    un(a?.axe),
    (t?.axes ?? []).filter((x) => x !== ''),
    {
      meme: (x, y) => memeTitre(x, y) > 0,
      ...textes,
    },
  );
  bilan.comparer('formats', titre, un(a?.format), un(p.format).map(String), {
    meme: (x, y) => memeFormat(x, y),
    ...textes,
  });
  periodes(cote, 'periodes', p.periodeDebut, p.periodeFin);
  const compte = (x: { min: unknown; max: unknown; unite: unknown }) =>
    `${x.min}-${x.max ?? ''} ${x.unite}`;
  const lu = { min: p.seancesMin, max: p.seancesMax, unite: p.seancesUnite };
  exact(
    cote,
    'seances',
    un(a?.seances).map(compte),
    p.seancesMin === undefined ? [] : [compte(lu)],
  );
}

function periodes({ a, bilan, titre }: Cote, champ: string, debut: unknown, fin: unknown): void {
  const lue = debut === undefined ? [] : [{ debut: String(debut), fin: String(fin ?? debut) }];
  bilan.comparer(champ, titre, un(a?.periode), lue, {
    meme: (x, y) =>
      Math.max(joursEntre(x.debut, y.debut), joursEntre(x.fin, y.fin)) <= (x.approx ? 31 : 0),
    nomA: (x) => `${x.debut} ${x.fin}`,
    nomT: (y) => `${y.debut} ${y.fin}`,
  });
}

/** What a report tells of an action. */
function suivi(cote: Cote): void {
  const { a, t } = cote;
  const p = t?.proprietes ?? {};
  exact(cote, 'statuts', un(a?.statut), un(p.statut));
  exact(cote, 'participants', un(a?.participants), un(p.participants ?? p.participantsMoyenne));
  const dates = Array.isArray(p.datesRealisees) ? p.datesRealisees : [];
  exact(cote, 'dates', a?.dates ?? [], dates);
}

function lieux(cote: Cote): void {
  const { a, t } = cote;
  const touche = t?.touche ?? [];
  // « Étouvie (Amiens) » touches the commune through its quarter, whether the annotation writes it or not
  const attendues = Object.keys(a?.communes ?? {});
  const parQuartier = (t?.situees ?? []).filter((c) => attendues.includes(c));
  exact(cote, 'communes', attendues, [...new Set([...locaux(touche, 'commune'), ...parQuartier])]);
  exact(cote, 'citees', Object.keys(a?.citees ?? {}), locaux(t?.cite ?? [], 'commune'));
  exact(cote, 'departements', a?.departements ?? [], locaux(touche, 'departement'));
  nommes(
    cote,
    'epci',
    (a?.epci ?? []).map((e) => e.siren ?? e.nom),
    touche.filter((n) => n.id.startsWith('intercommunalite:')),
  );
  nommes(
    cote,
    'quartiers',
    a?.quartiers ?? [],
    touche.filter((n) => n.id.startsWith('quartier:')),
  );
}

function nommes(cote: Cote, champ: string, attendus: readonly string[], trouves: readonly Nomme[]) {
  cote.bilan.comparer(champ, cote.titre, attendus, trouves, {
    meme: (x, y) => y.id.endsWith(`:${x}`) || memeNom(x, y.noms, y.citations),
    nomA: String,
    nomT: (y) => `${y.noms[0]} (« ${y.citations[0] ?? ''} »)`,
  });
}

function sujets(cote: Cote): void {
  const { a, t } = cote;
  exact(
    cote,
    'dispositifs',
    Object.keys(a?.dispositifs ?? {}),
    locaux(t?.mobilise ?? [], 'dispositif'),
  );
  const roles = (t?.mobilise ?? []).map((n) => `${n.id.slice(11)} ${n.proprietes.role}`);
  const attendus = Object.entries(a?.dispositifs ?? {}).map(([slug, role]) => `${slug} ${role}`);
  exact(cote, 'rôles des dispositifs', attendus, roles);
  exact(cote, 'publics', a?.publics ?? [], locaux(t?.publics ?? [], 'public'));
}

function personnes(cote: Cote): void {
  const { a, t, bilan, titre } = cote;
  const intervient = t?.intervient ?? [];
  const lues = intervient.filter((n) => n.id.startsWith('personne:'));
  const meme = (x: string, y: Nomme) => y.noms.some((n) => cleDePersonne(n) === cleDePersonne(x));
  const nomT = (y: Nomme) => y.noms[0] ?? y.id;
  const attendues = a?.personnes ?? [];
  bilan.comparer(
    'personnes',
    titre,
    attendues.map((p) => p.nom),
    lues,
    { meme, nomA: String, nomT },
  );
  bilan.comparer(
    'fonctions',
    titre,
    attendues.filter((p) => p.fonction !== undefined),
    lues.filter((n) => n.proprietes.fonction !== undefined),
    {
      meme: (x, y) =>
        meme(x.nom, y) && memeFonction(x.fonction ?? '', String(y.proprietes.fonction)),
      nomA: (x) => `${x.nom} : ${x.fonction}`,
      nomT: (y) => `${nomT(y)} : ${y.proprietes.fonction}`,
    },
  );
}

/** The producer itself is left out; the employer of a speaker may be read as one or not at all. */
function organismes(cote: Cote, producteur: string | undefined): void {
  const { a, t } = cote;
  const estProducteur = (n: Nomme) => producteur !== undefined && memeNom(producteur, n.noms, []);
  const orgs = [...(t?.intervient ?? []), ...(t?.cite ?? [])]
    .filter((n) => n.id.startsWith('organisme:'))
    .filter((n) => !estProducteur(n));
  const vus = new Map(orgs.map((n) => [n.id, n]));
  const attendus = a?.organismes ?? [];
  const facultatifs = (t?.employeurs ?? []).filter(
    (n) => !vus.has(n.id) && attendus.some((x) => memeNom(x, n.noms, n.citations)),
  );
  nommes(cote, 'organismes', attendus, [...vus.values(), ...facultatifs]);
}
