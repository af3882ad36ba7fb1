import type { Bloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import { alert } from '../assert/alertes.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, proofs } from '../assert/contexte.js';
import { home } from '../assert/intervenants.js';
import type { ProgrammeLu } from '../structure.js';
import { blocsDe } from '../uncovered.js';

/** Right after an intercommunalité: « (7 communes : », « (Cergy, Osny) ». */
const OUVRE = /^[\s»«"”]*\(\s*(?:[^():]{0,40}:)?/;
/** « les douze communes : A, B… »: a count right before its own list. */
const COMPTE = new RegExp(
  `(?<![a-z])(${NOMBRE}) (?:autres )?(?:communes|villes)(?: [a-z']+){0,4} ?(?::|\\()`,
  'g',
);

/** Communes listed as an intercommunalité's that are not members of it that year, and lists that are not as long as said. */
export function checkMembers(contexte: Contexte, lu: ProgrammeLu): void {
  for (const bloc of blocsDe({ introduction: lu.introduction, axes: lu.axes })) {
    if (!/commun|villes|agglom|\(/i.test(bloc.texte)) continue;
    const lieux = contexte.gazetteer.mentions(bloc.texte, {
      annee: contexte.annee,
      mode: 'document',
      types: ['commune', 'intercommunalite'],
      ...home(contexte),
    });
    if (lieux.length === 0) continue;
    for (const lieu of lieux)
      if (lieu.type === 'intercommunalite') checkList(contexte, bloc, lieu, lieux);
    checkLength(contexte, bloc, lieux);
  }
}

function checkList(contexte: Contexte, bloc: Bloc, epci: Mention, lieux: readonly Mention[]): void {
  const [candidat, autre] = epci.candidats;
  const ouvre = OUVRE.exec(bloc.texte.slice(epci.fin));
  if (ouvre === null || candidat === undefined || autre !== undefined) return;
  const debut = epci.fin + ouvre[0].length;
  const fin = bloc.texte.indexOf(')', debut);
  const membres = new Set(contexte.gazetteer.membres(candidat.id, contexte.annee).map((c) => c.id));
  if (fin < 0 || membres.size === 0) return;
  const listees = lieux.filter(
    (l) => l.type === 'commune' && l.candidats.length === 1 && l.debut >= debut && l.fin <= fin,
  );
  // one commune in brackets is a seat, or where something is held
  if (listees.length < 2) return;
  const etrangeres = listees.filter((l) => !membres.has(l.candidats[0]?.id ?? ''));
  if (etrangeres.length === 0 || etrangeres.length === listees.length) return;
  alert(contexte, proofs(contexte, bloc, epci.debut, fin + 1), {
    code: 'membres-discordants',
    message: `${etrangeres.map((l) => l.texte).join(', ')} : cité parmi les communes de « ${clean(epci.texte)} », qui ne l’avait pas pour membre en ${contexte.annee} selon la liste officielle des intercommunalités.`,
    remede: 'Le document est gardé tel quel ; la liste officielle fait foi pour l’appartenance.',
  });
}

function checkLength(contexte: Contexte, bloc: Bloc, lieux: readonly Mention[]): void {
  const { texte, carte } = foldWithMap(bloc.texte);
  for (const m of texte.matchAll(COMPTE)) {
    const annonce = readNumber(m[1] ?? '');
    const debut = carte[m.index] ?? 0;
    const depuis = carte[m.index + m[0].length] ?? 0;
    const ferme =
      m[0].endsWith('(') || texte.lastIndexOf('(', m.index) > texte.lastIndexOf(')', m.index)
        ? /\)/
        : /[.;)]/;
    const longueur = ferme.exec(bloc.texte.slice(depuis))?.index ?? bloc.texte.length - depuis;
    const liste = bloc.texte.slice(depuis, depuis + longueur);
    const listees = new Set(
      lieux
        .filter((l) => l.debut >= depuis && l.fin <= depuis + longueur && l.type === 'commune')
        .map((l) => l.candidats[0]?.id),
    );
    const entrees = liste.split(/,|;|\set\s/).filter((e) => /\p{Lu}/u.test(e)).length;
    // a list with a name that is no commune, or that says it goes on, is not counted
    if (annonce === null || annonce.approx || listees.size < 2 || entrees !== listees.size)
      continue;
    if (annonce.valeur === listees.size || /…|\.\.\.|etc|notamment|dont/.test(liste)) continue;
    alert(contexte, proofs(contexte, bloc, debut, depuis), {
      code: 'denombrement-discordant',
      message: `Le document annonce « ${clean(bloc.texte.slice(debut, depuis))} », sa liste en compte ${listees.size} : « ${clean(liste)} ».`,
      remede: 'Les deux passages sont gardés ; la liste fait foi pour les liens.',
    });
  }
}
