import * as questionActions from '../../queries/liens/actions-communes.js';
import * as questionCommunes from '../../queries/liens/communes-communes.js';
import * as questionIntervenants from '../../queries/liens/intervenants-communs.js';
import type { Fait } from '../domain/fait.js';
import { urlEntite } from '../domain/urls.js';
import { lireQuestion } from '../graph/ask.js';
import { ordreProgramme, prendPartPartout } from './actions.js';
import { bornes } from './bornes.js';
import { lireFaits, maillon } from './chaines.js';
import type { Contexte } from './contexte.js';
import type { Annees } from './couverture.js';
import { aLieu, compter, enumerer, periode } from './francais.js';
import { clePreuve } from './preuves.js';
import { nombre, nomCourt, reference } from './references.js';
import type { Lien, Maillon } from './types.js';

/** The links between two dispositifs, by what carries them. */
export interface LiensDispositifs {
  readonly actions: readonly Lien[];
  readonly communes: readonly Lien[];
  readonly intervenants: readonly Lien[];
}

/** Actions that bring both in, places where both are at the same time, people and organisations in both. */
export async function lireLiens(
  contexte: Contexte,
  a: string,
  b: string,
  annee: Annees | null = null,
): Promise<LiensDispositifs> {
  const [actions, communes, intervenants] = await Promise.all([
    liensActions(contexte, a, b, annee),
    liensCommunes(contexte, a, b, annee),
    liensIntervenants(contexte, a, b, annee),
  ]);
  return { actions, communes, intervenants };
}

async function liensActions(
  contexte: Contexte,
  a: string,
  b: string,
  annee: Annees | null,
): Promise<Lien[]> {
  const lues = await lireQuestion(contexte.graphe, questionActions, { a, b });
  const datees = desAnnees(
    contexte,
    annee,
    lues.map((l) => l.action),
  );
  const lignes = lues.filter((l) => datees.has(l.action));
  const faits = lireFaits(
    contexte,
    lignes.flatMap((l) => [...l.faitsA, ...l.faitsB]),
  );
  const entites = contexte.entites(lignes.map((l) => l.action));
  const ordre = ordreProgramme(contexte);
  const force = (l: (typeof lignes)[number]): number =>
    Number(l.roleA !== 'objet') + Number(l.roleB !== 'objet');
  const triees = [...lignes].sort((x, y) => {
    const [ex, ey] = [entites.get(x.action), entites.get(y.action)];
    return force(x) - force(y) || (ex !== undefined && ey !== undefined ? ordre(ex, ey) : 0);
  });
  return triees.map((l) => {
    const maillons = [
      hop(contexte, 'MOBILISE', l.action, a, l.faitsA, faits),
      hop(contexte, 'MOBILISE', l.action, b, l.faitsB, faits),
    ];
    return lien(contexte, 'action', l.action, phraseAction(contexte, a, b, l), maillons);
  });
}

/** Of these actions, those of the years asked. */
function desAnnees(
  contexte: Contexte,
  annee: Annees | null,
  ids: readonly string[],
): ReadonlySet<string> {
  const { anneeMin, anneeMax } = bornes(annee);
  const gardees = [...contexte.entites(ids).values()].filter((a) => {
    const n = nombre(a, 'annee') ?? anneeMin;
    return anneeMin <= n && n <= anneeMax;
  });
  return new Set(gardees.map((a) => a.id));
}

function phraseAction(
  contexte: Contexte,
  a: string,
  b: string,
  l: { readonly action: string; readonly roleA: string; readonly roleB: string },
): string {
  const [x, y] = [nomCourt(contexte, a), nomCourt(contexte, b)];
  const titre = `« ${reference(contexte, l.action).libelle} »`;
  if (l.roleA === 'objet' && l.roleB === 'objet') {
    return `L’action ${titre} s’adresse aux deux dispositifs, ${x} et ${y}.`;
  }
  if (l.roleA === 'objet')
    return `L’action ${titre} s’adresse au dispositif ${x} et mentionne ${y}.`;
  if (l.roleB === 'objet')
    return `L’action ${titre} s’adresse au dispositif ${y} et mentionne ${x}.`;
  return `L’action ${titre} mentionne les deux dispositifs, ${x} et ${y}.`;
}

