import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { idFait } from '../../../src/domain/fait.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import { membershipFact } from '../reference.js';
import { alert, alertUnknownPlace } from './alertes.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import type { Liste, Tete } from './listes.js';
import { listsOf } from './listes.js';
import type { Presence } from './presences.js';
import { presencesIn } from './presences.js';

/** « (7 communes : », « (2 communes) », « (Melun, Vaux » after an intercommunalité. */
const PARENTHESE = /^[\s»«"”]*\(\s*(?:(\d+)\s+(?:communes?|villes?)[^:()]*(:)?)?/;

/** What one list deploys, for the counts that the text announces. */
export interface ListeDeploiement {
  readonly dispositif: string;
  readonly communes: ReadonlySet<string>;
  /** Entries of the list: an intercommunalité with its communes is one. */
  readonly entrees: number;
  /** Entries that no list of places knows: they count, and lead nowhere. */
  readonly inconnus: number;
  readonly bloc: Bloc;
  readonly debut: number;
  readonly fin: number;
}

/**
 * DEPLOYE_A from the lists of a block: « PRE du Val d'Oise : Sarcelles, Persan… ».
 * Each place has two proofs: the head of the list and its own name. The deployment is said
 * of the document's year, no more. `alentours`: what is read to settle an ambiguous sigle, nearest first.
 */
export function assertDeploiements(
  contexte: Contexte,
  bloc: Bloc,
  alentours: readonly Bloc[] = [],
): ListeDeploiement[] {
  const listes = listsOf(contexte, bloc, alentours);
  for (const presence of presencesIn(contexte, bloc))
    assertPresence(contexte, bloc, presence, listes);
  return listes.map((liste) => {
    for (const passage of liste.inconnus) {
      alertUnknownPlace(contexte, proofs(contexte, bloc, passage.debut, passage.fin));
    }
    return assertListe(contexte, bloc, liste);
  });
}

/** What a sentence says without a list, unless a list of the same block says it already. */
function assertPresence(
  contexte: Contexte,
  bloc: Bloc,
  { dispositif, debut, fin, lieux }: Presence,
  listes: readonly Liste[],
): void {
  const dites = listes.filter((l) => l.tete.dispositif === dispositif).flatMap((l) => l.lieux);
  for (const lieu of lieux.filter((l) => !dites.some((d) => d.debut === l.debut))) {
    const [candidat] = lieu.candidats;
    if (candidat === undefined) continue;
    const preuves = proofs(contexte, bloc, Math.min(debut, lieu.debut), Math.max(fin, lieu.fin));
    writeDeploiement(contexte, dispositif, candidat.id, preuves, 'deploiement-phrase@1');
  }
}

function assertListe(contexte: Contexte, bloc: Bloc, liste: Liste): ListeDeploiement {
  const { tete, lieux, inconnus } = liste;
  const communes = new Set<string>();
  const titre = proofs(contexte, bloc, tete.debut, tete.liste);
  const entrees = new Set<string>();
  let dansParenthese = -1;
  let fin = inconnus.at(-1)?.fin ?? tete.liste;
  for (const lieu of lieux) {
    const [candidat] = lieu.candidats;
    if (candidat === undefined) continue;
    const preuves = [...titre, ...proofs(contexte, bloc, lieu.debut, lieu.fin)];
    fin = Math.max(fin, lieu.fin);
    if (lieu.type === 'commune') {
      communes.add(candidat.id);
      writeDeploiement(contexte, tete.dispositif, candidat.id, preuves);
      if (lieu.debut > dansParenthese) entrees.add(candidat.id);
      continue;
    }
    // « … Montmorency « Cavam » »: the name and its acronym are one entry.
    if (entrees.has(candidat.id)) continue;
    entrees.add(candidat.id);
    const groupe = readGroupement(bloc, lieu, lieux);
    dansParenthese = Math.max(dansParenthese, groupe.fin);
    fin = Math.max(fin, groupe.fin + 1);
    for (const id of assertGroupement(contexte, bloc, tete, lieu, candidat.id, groupe, lieux))
      communes.add(id);
  }
  return {
    dispositif: tete.dispositif,
    communes,
    entrees: entrees.size + inconnus.filter((i) => i.debut > dansParenthese).length,
    inconnus: inconnus.length,
    bloc,
    debut: tete.debut,
    fin: Math.min(fin, bloc.texte.length),
  };
}

interface Groupement {
  /** Announced number of communes, or null. */
  readonly nombre: number | null;
  /** True when the communes are listed between the brackets. */
  readonly listees: boolean;
  /** Offset of the closing bracket. */
  readonly fin: number;
}

function readGroupement(bloc: Bloc, lieu: Mention, lieux: readonly Mention[]): Groupement {
  const apres = bloc.texte.slice(lieu.fin);
  // « … Montmorency « Cavam » (4 communes : » : the acronym between the name and the bracket is part of it.
  const acronyme = /^\s*[«"“][^»"”(]{0,30}[»"”]/.exec(apres)?.[0].length ?? 0;
  const p = PARENTHESE.exec(apres.slice(acronyme));
  if (p === null) return { nombre: null, listees: false, fin: -1 };
  const ferme = bloc.texte.indexOf(')', lieu.fin);
  const fin = ferme < 0 ? bloc.texte.length : ferme;
  const nommees = lieux.some((l) => l.type === 'commune' && l.debut > lieu.fin && l.fin <= fin);
  if (p[1] === undefined) return { nombre: null, listees: nommees, fin: nommees ? fin : -1 };
  return { nombre: Number(p[1]), listees: p[2] === ':', fin };
}

/** The communes of a grouping: listed ones are asserted by the caller; « (2 communes) » alone is deduced from the official list. */
function assertGroupement(
  contexte: Contexte,
  bloc: Bloc,
  tete: Tete,
  lieu: Mention,
  groupement: string,
  groupe: Groupement,
  lieux: readonly Mention[],
): string[] {
  const preuve = proofs(contexte, bloc, lieu.debut, groupe.fin < 0 ? lieu.fin : groupe.fin + 1);
  const titre = proofs(contexte, bloc, tete.debut, tete.liste);
  if (groupe.listees) {
    for (const commune of lieux) {
      const [c] = commune.candidats;
      if (
        c === undefined ||
        commune.type !== 'commune' ||
        commune.debut > groupe.fin ||
        commune.debut < lieu.fin
      )
        continue;
      assertMembre(contexte, c.id, groupement, proofs(contexte, bloc, lieu.debut, commune.fin));
    }
    return [];
  }
  const membres = contexte.gazetteer.membres(groupement, contexte.annee);
  if (groupe.nombre === null || groupe.nombre !== membres.length) {
    writeDeploiement(contexte, tete.dispositif, groupement, [...titre, ...preuve]);
    return [];
  }
  for (const membre of membres) {
    const source = membershipFact(
      contexte.gazetteer.referentiels,
      membre.id,
      groupement,
      contexte.annee,
    );
    contexte.registre.relation(
      'DEPLOYE_A',
      tete.dispositif,
      membre.id,
      [...titre, ...preuve],
      'deploiement-membres@1',
      {
        proprietes: { debut: contexte.annee, fin: contexte.annee },
        statut: 'deduit',
        sources: source === undefined ? [] : [idFait(source)],
      },
    );
  }
  return membres.map((m) => m.id);
}

function writeDeploiement(
  contexte: Contexte,
  dispositif: string,
  lieu: string,
  preuves: readonly Preuve[],
  regle = 'deploiement-liste@1',
): void {
  contexte.registre.relation('DEPLOYE_A', dispositif, lieu, preuves, regle, {
    proprietes: { debut: contexte.annee, fin: contexte.annee },
  });
}

/** A membership that the document says supports the official one of that year; one that the list does not know is an alert. */
function assertMembre(
  contexte: Contexte,
  commune: string,
  groupement: string,
  preuves: readonly Preuve[],
): void {
  const officiel = membershipFact(
    contexte.gazetteer.referentiels,
    commune,
    groupement,
    contexte.annee,
  );
  if (officiel?.proprietes !== undefined) {
    contexte.registre.relation('MEMBRE_DE', commune, groupement, preuves, 'membre-liste@1', {
      proprietes: officiel.proprietes,
    });
    return;
  }
  alert(contexte, preuves, {
    code: 'membres-discordants',
    message: `${placeName(contexte, commune)} : cité parmi les communes de « ${placeName(contexte, groupement)} », qui ne l’avait pas pour membre en ${contexte.annee} selon la liste officielle des intercommunalités.`,
    remede: 'Vérifiez le document et la liste officielle ; le lien n’est pas retenu.',
  });
}

function placeName({ gazetteer }: Contexte, id: string): string {
  const { communes, intercommunalites } = gazetteer.referentiels;
  return [...communes, ...intercommunalites].find((lieu) => lieu.id === id)?.nom ?? id;
}
