import type { Preuve } from '../../../src/domain/fait.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';
import { clean } from './contexte.js';

interface Constat {
  readonly code: string;
  readonly message: string;
  readonly remede: string;
}

/** Alert on the first passage of some proofs; without a passage of the document there is none. */
export function alert(contexte: Contexte, preuves: readonly Preuve[], constat: Constat): void {
  const [preuve] = preuves;
  if (preuve === undefined || !('document' in preuve)) return;
  const { page, citation } = preuve;
  const { document } = contexte;
  contexte.registre.alertes.push({
    ...constat,
    gravite: 'attention',
    document,
    page,
    citation,
  });
}

/** A place that the text takes for one and that no list knows. */
export function alertUnknownPlace(contexte: Contexte, preuves: readonly Preuve[]): void {
  const citation = preuves.map((p) => ('citation' in p ? p.citation : '')).join(' ');
  alert(contexte, preuves, {
    code: 'lieu-inconnu',
    message: `« ${clean(citation)} » n’est dans aucune liste de lieux pour ${contexte.annee}. Aucun lien n’en est tiré.`,
    remede: 'Vérifiez le nom dans le document, ou tranchez par une décision.',
  });
}

/** A place name that several places have. */
export function alertAmbiguousPlace(
  contexte: Contexte,
  mention: Mention,
  preuves: readonly Preuve[],
): void {
  alert(contexte, preuves, {
    code: 'mention-ambigue',
    message: `« ${mention.texte} » peut désigner : ${candidates(mention)}. Aucun lien n’en est tiré.`,
    remede: 'Précisez le département dans le document, ou tranchez par une décision.',
  });
}

/** A sigle that several dispositifs have, at the head of a list of places. */
export function alertAmbiguousDispositif(
  contexte: Contexte,
  mention: Mention,
  preuves: readonly Preuve[],
): void {
  alert(contexte, preuves, {
    code: 'dispositif-ambigu',
    message: `« ${mention.texte} » peut désigner : ${candidates(mention)}. La liste qui suit n’est rattachée à aucun.`,
    remede:
      'Écrivez le dispositif en toutes lettres dans le document, ou tranchez par une décision.',
  });
}

function candidates(mention: Mention): string {
  return mention.candidats.map((c) => `${c.libelle} (${c.id})`).join(', ');
}
