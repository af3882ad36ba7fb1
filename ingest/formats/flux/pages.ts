import { type Ligne, normalizePageText, type PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../courants.js';
import { type Commun, composerLigne, decaler, type LigneComposee } from './composition.js';
import { type Courants, type Morceau, NUMERO, type Paragraphe, POLICE, texteEn } from './modele.js';

interface LigneEnPage extends LigneComposee {
  /** Space above the line, in points, when it opens a paragraph. */
  readonly ecart: number | null;
}

interface PageEnCours {
  readonly lignes: LigneEnPage[];
  readonly notes: LigneEnPage[];
  readonly courants: Courants;
  readonly numero: number;
  images: number;
}

/** Space that sets a paragraph apart, in points: less is the leading of some styles. */
const ECART = 3;
const SANS_COURANTS: Courants = { enTete: [], pied: [] };
/** Fewer pages than this, and running heads cannot be told from text: they are left out. */
const PAGES_A_COURANTS = 3;
const RIEN = { apres: 0, style: '', serre: false };
const RAISON_IMAGE =
  'La page ne contient qu’une image : exportez le document en PDF pour que ses caractères soient reconnus.';

/** Sets paragraphs into pages, one paragraph a line, the notes at the foot of the page that calls them. */
export class Mise {
  readonly #pages: PageEnCours[] = [];
  #page: PageEnCours;
  #dessus: Pick<Paragraphe, 'apres' | 'style' | 'serre'> = RIEN;
  #blanc = false;
  #courants: (premiere: boolean) => Courants = () => SANS_COURANTS;
  #premiereDeSection = true;

  constructor() {
    this.#page = this.#ouvrir(1);
  }

  /** Opens a section: its running heads; a page number to start from when it says one. Follows a page break. */
  section(courants: (premiere: boolean) => Courants, numero: number | null): void {
    this.#courants = courants;
    this.#premiereDeSection = true;
    if (this.#vide()) {
      this.#page = this.#ouvrir(numero ?? this.#page.numero);
    }
  }

  paragraphe(p: Paragraphe): void {
    const commun = communDe(p);
    const dessus = this.#dessus;
    const meme = dessus.style === p.style;
    const ecart = Math.max(meme && dessus.serre ? 0 : dessus.apres, meme && p.serre ? 0 : p.avant);
    let premiere = true;
    let ligne: Morceau[] = [];
    const finir = (): void => {
      const imprimee = this.#ligne(ligne, premiere, premiere ? ecart : null, commun);
      premiere = premiere && !imprimee;
      ligne = [];
    };
    for (const m of p.morceaux) {
      if (m.genre === 'saut') {
        if (ligne.length > 0) finir();
        this.saut(m.rendu);
      } else if (m.genre === 'texte' && m.texte.includes('\n')) {
        m.texte.split('\n').forEach((morceau, i) => {
          if (i > 0) finir();
          ligne.push({ ...m, texte: morceau });
        });
      } else ligne.push(m);
    }
    finir();
    this.#dessus = p;
  }

  /** Goes to the next page. A remembered break at the head of a page is the one that was just made. */
  saut(rendu = false): void {
    if (rendu && this.#vide()) return;
    this.#pages.push(this.#page);
    this.#blanc = false;
    this.#premiereDeSection = false;
    this.#page = this.#ouvrir(this.#page.numero + 1);
  }

  /** What stood empty at the end of a cell sets nothing apart in the next one. */
  finDeCellule(): void {
    this.#blanc = false;
    this.#dessus = RIEN;
  }

  /** True while no page has a line, a note or an image. */
  get sansRien(): boolean {
    return [...this.#pages, this.#page].every(
      (p) => p.lignes.length + p.notes.length + p.images === 0,
    );
  }

  /** The pages. */
  finir(): PageLue[] {
    const toutes = [...this.#pages, this.#page];
    const avecCourants = toutes.filter((p) => p.lignes.length > 0).length >= PAGES_A_COURANTS;
    const pages = toutes.map((p) => assembler(p, avecCourants));
    const { imprimees } = titresCourants(
      pages.map(({ texte, lignes }) => lignes.map((l) => texte.slice(l.debut, l.fin))),
    );
    return pages.map((page, i) => ({
      numero: i + 1,
      imprimee: imprimees[i] ?? null,
      ...etatDe(page.texte, toutes[i]?.images ?? 0),
      ...page,
    }));
  }

  #ouvrir(numero: number): PageEnCours {
    const courants = this.#courants(this.#premiereDeSection);
    return { lignes: [], notes: [], courants, numero, images: 0 };
  }

  #vide(): boolean {
    return this.#page.lignes.length === 0 && this.#page.images === 0;
  }

  /** True when the line has something to print. */
  #ligne(
    morceaux: readonly Morceau[],
    premiere: boolean,
    ecart: number | null,
    c: Commun,
  ): boolean {
    const textes = morceaux.flatMap((m) => {
      if (m.genre === 'texte') return [m];
      return m.genre === 'note' ? [texteEn(m.appel, m.police, true)] : [];
    });
    this.#page.images += morceaux.filter((m) => m.genre === 'image').length;
    const composee = composerLigne(textes, premiere, this.#blanc, c);
    for (const m of morceaux) if (m.genre === 'note') this.#note(m.appel, m.corps);
    if (composee === null) {
      this.#blanc = this.#page.lignes.length > 0;
      return false;
    }
    this.#page.lignes.push({ ...composee, ecart });
    this.#blanc = false;
    return true;
  }

  /** « 1 Texte de la note » : its size is left unknown, for it is smaller in print than any style tells. */
  #note(appel: string, corps: readonly Paragraphe[]): void {
    const page = this.#page;
    let entete = `${appel} `;
    for (const p of corps) {
      const textes = p.morceaux.flatMap((m) =>
        m.genre === 'texte' ? [{ ...m, texte: m.texte.replaceAll('\n', ' '), taille: null }] : [],
      );
      const [premier, ...reste] = textes;
      if (premier === undefined) continue;
      const nus = [{ ...premier, texte: premier.texte.trimStart() }, ...reste];
      const numero = entete === '' ? [] : [texteEn(entete, POLICE, true)];
      const ligne = composerLigne([...numero, ...nus], entete !== '', false, {});
      if (ligne === null) continue;
      page.notes.push({ ...ligne, ecart: null });
      entete = '';
    }
  }
}

