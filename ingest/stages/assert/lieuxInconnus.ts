import type { Bloc } from '../../../src/domain/bloc.js';
import { fold, foldWithMap } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';

/** A name after its head: capitals, with small words between them. */
const NOM_PROPRE =
  /^\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:de la|de l’|de l'|du|des|de|d’|d'|la|le|les|en|sur|sous|et|-|–)\s*)*\p{Lu}[\p{L}’'-]*)*/u;

const LIEN = "(?:\\s+(?:de la|de l'|du|des|de|le|la|les|d'|l'))?\\s*";

/** Shorter words are no names of places: « Us », but rather « Le ». */
const NOM_MIN = 4;

export interface Passage {
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
  return [...trouves, ...suffixed(contexte, bloc, [...connus, ...trouves])];
}

/** « Metz Métropole », « Grand Tulle »: names of groupings that hold the name of a commune and no head. */
const SANS_TETE =
  /(?<![\p{L}-])(?:(?:Grand|Val de)[ -]\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+(?:[ -]\p{Lu}[\p{L}’'-]+){0,3}[ -](?:[Mm]étropole(?: \p{Ll}{4,})?|[Aa]gglomération|[Aa]gglo|Communauté))(?!\p{L})/gu;

function suffixed(
  { gazetteer, annee, departement }: Contexte,
  bloc: Bloc,
  connus: readonly Passage[],
): Passage[] {
  return [...bloc.texte.matchAll(SANS_TETE)].flatMap((m) => {
    const passage = { debut: m.index, fin: m.index + m[0].length };
    if (connus.some((c) => c.debut < passage.fin && c.fin > passage.debut)) return [];
    const nu = m[0].replace(
      /^(?:Grand|Val de)[ -]|[ -](?:[Mm]étropole.*|[Aa]gglo.*|Communauté)$/gu,
      '',
    );
    const [premiere] = gazetteer.mentions(nu, {
      annee,
      mode: 'document',
      types: ['commune'],
      ...(departement === null ? {} : { departement: departement.code }),
    });
    return premiere?.debut === 0 ? [passage] : [];
  });
}

/** Names of a list, between two offsets, that no mention covers: « Bezons, Trifouilly, Persan ». */
export function unknownEntries(
  bloc: Bloc,
  { debut, fin }: Passage,
  connus: readonly Pick<Mention, 'debut' | 'fin'>[],
): Passage[] {
  const trouves: Passage[] = [];
  let place = debut;
  for (const morceau of bloc.texte.slice(debut, fin).split(/([,;:()\n]|\.(?:\s|$)|\set\s)/)) {
    const nom = morceau.trim().replace(/\.$/, '');
    const a = place + morceau.indexOf(nom);
    const b = a + nom.length;
    place += morceau.length;
    if (NOM_PROPRE.exec(nom)?.[0] !== nom || nom.length < NOM_MIN) continue;
    if (!connus.some((c) => c.debut < b && c.fin > a)) trouves.push({ debut: a, fin: b });
  }
  return trouves;
}
