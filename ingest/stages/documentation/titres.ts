import type { Fait } from '../../../src/domain/fait.js';
import { nameKey, personKeys } from '../ouvrages/auteurs.js';
import { titleKeys } from '../ouvrages/cles.js';
import { titleWords, workKey } from '../ouvrages/titres.js';
import { significant } from '../resolve/identite/mots.js';
import type { Lien, NoticeVue } from './liens.js';
import { factsOf } from './liens.js';
import type { ActionVue, ProgrammesVus, PublicationVue } from './vues.js';

/** What a programme announces under a title: an action, or the publication that comes of one. */
interface Annonce {
  readonly id: string;
  readonly titre: Fait;
  readonly annee: number | null;
  readonly format: string;
  readonly producteur: string;
  /** Folded words of the names of those who take part. */
  readonly noms: ReadonlySet<string>;
  /** ISSUE_DE of a publication: the record documents its action too. */
  readonly issues: readonly Fait[];
  readonly quoi: string;
  readonly regle: string;
}

/** Years after an action within which its publication comes out. */
const ANNEES = 3;
/** A title of as many words is no other's; of fewer than `MOTS_MIN`, it is many others'. */
const MOTS_SURS = 5;
const MOTS_MIN = 3;

/** Every title announced, by the keys under which a record may bear it. */
export function announcedTitles({
  actions,
  publications,
  personnes,
}: ProgrammesVus): Map<string, Annonce[]> {
  const noms = new Map(personnes.map((p) => [p.id, nameKey(String(p.nom.valeur))]));
  const annonces = [
    ...[...actions.values()].map((a) => actionAnnounced(a, noms)),
    ...publications.map((p) => publicationAnnounced(p, actions, noms)),
  ];
  const parCle = new Map<string, Annonce[]>();
  for (const annonce of annonces)
    for (const cle of keysOf(annonce)) {
      const siennes = parCle.get(cle);
      if (siennes === undefined) parCle.set(cle, [annonce]);
      else siennes.push(annonce);
    }
  return parCle;
}

function actionAnnounced(action: ActionVue, noms: ReadonlyMap<string, string>): Annonce {
  const { id, titre, annee, format, producteur, intervenants } = action;
  const siens = [...intervenants.keys()].map((p) => noms.get(p) ?? '');
  const quoi = 'la publication de l’action';
  const regle = 'publication-de-l-action@1';
  return { id, titre, annee, format, producteur, noms: new Set(siens), issues: [], quoi, regle };
}

function publicationAnnounced(
  { id, titre, annee, issues, producteur }: PublicationVue,
  actions: ReadonlyMap<string, ActionVue>,
  noms: ReadonlyMap<string, string>,
): Annonce {
  const siens = issues.flatMap((f) => {
    const action = actions.get(f.objet ?? '');
    return action === undefined
      ? []
      : [...action.intervenants.keys()].map((p) => noms.get(p) ?? '');
  });
  const quoi = 'la publication annoncée';
  const regle = 'publication-annoncee@1';
  return { id, titre, annee, format: '', producteur, noms: new Set(siens), issues, quoi, regle };
}

/** The whole title, without its form of action, and its parts. */
function keysOf(annonce: Annonce): string[] {
  return [
    ...new Set([...wholeKeys(annonce), ...titleKeys({ titre: titleOf(annonce), complement: '' })]),
  ].filter((cle) => significant(cle).length >= MOTS_MIN);
}

function wholeKeys(annonce: Annonce): string[] {
  const entier = workKey(titleOf(annonce));
  const format = workKey(annonce.format);
  return format !== '' && entier.startsWith(`${format} `)
    ? [entier, entier.slice(format.length + 1)]
    : [entier];
}

function titleOf({ titre }: Annonce): string {
  return String(titre.valeur).replace(/\s*\([^)]*\)\s*$/, '');
}

/** The ties of a record with what bears its title. Of several that do, the nearest year wins; two of one year are doubts. */
export function tiesByTitle(notice: NoticeVue, annonces: readonly Annonce[]): Lien[] {
  const lus = annonces.flatMap((annonce) => tieOf(notice, annonce));
  const surs = lus.filter((l) => l.lien.sur);
  const rivaux = (x: LienLu) =>
    surs.filter((y) => y.annonce.regle === x.annonce.regle && y.annonce.id !== x.annonce.id);
  return lus.flatMap((lu) => {
    if (!lu.lien.sur) return [lu.lien];
    const proches = rivaux(lu).filter((autre) => gap(autre) <= gap(lu));
    if (proches.some((autre) => gap(autre) < gap(lu))) return [];
    if (proches.length === 0) return [lu.lien, ...follow(lu)];
    return [{ ...lu.lien, sur: false, score: 50, motif: 'plusieurs portent ce titre' }];
  });
  function gap({ annonce }: LienLu): number {
    return (notice.dite.annee ?? 0) - (annonce.annee ?? 0);
  }
}

interface LienLu {
  readonly annonce: Annonce;
  readonly lien: Lien;
}

function tieOf(notice: NoticeVue, annonce: Annonce): LienLu[] {
  const { dite } = notice;
  const ecart = dite.annee === null || annonce.annee === null ? null : dite.annee - annonce.annee;
  if (ecart !== null && (ecart < 0 || ecart > ANNEES)) return [];
  const entiers = [dite.titre, `${dite.titre} ${dite.complement}`].map(workKey);
  const entier = wholeKeys(annonce).some((cle) => entiers.includes(cle));
  const appui = supportOf(notice, annonce);
  const mots = titleWords(dite).length;
  const sur = ecart !== null && (appui > 0 || (entier && mots >= MOTS_SURS));
  const motif =
    ecart === null
      ? 'l’année n’est pas dite'
      : 'le titre seul ne suffit pas, ni l’éditeur ni un auteur ne le confirment';
  const lien: Lien = {
    notice,
    objet: annonce.id,
    nature: 'publication',
    regle: annonce.regle,
    score: sur ? (entier ? 80 : 70) + appui : entier ? 60 : 40,
    sur,
    sources: [...factsOf(notice, 'titre', 'annee'), annonce.titre],
    quoi: annonce.quoi,
    nom: String(annonce.titre.valeur),
    motif,
  };
  return [{ annonce, lien }];
}

/** The record of the publication of an action documents that action. */
function follow({ annonce, lien }: LienLu): Lien[] {
  return annonce.issues.flatMap((fait) =>
    fait.objet === undefined
      ? []
      : [{ ...lien, objet: fait.objet, sources: [...lien.sources, fait] }],
  );
}

/** 20 when the centre that announces it publishes it or is its author, 15 when one who takes part is; else 0. */
function supportOf({ dite }: NoticeVue, { producteur, noms }: Annonce): number {
  const mots = significant(producteur);
  const collectifs = dite.auteurs.flatMap((a) => (a.prenom === undefined ? [a.nom] : []));
  const nomme = [dite.editeur, ...collectifs].some((nom) => {
    const siens = significant(nom);
    return siens.length > 1 && mots.length > 1 && contains(mots, siens);
  });
  if (nomme) return 20;
  return personKeys(dite).some((nom) => noms.has(nom)) ? 15 : 0;
}

/** One name has all the words of the other. */
function contains(a: readonly string[], b: readonly string[]): boolean {
  const [court, long] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  return court.every((mot) => long.has(mot));
}
