import type { Regle } from '../regle.js';
import type { Retouche } from '../travail.js';

/** How many times over the glyphs may have been drawn: bold is faked by drawing twice, or more. */
const FOIS = [4, 3, 2];
/** A word of that many letters all doubled is no accident. */
const LETTRES_MIN = 3;

/** Glyphs drawn several times to look bold, and extracted as many times. */
export const doublees: Regle = {
  nom: 'reparation-lettres-doublees@1',
  quoi: 'des lettres doublées',
  exemples: [
    ['CCOONNTTRRAATT  DDEE  VVIILLLLEE 2012', 'CONTRAT DE VILLE 2012'],
    ['PPrroojjeett', 'Projet'],
    ['Axe : LLaa  vviillllee', 'Axe : La ville'],
  ],
  trouver(texte) {
    if (!FOIS.some((n) => repete(n).test(texte))) return [];
    return lignesDe(texte).flatMap(({ debut, ligne }) =>
      suites(ligne).map((r) => ({ ...r, debut: r.debut + debut, fin: r.fin + debut })),
    );
  },
};

/** A word whose letters all stand `n` times. */
function repete(n: number): RegExp {
  return new RegExp(`(?<!\\S)(?:(\\S)\\1{${n - 1}}){${LETTRES_MIN},}(?!\\S)`, 'u');
}

interface Mot {
  readonly debut: number;
  readonly fin: number;
}

/** Runs of words all drawn as many times, one of them too long for it to be chance. */
function suites(ligne: string): Retouche[] {
  const mots = [...ligne.matchAll(/\S+/g)].map((m) => ({
    debut: m.index,
    fin: m.index + m[0].length,
  }));
  for (const n of FOIS) {
    if (!repete(n).test(ligne)) continue;
    const retouches: Retouche[] = [];
    let suite: Mot[] = [];
    for (const mot of [...mots, null]) {
      if (mot !== null && dedoubler(ligne.slice(mot.debut, mot.fin), n) !== null) suite.push(mot);
      else {
        retouches.push(...retoucher(ligne, suite, n));
        suite = [];
      }
    }
    return retouches;
  }
  return [];
}

function retoucher(ligne: string, suite: readonly Mot[], n: number): Retouche[] {
  const [premier, dernier] = [suite[0], suite.at(-1)];
  if (premier === undefined || dernier === undefined) return [];
  if (!repete(n).test(ligne.slice(premier.debut, dernier.fin))) return [];
  const mots = suite.map((m) => dedoubler(ligne.slice(m.debut, m.fin), n) ?? '');
  const texte = mots.join(' ');
  // « ------ », « ...... », « 000 »: what is no word says nothing of its letters
  if (!/\p{L}{3}/u.test(texte) || /^(\p{L})\1+$/u.test(texte)) return [];
  return [{ debut: premier.debut, fin: dernier.fin, texte }];
}

function dedoubler(mot: string, n: number): string | null {
  const lettres = [...mot];
  if (lettres.length % n !== 0) return null;
  const simples = lettres.filter((_, i) => i % n === 0);
  return lettres.every((c, i) => c === simples[Math.floor(i / n)]) ? simples.join('') : null;
}

function lignesDe(texte: string): { debut: number; ligne: string }[] {
  let debut = 0;
  return texte.split('\n').map((ligne) => {
    const ici = debut;
    debut += ligne.length + 1;
    return { debut: ici, ligne };
  });
}
