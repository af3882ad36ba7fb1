import type { Bloc } from '../../../src/domain/bloc.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';

/** A name after its head: capitals, with small words between them. */
const NOM_PROPRE =
  /^\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:de la|de l’|de l'|du|des|de|d’|d'|la|le|les|en|sur|sous|et|-|–)\s*)*\p{Lu}[\p{L}’'-]*)*/u;

const LIEN = "(?:\\s+(?:de la|de l'|du|des|de|le|la|les|d'|l'))?\\s*";

interface Passage {
  readonly debut: number;
  readonly fin: number;
}

/** Groupings named in a block (« métropole de Lyon ») that no mention covers. */
export function unknownGroupings(
  contexte: Contexte,
  bloc: Bloc,
  connus: readonly Mention[],
): Passage[] {
  const tetes = contexte.gazetteer.referentiels.regles?.groupements ?? [];
  if (tetes.length === 0) return [];
  const { texte, carte } = foldWithMap(bloc.texte);
  const forme = new RegExp(`(?<![a-z0-9])(${tetes.map(fold).join('|')})s?${LIEN}(?=[a-z])`, 'g');
  const sigles = new Set(tetes.filter((t) => t === t.toUpperCase()));
  const trouves: Passage[] = [];
  for (const m of texte.matchAll(forme)) {
    const debut = carte[m.index] ?? 0;
    const apres = carte[m.index + m[0].length] ?? 0;
    const nom = NOM_PROPRE.exec(bloc.texte.slice(apres))?.[0];
    const tete = bloc.texte.slice(debut, carte[m.index + (m[1]?.length ?? 0)] ?? debut);
    const estSigle = sigles.has(tete.toUpperCase());
    if (nom === undefined || (estSigle && tete !== tete.toUpperCase())) continue;
    const fin = apres + nom.length;
    const couvert = connus.some((c) => c.debut < fin && c.fin > debut);
    const dedans = trouves.some((t) => t.debut < fin && t.fin > debut);
    if (!couvert && !dedans && !/\d\s*(?:e|er|ème)?\s*$/.test(bloc.texte.slice(0, debut)))
      trouves.push({ debut, fin });
  }
  return trouves;
}

/** Alert: a place that the text takes for one and that no list knows. */
export function alertUnknown(contexte: Contexte, bloc: Bloc, passage: Passage): void {
  const [preuve] = proofs(contexte, bloc, passage.debut, passage.fin);
  if (preuve === undefined || !('document' in preuve)) return;
  contexte.registre.alertes.push({
    code: 'lieu-inconnu',
    gravite: 'attention',
    document: contexte.document,
    page: preuve.page,
    citation: preuve.citation,
    message: `« ${preuve.citation.replace(/\s+/g, ' ')} » n’est dans aucune liste de lieux pour ${contexte.annee}. Aucun lien n’en est tiré.`,
    remede: 'Vérifiez le nom dans le document, ou tranchez par une décision.',
  });
}
