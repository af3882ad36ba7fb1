import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { slug } from '../../../src/domain/ids.js';
import type { ActionLue, AxeLu, NoteLue, ProgrammeLu, ServiceLu } from '../structure.js';
import { assertAction } from './action.js';
import type { Contexte } from './contexte.js';
import { clean, documentEntity, printedPages, proofs } from './contexte.js';
import { callsOf, checkCounts } from './denombrements.js';
import { assertDeploiements } from './deploiements.js';
import { rankProofs } from './preuvesNumero.js';
import { assertPublication } from './publications.js';
import { publicLabels } from './publicsEtiquettes.js';
import { territoryLabels } from './territoiresEtiquettes.js';

export interface ActionNommee {
  readonly id: string;
  readonly lue: ActionLue;
}

interface AxeNomme {
  /** The programme itself for actions under no heading: a programme may have no axes. */
  readonly id: string;
  readonly lu: AxeLu;
  readonly actions: readonly ActionNommee[];
}

/** Longest part of an id that a title gives: an address stays readable and does not move when a title's end is reworded. */
const LONGUEUR_CLE = 48;

/** Every fact of a programme: its axes, actions, services, publications, and the deployments its text lists. */
export function assertProgramme(recu: Contexte, lu: ProgrammeLu): void {
  const toutes = lu.axes.flatMap((axe) => axe.actions);
  const contexte = {
    ...recu,
    etiquettesTerritoire: territoryLabels(recu, toutes),
    etiquettesPublics: publicLabels(recu, toutes),
  };
  const id = `programme:${contexte.cleProgramme}`;
  const { registre } = contexte;
  const titre = lu.titre === null ? [] : proofs(contexte, lu.titre);
  const preuves = titre.length > 0 ? titre : contexte.anneePreuves;
  registre.propriete(id, 'titre', contexte.titre, preuves, 'programme@1');
  registre.propriete(id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
  registre.propriete(id, 'producteur', contexte.producteur?.nom, preuves, 'producteur@1');
  const axes = nameAxes(contexte, lu);
  for (const axe of axes) assertAxe(contexte, id, axe);
  const actions = axes.flatMap((axe) => axe.actions);
  for (const axe of axes) {
    for (const publication of axe.lu.publications)
      assertPublication(contexte, publication, axe, actions);
  }
  for (const textes of texts(lu)) assertTextDeploiements(contexte, textes);
}

function nameAxes(contexte: Contexte, lu: ProgrammeLu): AxeNomme[] {
  const cles = new Set<string>();
  return lu.axes.map((axe) => {
    const sansTitre = clean(axe.titre.texte) === '';
    const cle = sansTitre
      ? contexte.cleProgramme
      : unique(cles, `${contexte.cleProgramme}-${shortSlug(axe.titre.texte)}`);
    const actions = axe.actions
      .filter((action) => action.renvoi === null)
      .map((lue) => ({
        id: `action:${unique(cles, `${cle}-${lue.numero ?? shortSlug(lue.intitule.texte)}`)}`,
        lue,
      }));
    return { id: `${sansTitre ? 'programme' : 'axe'}:${cle}`, lu: axe, actions };
  });
}

function assertAxe(contexte: Contexte, programme: string, axe: AxeNomme): void {
  const { registre } = contexte;
  if (axe.id !== programme) describeAxe(contexte, programme, axe);
  for (const { id, lue } of axe.actions) {
    assertAction(contexte, id, lue, axe.id === programme ? null : axe.lu);
    const titre = proofs(contexte, lue.titre);
    registre.relation('COMPREND', axe.id, id, titre, 'programme@1');
    registre.relation('DOCUMENTE', documentEntity(contexte), id, titre, 'document@1');
  }
  for (const service of axe.lu.services) assertService(contexte, axe, service);
}

function describeAxe(contexte: Contexte, programme: string, axe: AxeNomme): void {
  const { registre } = contexte;
  const titre = proofs(contexte, axe.lu.titre);
  registre.propriete(axe.id, 'titre', clean(axe.lu.titre.texte), titre, 'axe@1');
  const rang = rankProofs(contexte, axe.lu.titre);
  registre.propriete(axe.id, 'ordinal', axe.lu.ordinal, rang, 'axe@1');
  registre.propriete(axe.id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
  registre.propriete(axe.id, 'pages', printedPages(contexte, axe.lu.pages), titre, 'pages@1');
  registre.relation('COMPREND', programme, axe.id, titre, 'programme@1');
  registre.textes.set(axe.id, axe.lu.introduction.map((b) => clean(b.texte)).join('\n'));
}

function assertService(contexte: Contexte, axe: AxeNomme, lu: ServiceLu): void {
  const { registre } = contexte;
  const id = `service:${contexte.cleProgramme}-${shortSlug(lu.titre.texte)}`;
  const preuves = proofs(contexte, lu.titre);
  registre.propriete(id, 'titre', clean(lu.titre.texte), preuves, 'service@1');
  registre.propriete(id, 'numero', lu.numero, preuves, 'service@1');
  registre.propriete(id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
  registre.propriete(id, 'pages', printedPages(contexte, lu.pages), preuves, 'pages@1');
  registre.relation('COMPREND', axe.id, id, preuves, 'programme@1');
  registre.textes.set(id, lu.corps.map((b) => clean(b.texte)).join('\n'));
}

/** Running texts, each with the notes that it calls and the titles over it. */
interface Textes {
  readonly blocs: readonly Bloc[];
  readonly notes: readonly NoteLue[];
  readonly titres: readonly Bloc[];
}

function texts(lu: ProgrammeLu): Textes[] {
  return [
    { blocs: lu.introduction, notes: [], titres: [] },
    ...lu.axes.flatMap((axe) => [
      { blocs: axe.introduction, notes: axe.notes, titres: [axe.titre] },
      ...axe.actions.map(({ titre, corps, notes }) => ({
        blocs: corps,
        notes,
        titres: [titre, axe.titre],
      })),
    ]),
  ];
}

function assertTextDeploiements(contexte: Contexte, { blocs, notes, titres }: Textes): void {
  for (const bloc of blocs) assertDeploiements(contexte, bloc, [bloc, ...titres]);
  for (const { texte, appel } of notes) {
    const appels = callsOf(contexte, blocs, appel);
    const phrases = appels.map((a) => sliceBloc(a.bloc, a.debut, a.fin));
    const alentours = [...phrases, ...appels.map((a) => a.bloc), texte, ...titres, ...blocs];
    checkCounts(contexte, appels, assertDeploiements(contexte, texte, alentours));
  }
}

function shortSlug(texte: string): string {
  const entier = slug(texte);
  if (entier.length <= LONGUEUR_CLE) return entier;
  const coupe = entier.slice(0, LONGUEUR_CLE + 1);
  return coupe.slice(0, coupe.lastIndexOf('-') > 0 ? coupe.lastIndexOf('-') : LONGUEUR_CLE);
}

function unique(cles: Set<string>, cle: string): string {
  let libre = cle;
  for (let i = 2; cles.has(libre); i += 1) libre = `${cle}-${i}`;
  cles.add(libre);
  return libre;
}
