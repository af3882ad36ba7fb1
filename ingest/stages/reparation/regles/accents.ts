import { type Indices, parMotif, type Regle } from '../regle.js';

/** Accents that stand beside their letter, the combining mark that each is, and the letters that French gives it. */
const ACCENTS: Readonly<Record<string, readonly [string, string]>> = {
  '´': ['\u0301', 'e'],
  ˊ: ['\u0301', 'e'],
  '`': ['\u0300', 'aeu'],
  ˋ: ['\u0300', 'aeu'],
  '^': ['\u0302', 'aeiou'],
  ˆ: ['\u0302', 'aeiou'],
  '¨': ['\u0308', 'eiuy'],
  '¸': ['\u0327', 'c'],
  '\u0301': ['\u0301', 'e'],
  '\u0300': ['\u0300', 'aeu'],
  '\u0302': ['\u0302', 'aeiou'],
  '\u0308': ['\u0308', 'eiuy'],
  '\u0327': ['\u0327', 'c'],
};
const SIGNES = Object.keys(ACCENTS).join('').replace('^', '\\^');
/** A combining mark that found no letter stands after a space: « e ́lu ». */
const MOT = new RegExp(
  `(?<![_\\p{L}${SIGNES}])[\\p{L}${SIGNES}]*(?:\\p{L}(?: (?=\\p{M}))?[${SIGNES}]|[${SIGNES}]\\p{L})[\\p{L}${SIGNES}]*`,
  'gu',
);

/** « e´quipe », « r´eunion », « e ́lu »: the accent was set as a character of its own. */
export const accents: Regle = {
  nom: 'reparation-accents-detaches@1',
  quoi: 'des accents détachés',
  exemples: [
    ['une re´union de l’e´quipe', 'une réunion de l’équipe'],
    ['la r´eunion', 'la réunion'],
    ['un franc¸ais a` Garges', 'un français à Garges'],
  ],
  trouver: (texte, indices) => parMotif(texte, MOT, (m) => recomposer(m[0], indices)),
};

/** The accents on the letter before, or all on the letter after: whichever makes a word, the first when both or none do. */
function recomposer(mot: string, { lexique }: Indices): string | null {
  const avant = poser(mot, /(\p{L}) ?([^\p{L} ])/gu, (l, s) => [l, s]);
  const apres = poser(mot, /([^\p{L} ])(\p{L})/gu, (s, l) => [l, s]);
  const connus = [avant, apres].filter((m) => m !== null && lexique.nomme(m));
  // « `core` », « x^e »: signs that quote or count are more common than accents that no word proves
  const prouve = /[`^]/.test(mot);
  return connus[0] ?? (prouve ? null : (avant ?? apres));
}

function poser(
  mot: string,
  motif: RegExp,
  ordre: (a: string, b: string) => [string, string],
): string | null {
  let possible = true;
  const pose = mot.replace(motif, (tout, a: string, b: string) => {
    const [lettre, signe] = ordre(a, b);
    const [combinant = '', permises = ''] = ACCENTS[signe] ?? [];
    if (!permises.includes(lettre.toLowerCase())) possible = false;
    return possible ? (lettre + combinant).normalize('NFC') : tout;
  });
  return possible && /^\p{L}+$/u.test(pose) ? pose : null;
}
