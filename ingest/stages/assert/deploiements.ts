import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { idFait } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import { membershipFact } from '../reference.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';
import { dispositifsIn } from './dispositifs.js';

/** « PRE du Val d'Oise : », « CUCS communaux : »: what may stand between a dispositif and the colon of its list. */
const TETE = /^[^:;.,()]{0,50}:\s/;

/** « (7 communes : », « (2 communes) », « (2 communes de l'intercommunalité : » after an intercommunalité. */
const PARENTHESE = /^[\s»«"”]*\(\s*(\d+)\s+(?:communes?|villes?)[^:()]*(:)?/;

/** What one list deploys, for the counts that the text announces. */
export interface ListeDeploiement {
  readonly dispositif: string;
  readonly communes: ReadonlySet<string>;
  /** Entries of the list: an intercommunalité with its communes is one. */
  readonly entrees: number;
  readonly preuves: readonly Preuve[];
}

interface Tete {
  readonly dispositif: string;
  readonly debut: number;
  /** Where the list begins, after the colon. */
  readonly liste: number;
}

/**
 * DEPLOYE_A from the lists of a block: « PRE du Val d'Oise : Sarcelles, Persan… ».
 * Each place has two proofs: the head of the list and its own name. The deployment is said
 * of the document's year, no more.
 */
export function assertDeploiements(contexte: Contexte, bloc: Bloc): ListeDeploiement[] {
  const tetes = listHeads(contexte, bloc);
  if (tetes.length === 0) return [];
  const lieux = contexte.gazetteer
    .mentions(bloc.texte, {
      annee: contexte.annee,
      mode: 'document',
      types: ['commune', 'intercommunalite'],
      ...(contexte.departement === null ? {} : { departement: contexte.departement.code }),
    })
    .filter((m) => m.candidats.length === 1);
  return tetes.flatMap((tete, i) => {
    const fin = tetes[i + 1]?.debut ?? bloc.texte.length;
    const dedans = contiguous(
      bloc.texte,
      tete.liste,
      lieux.filter((m) => m.debut >= tete.liste && m.fin <= fin),
    );
    if (!looksLikeList(tete.liste, dedans)) return [];
    return [assertListe(contexte, bloc, tete, dedans)];
  });
}

function listHeads(contexte: Contexte, bloc: Bloc): Tete[] {
  return dispositifsIn(contexte, bloc).flatMap((m) => {
    const tete = TETE.exec(bloc.texte.slice(m.fin));
    const [candidat] = m.candidats;
    if (tete === null || candidat === undefined) return [];
    return [{ dispositif: candidat.id, debut: m.debut, liste: m.fin + tete[0].length }];
  });
}

/** The places of a list up to the first sentence that is prose again. */
function contiguous(texte: string, debut: number, lieux: readonly Mention[]): Mention[] {
  let fin = debut;
  const suite: Mention[] = [];
  for (const lieu of lieux) {
    const entre = texte.slice(fin, lieu.debut);
    if (/[.!?]\s+\p{Lu}/u.test(entre) && entre.split(/\s+/).length > 8) break;
    suite.push(lieu);
    fin = lieu.fin;
  }
  return suite;
}

/** A list is mostly names; running text that happens to follow a colon is not. */
function looksLikeList(debut: number, lieux: readonly Mention[]): boolean {
  const fin = lieux.at(-1)?.fin ?? debut;
  const noms = lieux.reduce((total, m) => total + m.fin - m.debut, 0);
  return lieux.length > 0 && noms > (fin - debut) * 0.4;
}

function assertListe(
  contexte: Contexte,
  bloc: Bloc,
  tete: Tete,
  lieux: readonly Mention[],
): ListeDeploiement {
  const communes = new Set<string>();
  const titre = proofs(contexte, bloc, tete.debut, tete.liste).map((p) => p);
  let entrees = 0;
  let dansParenthese = -1;
  for (const lieu of lieux) {
    const [candidat] = lieu.candidats;
    if (candidat === undefined) continue;
    const preuves = [...titre, ...proofs(contexte, bloc, lieu.debut, lieu.fin)];
    if (lieu.type === 'commune') {
      communes.add(candidat.id);
      writeDeploiement(contexte, tete.dispositif, candidat.id, preuves);
      if (lieu.debut > dansParenthese) entrees += 1;
      continue;
    }
    entrees += 1;
    const groupe = readGroupement(bloc, lieu);
    dansParenthese = Math.max(dansParenthese, groupe.fin);
    for (const id of assertGroupement(contexte, bloc, tete, lieu, candidat.id, groupe, lieux))
      communes.add(id);
  }
  return {
    dispositif: tete.dispositif,
    communes,
    entrees,
    preuves: proofs(contexte, bloc, tete.debut, lieux.at(-1)?.fin),
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

function readGroupement(bloc: Bloc, lieu: Mention): Groupement {
  const apres = bloc.texte.slice(lieu.fin);
  // « … Montmorency « Cavam » (4 communes : » : the acronym between the name and the bracket is part of it.
  const acronyme = /^\s*[«"“][^»"”(]{0,30}[»"”]/.exec(apres)?.[0].length ?? 0;
  const p = PARENTHESE.exec(apres.slice(acronyme));
  if (p === null) return { nombre: null, listees: false, fin: -1 };
  const ferme = bloc.texte.indexOf(')', lieu.fin);
  const fin = ferme < 0 ? bloc.texte.length : ferme;
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
): void {
  contexte.registre.relation('DEPLOYE_A', dispositif, lieu, preuves, 'deploiement-liste@1', {
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
  const [preuve] = preuves;
  if (preuve === undefined || !('document' in preuve)) return;
  contexte.registre.alertes.push({
    code: 'appartenance-discordante',
    gravite: 'attention',
    document: contexte.document,
    page: preuve.page,
    citation: preuve.citation,
    message: `La liste officielle de ${contexte.annee} ne compte pas ${commune} parmi les membres de ${groupement}.`,
    remede: 'Vérifiez le document et la liste officielle ; le lien n’est pas retenu.',
  });
}

/** « 27 communes … 11 contrats.1 » against the list of note 1: a count that differs is an alert with both passages. */
export function checkCounts(
  contexte: Contexte,
  blocs: readonly Bloc[],
  appel: string,
  listes: readonly ListeDeploiement[],
): void {
  if (listes.length === 0) return;
  for (const bloc of blocs) {
    const position = callPosition(contexte, bloc, appel);
    if (position !== undefined) checkSentence(contexte, bloc, position, listes);
  }
}

/** Offset in a block at which the call of a note was printed: the call itself is not part of the text. */
function callPosition(contexte: Contexte, bloc: Bloc, appel: string): number | undefined {
  return bloc.carte.find((troncon, i) => {
    const suivant = bloc.carte[i + 1];
    const page = contexte.pages.get(troncon.page) ?? '';
    const fin = troncon.source + troncon.longueur;
    const sauf =
      suivant?.page === troncon.page
        ? page.slice(fin, suivant.source)
        : page.slice(fin, fin + appel.length);
    return sauf.trim() === appel;
  })?.debut;
}

function checkSentence(
  contexte: Contexte,
  bloc: Bloc,
  troncon: number,
  listes: readonly ListeDeploiement[],
): void {
  const t = bloc.carte.find((c) => c.debut === troncon);
  const position = troncon + (t?.longueur ?? 0);
  const debut = bloc.texte.lastIndexOf('. ', position - 2) + 1;
  const suite = /^[^.]{0,60}/.exec(bloc.texte.slice(position))?.[0].length ?? 0;
  const communes = new Set(listes.flatMap((l) => [...l.communes]));
  const entrees = listes.reduce((total, l) => total + l.entrees, 0);
  for (const annonce of fold(bloc.texte.slice(debut, position + suite)).matchAll(
    /(\d+)\s+([a-z]+)/g,
  )) {
    const nombre = Number(annonce[1]);
    const nom = annonce[2] ?? '';
    const compte = contexte.vocabulaire.nomsCommunes.test(nom)
      ? communes.size
      : contexte.vocabulaire.nomsContrats.test(nom)
        ? entrees
        : nombre;
    if (compte === nombre) continue;
    alertCount(contexte, proofs(contexte, bloc, debut, position), listes, { nombre, nom, compte });
  }
}

function alertCount(
  contexte: Contexte,
  annonce: readonly Preuve[],
  listes: readonly ListeDeploiement[],
  ecart: { nombre: number; nom: string; compte: number },
): void {
  const [preuve] = annonce;
  const [liste] = listes.flatMap((l) => l.preuves);
  if (
    preuve === undefined ||
    !('document' in preuve) ||
    liste === undefined ||
    !('document' in liste)
  )
    return;
  contexte.registre.alertes.push({
    code: 'denombrement-discordant',
    gravite: 'attention',
    document: contexte.document,
    page: preuve.page,
    citation: preuve.citation,
    message: `Le document annonce ${ecart.nombre} ${ecart.nom}, sa liste (page ${liste.page}) en compte ${ecart.compte} : « ${clean(liste.citation)} ».`,
    remede: 'Les deux passages sont gardés ; la liste fait foi pour les liens.',
  });
}
