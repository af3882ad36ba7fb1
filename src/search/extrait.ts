import { analyze, type Memoire, type Terme } from '../french/chain.js';
import { stem } from '../french/stem.js';
import { type Cle, cleRacine, cleSigle } from './termes.js';

/** Signs around a matched word in an extract: private use characters, in no French text. */
const MARQUE_DEBUT = '\uE000';
const MARQUE_FIN = '\uE001';

/** What a query looks for, for each key the number of the word asked for that it answers. */
export interface Marques {
  readonly cles: ReadonlyMap<Cle, number>;
  /** Beginnings of words. */
  readonly prefixes: ReadonlyMap<string, number>;
}

interface Touche {
  readonly debut: number;
  readonly fin: number;
  readonly demande: number;
}

const LONGUEUR = 200;

/**
 * Passage of about 200 characters that holds most of the words asked for, each between its marks.
 * Without its marks it is a piece of the running text, else of the short fields, else the title.
 */
export function extrait(
  document: { readonly titre: string; readonly champs: string; readonly texte: string },
  marques: Marques,
  memoire?: Memoire,
): string {
  const candidats = [document.texte, document.champs].filter((t) => t.trim() !== '');
  const trouves = candidats.map((texte) => ({ texte, touches: touches(texte, marques, memoire) }));
  const meilleur = trouves.find((t) => t.touches.length > 0) ?? trouves[0];
  if (meilleur === undefined)
    return marque(
      document.titre,
      touches(document.titre, marques, memoire),
      0,
      document.titre.length,
    );
  const { debut, fin } = fenetre(meilleur.texte, meilleur.touches);
  return marque(meilleur.texte, meilleur.touches, debut, fin);
}

function touches(texte: string, marques: Marques, memoire: Memoire | undefined): Touche[] {
  // Stems are worked out below, for the few words whose first letters may answer.
  const debuts = new Set(
    [...marques.cles.keys()].filter((c) => c.startsWith('=')).map((c) => c.slice(1, 4)),
  );
  const liste: Touche[] = [];
  const options = { mode: 'index', nomPropre: true } as const;
  for (const terme of analyze(texte, memoire === undefined ? options : { ...options, memoire })) {
    const demande = repond(terme, marques, debuts);
    if (demande !== undefined) liste.push({ debut: terme.debut, fin: terme.fin, demande });
  }
  return liste;
}

function repond(terme: Terme, marques: Marques, debuts: ReadonlySet<string>): number | undefined {
  const { cles, prefixes } = marques;
  if (terme.sigle !== null) {
    const d = cles.get(cleSigle(terme.sigle));
    if (d !== undefined || !terme.estMot) return d;
  }
  const exact = cles.get(terme.mot);
  if (exact !== undefined) return exact;
  if (!terme.vide && debuts.has(terme.mot.slice(0, 3))) {
    const d = cles.get(cleRacine(stem(terme.mot)));
    if (d !== undefined) return d;
  }
  for (const [prefixe, demande] of prefixes) if (terme.mot.startsWith(prefixe)) return demande;
  return undefined;
}

/** The window with the most different words asked for, then the most words; the first of equals. */
function fenetre(texte: string, liste: readonly Touche[]): { debut: number; fin: number } {
  let choix = { depart: 0, score: -1, premier: 0, dernier: 0 };
  for (const [i, touche] of liste.entries()) {
    const dedans = [];
    for (let j = i; j < liste.length; j += 1) {
      const t = liste[j];
      if (t === undefined || t.fin - touche.debut > LONGUEUR) break;
      dedans.push(t);
    }
    const score = new Set(dedans.map((t) => t.demande)).size * 100 + Math.min(dedans.length, 50);
    if (score > choix.score) {
      choix = {
        depart: i,
        score,
        premier: touche.debut,
        dernier: dedans.at(-1)?.fin ?? touche.fin,
      };
    }
  }
  const marge = Math.max(0, LONGUEUR - (choix.dernier - choix.premier));
  const debut = auMot(texte, Math.max(0, choix.premier - Math.floor(marge / 3)), choix.premier);
  const fin = finDeMot(texte, Math.min(texte.length, debut + LONGUEUR), choix.dernier);
  return { debut, fin };
}

/** Moves a start forward to the beginning of a word, never past `limite`. */
function auMot(texte: string, debut: number, limite: number): number {
  if (debut === 0) return 0;
  const espace = texte.slice(debut, limite).search(/\s/);
  return espace < 0 ? limite : debut + espace + 1;
}

/** Moves an end back to the end of a word, never before `limite`. */
function finDeMot(texte: string, fin: number, limite: number): number {
  if (fin >= texte.length) return texte.length;
  let f = fin;
  while (f > limite && !/\s/.test(texte.charAt(f))) f -= 1;
  return f > limite ? f : Math.max(limite, f);
}

function marque(texte: string, liste: readonly Touche[], debut: number, fin: number): string {
  let sortie = '';
  let position = debut;
  for (const t of liste) {
    if (t.debut < position || t.fin > fin) continue;
    sortie += `${texte.slice(position, t.debut)}${MARQUE_DEBUT}${texte.slice(t.debut, t.fin)}${MARQUE_FIN}`;
    position = t.fin;
  }
  return sortie + texte.slice(position, fin);
}
