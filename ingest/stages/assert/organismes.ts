import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { ActionLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import { describeOrganisme, home, ROLES } from './intervenants.js';

/** « (Essonne) » after a name. */
const REMARQUE = /^\s*\([^()]{0,40}\)/;
/** Between two organisations of one subject: « la CAF, l'AFEV et », « et le Pôle emploi de la ». */
const ENTRE =
  /^\s*(?:,|,?\s*(?:et|ainsi qu[e’'])\s)\s*(?:(?:les?|la|l[’'])\s*)?(?:\p{Lu}\p{L}*\s+(?:\p{Ll}+\s+){0,3}(?:de la|de l[’']|du|des|de|d[’'])\s*)?$/u;

interface Cite {
  readonly libelle: string;
  readonly preuves: Preuve[];
  sujet: boolean;
}

/**
 * Organisations of the seeds that the text of an action names without a role in its fields: partners when
 * they are the subject of what the action does (« la CAF et l'AFEV proposeront… »), else CITE.
 */
export function assertOrganismesCites(contexte: Contexte, action: string, lue: ActionLue): void {
  const { registre } = contexte;
  const presents = new Set(
    registre.assertions
      .filter((a) => a.predicat === 'INTERVIENT_DANS' && a.objet === action)
      .map((a) => a.sujet),
  );
  for (const [id, { libelle, preuves, sujet }] of collect(contexte, lue)) {
    if (presents.has(id)) continue;
    describeOrganisme(contexte, id, libelle, preuves);
    if (!sujet) registre.relation('CITE', action, id, preuves, 'organisme-cite@1');
    else
      registre.relation('INTERVIENT_DANS', id, action, preuves, 'organisme-sujet@1', {
        proprietes: { role: 'partenaire' },
      });
  }
}

function collect(contexte: Contexte, lue: ActionLue): Map<string, Cite> {
  const cites = new Map<string, Cite>();
  // « Public : Conseil général, associations » invites it, and S_ADRESSE_A says so
  const champs = lue.champs.filter(
    (c) => !c.champs.some((nom) => nom === 'publics' || ROLES[nom] !== undefined),
  );
  const autres = [lue.titre, ...lue.notes.map((n) => n.texte), ...champs.map((c) => c.valeur)];
  for (const bloc of [...lue.corps, ...autres]) {
    const mentions = organismesIn(contexte, bloc);
    for (const [i, m] of mentions.entries()) {
      const [candidat, second] = m.candidats;
      if (candidat === undefined || second !== undefined) continue;
      const sujet = lue.corps.includes(bloc) && isSubject(contexte, bloc.texte, mentions.slice(i));
      const cite = cites.get(candidat.id) ?? { libelle: candidat.libelle, preuves: [], sujet };
      cite.sujet ||= sujet;
      cite.preuves.push(...proofs(contexte, bloc, m.debut, m.fin));
      cites.set(candidat.id, cite);
    }
  }
  return cites;
}

function organismesIn(contexte: Contexte, bloc: Bloc): Mention[] {
  return contexte.gazetteer.mentions(bloc.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: ['organisme'],
    ...home(contexte),
  });
}

/** True when the verb of an action follows a name, itself or after the names enumerated with it. */
function isSubject(contexte: Contexte, texte: string, mentions: readonly Mention[]): boolean {
  let fin: number | undefined;
  for (const m of mentions) {
    if (fin !== undefined && !ENTRE.test(texte.slice(fin, m.debut))) return false;
    fin = m.fin + (REMARQUE.exec(texte.slice(m.fin))?.[0].length ?? 0);
    if (contexte.vocabulaire.organismeSujet.test(fold(texte.slice(fin, fin + 60)))) return true;
  }
  return false;
}
