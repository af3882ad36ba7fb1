import { enMots } from '../decoupe.js';
import { type Indices, parMotif, type Regle } from '../regle.js';

/** « P R O G R A M M E »: letters set apart to fill a line; two spaces or more part its words. */
export const lettresEspacees: Regle = {
  nom: 'reparation-lettres-espacees@1',
  quoi: 'des lettres espacées',
  exemples: [
    ['P R O G R A M M E   D E   T R A V A I L   2 0 1 2', 'PROGRAMME DE TRAVAIL 2012'],
    ['S o m m a i r e', 'Sommaire'],
    ['L E S   A C T I O N S', 'LES ACTIONS'],
    ['P R O G R A M M E D E T R A V A I L 2 0 1 2', 'PROGRAMME DE TRAVAIL 2012'],
  ],
  trouver: (texte, indices) =>
    parMotif(
      texte,
      /(?<![^\s«("])[\p{L}\p{N}](?:[ \u00a0]+[\p{L}\p{N}’'\-:,.](?![^\s»)"]))*[ \u00a0]+[\p{L}\p{N}](?![^\s»)":,.])/gu,
      (m) => lire(m[0], indices),
    ),
};

const LETTRES_MIN = 5;

function lire(suite: string, { lexique }: Indices): string | null {
  const mots = suite.split(/[ \u00a0]{2,}/).map((m) => m.replace(/[ \u00a0]/g, ''));
  if ((suite.match(/\p{L}/gu)?.length ?? 0) < LETTRES_MIN) return null;
  const parties = mots.length > 1 ? mots : (mots[0]?.match(/\p{L}+|[^\p{L}]+/gu) ?? []);
  const lus = parties.map((mot) => {
    if (!/\p{L}/u.test(mot)) return mot;
    const lettres = mot.toLowerCase().replace(/[^\p{L}]/gu, '');
    if (lettres.length <= 2 || lexique.nomme(lettres)) return mot;
    return /^\p{L}+$/u.test(mot) ? enMots(mot, lexique) : null;
  });
  // « A B C D E » lists letters: one word at least must be more than that
  if (lus.some((l) => l === null) || !mots.some((m) => /\p{L}{3}/u.test(m))) return null;
  return lus.join(' ');
}
