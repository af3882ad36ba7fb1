import { urlPage } from '../domain/urls.js';
import type { PreuveSituee } from '../questions/types.js';

type PreuvePassage = Extract<PreuveSituee, { readonly document: string }>;

/** A stretch of printed text with the parts of it that are quoted. */
export interface Passage {
  readonly document: string;
  readonly page: number;
  readonly imprimee: number | null | undefined;
  readonly fichier: string | undefined;
  /** Address of the first part quoted; undefined when the proof has none. */
  readonly url: string | undefined;
  readonly morceaux: readonly { readonly texte: string; readonly cite: boolean }[];
  readonly coupeAvant: boolean;
  readonly coupeApres: boolean;
  readonly statuts: readonly string[];
  /** Confidence of the character recognition of its page, when it was read so. */
  readonly confiance: number | undefined;
}

/** What is known of a page around quotes, with offsets of the page. */
interface Fenetre {
  readonly premiere: PreuvePassage;
  readonly debut: number;
  readonly texte: string;
  readonly cites: readonly (readonly [number, number])[];
  readonly coupeAvant: boolean;
  readonly coupeApres: boolean;
  readonly statuts: readonly string[];
}

const COUPE = '…';

/** Proofs as the passages to show: those of one printed line are one passage with several marks. */
export function passages(preuves: readonly PreuveSituee[]): Passage[] {
  let fenetres: Fenetre[] = [];
  for (const preuve of preuves) {
    if ('document' in preuve) fenetres = ajouter(fenetres, fenetre(preuve));
  }
  return fenetres.map(passage);
}

/** A quote may span two lines already shown: it takes in all that it shares text with. */
function ajouter(fenetres: readonly Fenetre[], nouvelle: Fenetre): Fenetre[] {
  const suite: Fenetre[] = [];
  let unie = nouvelle;
  let place = -1;
  for (const f of fenetres) {
    const ensemble = unir(f, unie);
    if (ensemble === null) suite.push(f);
    else {
      unie = ensemble;
      if (place < 0) place = suite.length;
    }
  }
  suite.splice(place < 0 ? suite.length : place, 0, unie);
  return suite;
}

function fenetre(preuve: PreuvePassage): Fenetre {
  const { avant = '', apres = '', citation, debut, fin, statut } = preuve;
  const coupeAvant = avant.startsWith(COUPE);
  const coupeApres = apres.endsWith(COUPE);
  const devant = coupeAvant ? avant.slice(COUPE.length) : avant;
  const derriere = coupeApres ? apres.slice(0, -COUPE.length) : apres;
  return {
    premiere: preuve,
    debut: debut - devant.length,
    texte: `${devant}${citation}${derriere}`,
    cites: [[debut, fin]],
    coupeAvant,
    coupeApres,
    statuts: statut === undefined ? [] : [statut],
  };
}

/** Two stretches that share text, as one; null when they stand apart. */
function unir(a: Fenetre, b: Fenetre): Fenetre | null {
  const memePage =
    a.premiere.document === b.premiere.document && a.premiere.page === b.premiere.page;
  const [g, d] = a.debut <= b.debut ? [a, b] : [b, a];
  const commun = Math.min(g.texte.length - (d.debut - g.debut), d.texte.length);
  if (!memePage || commun <= 0) return null;
  const decalage = d.debut - g.debut;
  // A text that begins with an ellipsis of its own is not cut: its offsets would be one off.
  if (g.texte.slice(decalage, decalage + commun) !== d.texte.slice(0, commun)) return null;
  const dernier = decalage + d.texte.length >= g.texte.length ? d : g;
  return {
    premiere: a.premiere,
    debut: g.debut,
    texte: g.texte + d.texte.slice(commun),
    cites: reunir([...a.cites, ...b.cites]),
    coupeAvant: g.coupeAvant,
    coupeApres: dernier.coupeApres,
    statuts: [...new Set([...a.statuts, ...b.statuts])],
  };
}

/** Intervals in order, those that overlap as one. */
function reunir(intervalles: readonly (readonly [number, number])[]): [number, number][] {
  const reunis: [number, number][] = [];
  for (const [debut, fin] of [...intervalles].sort((a, b) => a[0] - b[0])) {
    const dernier = reunis.at(-1);
    if (dernier !== undefined && debut <= dernier[1]) dernier[1] = Math.max(dernier[1], fin);
    else reunis.push([debut, fin]);
  }
  return reunis;
}

function passage({ premiere, debut, texte, cites, ...reste }: Fenetre): Passage {
  const { document, page, imprimee, fichier, url, confiance } = premiere;
  const [premierDebut = debut, premierFin = debut] = cites[0] ?? [];
  const morceaux = cites.flatMap(([d, f], i) => [
    { texte: texte.slice((cites[i - 1]?.[1] ?? debut) - debut, d - debut), cite: false },
    { texte: texte.slice(d - debut, f - debut), cite: true },
  ]);
  const fin = { texte: texte.slice((cites.at(-1)?.[1] ?? debut) - debut), cite: false };
  return {
    document,
    page,
    imprimee,
    fichier,
    confiance,
    url:
      url === undefined
        ? undefined
        : urlPage(document, page, { debut: premierDebut, fin: premierFin }),
    morceaux: [...morceaux, fin],
    ...reste,
  };
}