function communDe(p: Paragraphe): Commun {
  return {
    ...(p.niveau === null ? {} : { niveau: p.niveau }),
    ...(p.liste === null ? {} : { liste: p.liste }),
    ...(p.cellule === null ? {} : { cellule: p.cellule }),
  };
}

/** The text of a page and its lines: a blank line where one stood, notes after the text, heads around. */
function assembler(page: PageEnCours, avecCourants: boolean) {
  const rangs = page.lignes.map(({ texte, ligne, ecart }, i) => {
    const apart = ligne.niveau !== undefined || (ecart ?? 0) > ECART;
    return { texte, ligne: { ...ligne, espaceAvant: ligne.espaceAvant || (apart && i > 0) } };
  });
  const notes = page.notes.map((n, i) => ({
    ...n,
    ligne: { ...n.ligne, espaceAvant: i === 0 },
  }));
  const vide = rangs.length === 0;
  const [haut, bas] = [page.courants.enTete, page.courants.pied].map((c) =>
    avecCourants && !vide ? c.flatMap((t) => courante(t, page.numero)) : [],
  );
  const textes: string[] = [];
  const lignes: Ligne[] = [];
  let position = 0;
  for (const { texte, ligne } of [...(haut ?? []), ...rangs, ...notes, ...(bas ?? [])]) {
    const blanc = ligne.espaceAvant && textes.length > 0 ? '\n' : '';
    lignes.push(decaler(ligne, position + blanc.length));
    textes.push(blanc + texte);
    position += blanc.length + texte.length + 1;
  }
  return { texte: textes.join('\n'), lignes };
}

function courante(modele: string, numero: number): LigneComposee[] {
  const texte = normalizePageText(modele.replaceAll(NUMERO, String(numero)));
  const ligne = composerLigne([texteEn(texte, POLICE)], true, false, {});
  return ligne === null ? [] : [ligne];
}

function etatDe(texte: string, images: number): Pick<PageLue, 'etat' | 'raison'> {
  if (texte.trim() !== '') return { etat: 'lu' };
  return images > 0 ? { etat: 'illisible', raison: RAISON_IMAGE } : { etat: 'vide' };
}
