import { type Indices, motsDe, type Regle } from '../regle.js';
import type { Retouche } from '../travail.js';

const LIGATURES = ['ffi', 'ffl', 'fi', 'fl', 'ff'];

/**
 * « ofciel », « béné ciaires »: the ligature is gone. A font that has lost them has lost them all: only a
 * page that has none is looked at, and a word is repaired when one ligature in one place makes it a word.
 */
export const ligaturesPerdues: Regle = {
  nom: 'reparation-ligatures-perdues@1',
  quoi: 'des ligatures perdues',
  exemples: [
    ['un document ofciel', 'un document officiel'],
    ['les béné ciaires', 'les bénéficiaires'],
  ],
  trouver(texte, indices) {
    if (/f[fil]/.test(texte)) return [];
    const mots = motsDe(texte).filter((m) => /^\p{L}\p{Ll}*$/u.test(m.texte));
    const retouches: Retouche[] = [];
    for (let i = 0; i < mots.length; i += 1) {
      const mot = mots[i];
      const suivant = mots[i + 1];
      if (mot === undefined) break;
      const seul = completer(mot.texte, indices);
      if (seul !== null) retouches.push({ ...mot, texte: seul });
      else if (suivant?.debut === mot.fin + 1 && texte[mot.fin] === ' ') {
        const joint = joindre(mot.texte, suivant.texte, indices);
        if (joint === null) continue;
        retouches.push({ debut: mot.debut, fin: suivant.fin, texte: joint });
        i += 1;
      }
    }
    return retouches;
  },
};

/** The word with its ligature, when exactly one fits. */
function completer(mot: string, { lexique, document }: Indices): string | null {
  const bas = mot.toLowerCase();
  if (mot.length < 5 || lexique.nomme(bas)) return null;
  const possibles = new Set<string>();
  for (let i = 0; i <= mot.length; i += 1) {
    for (const l of LIGATURES) {
      const essai = bas.slice(0, i) + l + bas.slice(i);
      if (lexique.connait(essai)) possibles.add(mot.slice(0, i) + l + mot.slice(i));
    }
  }
  const choisi = choisir([...possibles], document);
  return choisi;
}

function joindre(gauche: string, droite: string, { lexique, document }: Indices): string | null {
  const [g, d] = [gauche.toLowerCase(), droite.toLowerCase()];
  if (lexique.nomme(g) && lexique.nomme(d)) return null;
  const possibles = LIGATURES.map((l) => gauche + l + droite).filter((mot) =>
    lexique.connait(mot.toLowerCase()),
  );
  return gauche.length + droite.length < 4 ? null : choisir(possibles, document);
}

/** The only one, or the only one that the document uses elsewhere. */
function choisir(possibles: readonly string[], document: Indices['document']): string | null {
  const [seul, autre] = possibles;
  if (seul === undefined) return null;
  if (autre === undefined) return seul;
  const employes = possibles.filter((p) => document.has(p.toLowerCase()));
  return employes.length === 1 ? (employes[0] ?? null) : null;
}
