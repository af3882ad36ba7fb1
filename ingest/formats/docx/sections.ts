import type { Courants } from '../flux/modele.js';
import { type Element, elements } from '../xml/arbre.js';
import { bascule, type Parties, valeur } from './parties.js';
import { Runs } from './runs.js';
import type { Styles } from './styles.js';

/** A section: how it starts, what it prints around its pages. */
export interface Section {
  readonly nouvellePage: boolean;
  readonly premierNumero: number | null;
  courants(premiere: boolean): Courants;
}

const LIGNES_MAX = 2;
const LONGUEUR_MAX = 160;

/** The sections of a document in order; one that names no running head keeps that of the one before. */
export function lireSections(parties: Parties, styles: Styles): Section[] {
  const tetes = new Map<string, string>();
  const lues = new Map<string, readonly string[]>();
  const lignes = (cle: string): readonly string[] => {
    const id = tetes.get(cle) ?? '';
    const deja = lues.get(id) ?? lignesDe(parties.parId(id), styles);
    lues.set(id, deja);
    return deja;
  };
  return collecter(parties.document).map((sectPr) => {
    for (const ref of elements(sectPr)) {
      if (ref.nom !== 'w:headerReference' && ref.nom !== 'w:footerReference') continue;
      tetes.set(`${ref.nom} ${ref.attributs.get('w:type')}`, ref.attributs.get('r:id') ?? '');
    }
    const distincte = bascule(elements(sectPr, 'w:titlePg')[0]) === true;
    const page = (type: string): Courants => ({
      enTete: lignes(`w:headerReference ${type}`),
      pied: lignes(`w:footerReference ${type}`),
    });
    const normale = page('default');
    const titre = distincte ? page('first') : normale;
    const depart = Number(elements(sectPr, 'w:pgNumType')[0]?.attributs.get('w:start') ?? 'NaN');
    return {
      nouvellePage: !/^(?:continuous|nextColumn)$/.test(
        valeur(elements(sectPr, 'w:type')[0]) ?? '',
      ),
      premierNumero: Number.isInteger(depart) ? depart : null,
      courants: (premiere) => (premiere ? titre : normale),
    };
  });
}

/** The ids of the parts that hold running heads: those of the head, then those of the foot, once each. */
export function courantsDe(document: Element): ReadonlySet<string> {
  const sections = collecter(document);
  const ids = ['w:headerReference', 'w:footerReference'].flatMap((nom) =>
    sections.flatMap((s) => elements(s, nom).map((ref) => ref.attributs.get('r:id') ?? '')),
  );
  return new Set(ids);
}

function collecter(parent: Element): Element[] {
  return elements(parent).flatMap((e) => {
    if (e.nom === 'w:sectPr') return [e];
    return e.nom === 'w:pPrChange' || e.nom === 'w:tbl' ? [] : collecter(e);
  });
}

/** The lines of a running head. Long ones are a letterhead or a legal notice: one line of it, or nothing. */
function lignesDe(partie: Element | undefined, styles: Styles): readonly string[] {
  if (partie === undefined) return [];
  const runs = new Runs(styles, null);
  const lignes = paragraphes(partie, runs, styles).filter((t) => t.trim() !== '');
  const reunies = lignes.length > LIGNES_MAX ? [lignes.join('\t')] : lignes;
  return reunies.every((l) => l.length <= LONGUEUR_MAX) ? reunies : [];
}

function paragraphes(parent: Element, runs: Runs, styles: Styles): string[] {
  return elements(parent).flatMap((e) => {
    if (e.nom !== 'w:p') return paragraphes(e, runs, styles);
    const { morceaux, boites } = runs.lire(e, styles.para(undefined).texte);
    const texte = morceaux.map((m) => (m.genre === 'texte' ? m.texte : '')).join('');
    return [...texte.split('\n'), ...boites.flatMap((b) => paragraphes(b, runs, styles))];
  });
}