async function liensCommunes(
  contexte: Contexte,
  a: string,
  b: string,
  annee: Annees | null,
): Promise<Lien[]> {
  const lues = await lireQuestion(contexte.graphe, questionCommunes, { a, b });
  const { anneeMin, anneeMax } = bornes(annee);
  const lignes = lues.filter(
    (l) => Math.max(l.debutA, l.debutB) <= anneeMax && anneeMin <= Math.min(l.finA, l.finB),
  );
  const faits = lireFaits(
    contexte,
    lignes.flatMap((l) => [...l.faitsA, ...l.faitsB]),
  );
  const [x, y] = [nomCourt(contexte, a), nomCourt(contexte, b)];
  return lignes.map((l) => {
    const quand = periode(Math.max(l.debutA, l.debutB), Math.min(l.finA, l.finB));
    const nom = reference(contexte, l.territoire).libelle;
    const phrase = `${x} et ${y} sont tous deux déployés ${aLieu(nom)}${quand === null ? '' : ` (${quand})`}.`;
    const maillons = [
      hop(contexte, 'DEPLOYE_A', a, l.territoire, l.faitsA, faits),
      hop(contexte, 'DEPLOYE_A', b, l.territoire, l.faitsB, faits),
    ];
    return lien(contexte, 'commune', l.territoire, phrase, maillons);
  });
}

/** One link a person or organisation, whatever the number of actions it takes part in. */
async function liensIntervenants(
  contexte: Contexte,
  a: string,
  b: string,
  annee: Annees | null,
): Promise<Lien[]> {
  const lues = await lireQuestion(contexte.graphe, questionIntervenants, { a, b });
  const datees = desAnnees(
    contexte,
    annee,
    lues.flatMap((l) => [l.actionA, l.actionB]),
  );
  const lignes = lues.filter((l) => datees.has(l.actionA) && datees.has(l.actionB));
  const faits = lireFaits(
    contexte,
    lignes.flatMap((l) => [...l.faitsA, ...l.faitsB]),
  );
  const parIntervenant = new Map<string, typeof lignes>();
  for (const l of lignes) {
    parIntervenant.set(l.intervenant, [...(parIntervenant.get(l.intervenant) ?? []), l]);
  }
  const [x, y] = [nomCourt(contexte, a), nomCourt(contexte, b)];
  const liens = [...parIntervenant].map(([id, siennes]) => {
    const actions = new Map<string, string[]>();
    for (const l of siennes) {
      actions.set(l.actionA, [...(actions.get(l.actionA) ?? []), ...l.faitsA]);
      actions.set(l.actionB, [...(actions.get(l.actionB) ?? []), ...l.faitsB]);
    }
    const maillons = [...actions].map(([action, ids]) => {
      const m = hop(contexte, 'INTERVIENT_DANS', id, action, ids, faits);
      return actions.size === 1 ? m : { ...m, phrase: enNommant(m) };
    });
    const partout = prendPartPartout(contexte, id);
    const quoi = partout ? 'à la plupart des actions, dont celles' : 'à des actions';
    const phrase = `${nomCourt(contexte, id)} prend part ${quoi} qui portent sur ${x} et sur ${y} : ${titres(contexte, [...actions.keys()])}.`;
    return { partout, lien: lien(contexte, 'intervenant', id, phrase, maillons) };
  });
  return liens
    .sort(
      (l, m) =>
        Number(l.partout) - Number(m.partout) || l.lien.titre.localeCompare(m.lien.titre, 'fr'),
    )
    .map((l) => l.lien);
}

/** The sentence of a hop among others: « anime cette action » becomes « anime « Groupe d'échanges » ». */
function enNommant({ phrase, vers }: Maillon): string {
  return phrase
    .replace(/\b(à|de|dans) cette action/, `$1 l’action « ${vers.libelle} »`)
    .replace(/cette action/, `« ${vers.libelle} »`);
}

const TITRES_CITES = 3;

function titres(contexte: Contexte, actions: readonly string[]): string {
  const cites = actions.slice(0, TITRES_CITES).map((a) => `« ${reference(contexte, a).libelle} »`);
  const reste = actions.length - cites.length;
  return enumerer(reste === 0 ? cites : [...cites, compter(reste, 'autre')]);
}

function hop(
  contexte: Contexte,
  type: string,
  de: string,
  vers: string,
  ids: readonly string[],
  faits: ReadonlyMap<string, Fait>,
): Maillon {
  // The facts of an « intervenants communs » row are those of the intervention, then of the dispositif.
  const siens = [...new Set(ids)].flatMap((id) => faits.get(id) ?? []);
  const directs = siens.filter((f) => f.predicat === type);
  return maillon(contexte, { type, de, vers, faits: directs.length === 0 ? siens : directs });
}

function lien(
  contexte: Contexte,
  nature: Lien['nature'],
  id: string,
  phrase: string,
  maillons: readonly Maillon[],
): Lien {
  const preuves = maillons.flatMap((m) => m.preuves);
  return {
    type: 'Lien',
    nature,
    id,
    titre: reference(contexte, id).libelle,
    phrase,
    maillons,
    preuves: [...new Map(preuves.map((p) => [clePreuve(p), p])).values()],
    url: urlEntite(id),
  };
}
