import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import type { ActionLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';
import { isVenue } from './dispositifs.js';
import { describeOrganisme, home, organismeId, ROLES, writeOrganisme } from './intervenants.js';
import { namedOrganismes } from './organismesTexte.js';
import { sentenceAt } from './temps.js';

/** « (Essonne) » after a name. */
const REMARQUE = /^\s*\([^()]{0,40}\)/;
/** Between two organisations of one subject: « la CAF, l'AFEV et », « et le Pôle emploi de la ». */
const ENTRE =
  /^\s*(?:,|,?\s*(?:et|ainsi qu[e’'])\s)\s*(?:(?:les?|la|l[’'])\s*)?(?:\p{Lu}\p{L}*\s+(?:\p{Ll}+\s+){0,3}(?:de la|de l[’']|du|des|de|d[’'])\s*)?$/u;

interface Cite {
  readonly id?: string;
  readonly libelle: string;
  readonly preuves: Preuve[];
  sujet: boolean;
}

/** An organisation that a passage names; `id` when the seeds know it. */
interface Nomme {
  readonly id?: string;
  readonly libelle: string;
  readonly debut: number;
  readonly fin: number;
}

/**
 * Organisations that the text of an action names without a role in its fields: partners when they are the
 * subject of what the action does (« la CAF et l'AFEV proposeront… »), else CITE.
 */
export function assertOrganismesCites(contexte: Contexte, action: string, lue: ActionLue): void {
  const { registre } = contexte;
  const presents = new Set(
    registre.assertions
      .filter((a) => a.predicat === 'INTERVIENT_DANS' && a.objet === action)
      .map((a) => a.sujet),
  );
  for (const cite of collect(contexte, lue)) {
    const { preuves, sujet } = cite;
    const id = cite.id ?? organismeId(contexte, cite.libelle);
    if (id === undefined || presents.has(id)) continue;
    if (cite.id === undefined) writeOrganisme(contexte, cite.libelle, preuves);
    else describeOrganisme(contexte, id, cite.libelle, preuves);
    if (!sujet) registre.relation('CITE', action, id, preuves, 'organisme-cite@1');
    else
      registre.relation('INTERVIENT_DANS', id, action, preuves, 'organisme-sujet@1', {
        proprietes: { role: 'partenaire' },
      });
  }
}

function collect(contexte: Contexte, lue: ActionLue): Cite[] {
  const cites = new Map<string, Cite>();
  // « Public : Conseil général, associations » invites it, and S_ADRESSE_A says so
  const champs = lue.champs.filter(
    (c) => !isVenue(c) && !c.champs.some((nom) => nom === 'publics' || ROLES[nom] !== undefined),
  );
  const autres = [lue.titre, ...lue.notes.map((n) => n.texte), ...champs.map((c) => c.valeur)];
  for (const bloc of [...lue.corps, ...autres]) {
    const corps = lue.corps.includes(bloc);
    const nommes = organismesIn(contexte, bloc, corps);
    for (const [i, { id, libelle, debut, fin }] of nommes.entries()) {
      if (corps && isThanked(contexte, bloc.texte, debut)) continue;
      const sujet = corps && isSubject(contexte, bloc.texte, nommes.slice(i));
      const cle = id ?? libelle;
      const cite = cites.get(cle) ?? {
        ...(id === undefined ? {} : { id }),
        libelle,
        preuves: [],
        sujet,
      };
      cite.sujet ||= sujet;
      cite.preuves.push(...proofs(contexte, bloc, debut, fin));
      cites.set(cle, cite);
    }
  }
  return [...cites.values()];
}

/** Those of the seeds, and in the running text those that are only written as one; the longer name wins. */
function organismesIn(contexte: Contexte, bloc: Bloc, corps: boolean): Nomme[] {
  const ecrits = corps
    ? namedOrganismes(contexte, bloc).map(({ nom, debut, fin }) => ({
        libelle: clean(nom),
        debut,
        fin,
      }))
    : [];
  const connus = contexte.gazetteer
    .mentions(bloc.texte, {
      annee: contexte.annee,
      mode: 'document',
      types: ['organisme'],
      ...home(contexte),
    })
    .flatMap(({ candidats: [candidat, second], debut, fin }) =>
      candidat === undefined ||
      second !== undefined ||
      isPlural(bloc.texte.slice(debut, fin), candidat.libelle) ||
      ecrits.some((e) => e.debut <= debut && e.fin >= fin)
        ? []
        : [{ id: candidat.id, libelle: candidat.libelle, debut, fin }],
    );
  return [...connus, ...ecrits].sort((a, b) => a.debut - b.debut);
}

/** « Missions locales » are many, and none of them is named. */
function isPlural(dit: string, libelle: string): boolean {
  const [mot = '', nom = ''] = [dit, libelle].map((t) => fold(t).split(/[\s-]/)[0] ?? '');
  return mot.endsWith('s') && mot.slice(0, -1) === nom;
}

/** True in the sentence that thanks those who fund the producer: « L'association est soutenue par l'Acsé ». */
function isThanked(
  { vocabulaire, producteur }: Contexte,
  texte: string,
  position: number,
): boolean {
  const phrase = fold(sentenceAt(texte, position)).replace(/\s+/g, ' ');
  if (!vocabulaire.soutienTexte.test(phrase)) return false;
  const plie = fold(texte).replace(/\s+/g, ' ');
  const nom = producteur === null ? undefined : fold(producteur.nom);
  return vocabulaire.producteurTexte.test(plie) || (nom !== undefined && phrase.includes(nom));
}

/** True when the verb of an action follows a name, itself or after the names enumerated with it. */
function isSubject(contexte: Contexte, texte: string, mentions: readonly Nomme[]): boolean {
  let fin: number | undefined;
  for (const m of mentions) {
    if (fin !== undefined && !ENTRE.test(texte.slice(fin, m.debut))) return false;
    fin = m.fin + (REMARQUE.exec(texte.slice(m.fin))?.[0].length ?? 0);
    if (contexte.vocabulaire.organismeSujet.test(fold(texte.slice(fin, fin + 60)))) return true;
  }
  return false;
}
