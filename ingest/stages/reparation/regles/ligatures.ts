import { parMotif, type Regle } from '../regle.js';

/** Letters joined in one character, the standard ones and those that some fonts keep for themselves. */
const LIGATURES: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
  '\uf001': 'fi',
  '\uf002': 'fl',
};

/** « ﬁ » for « fi »: the same letters for a reader, others for a search. */
export const ligatures: Regle = {
  nom: 'reparation-ligatures@1',
  quoi: 'des ligatures',
  exemples: [
    ['béné\ufb01ciaires', 'bénéficiaires'],
    ['o\ufb03ciel', 'officiel'],
  ],
  trouver: (texte) =>
    parMotif(texte, /[\ufb00-\ufb06\uf001\uf002]/g, (m) => LIGATURES[m[0]] ?? null),
};
