import type { Bloc } from '../../../src/domain/bloc.js';
import { longueurSource } from '../../../src/domain/bloc.js';
import type { Fait } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import type { Alerte, Page } from '../../../src/domain/page.js';
import type { DocumentLu } from '../lot.js';
import { blocsDe } from '../uncovered.js';

/** A passage of a page: `texte.slice(debut, fin) === citation`. */
export interface Passage {
  readonly debut: number;
  readonly fin: number;
  readonly citation: string;
}

/** A page with what was made of each of its passages. */
export interface PageExpliquee extends Omit<Page, 'texte'> {
  /** Passages that facts rest on, in the order of the page. */
  readonly passages: readonly (Passage & { readonly faits: readonly Fait[] })[];
  /** Passages that are no content, with the reason: running title, table of contents. */
  readonly ecartes: readonly (Passage & { readonly raison: string })[];
  /** Damaged passages, how they are read, and by which rule. */
  readonly repares: readonly (Passage & { readonly lu: string; readonly regle: string })[];
  /** Text that no fact rests on and that nothing set aside; it can be searched. */
  readonly inutilises: readonly Passage[];
  readonly alertes: readonly Alerte[];
}

/** What is known of a document: its stored pages, its facts, its alerts, and its layout read again. */
export interface Matiere {
  readonly document: string;
  readonly pages: readonly Page[];
  readonly faits: readonly Fait[];
  readonly alertes: readonly Alerte[];
  /** Null when the original is not there or cannot be read again. */
  readonly lu: DocumentLu | null;
}

/** Tells, page by page, which passage gave what, and what became of the rest. Pure. */
export function expliquer(matiere: Matiere): PageExpliquee[] {
  const { document, pages, alertes, lu } = matiere;
  const etiquettes = lu === null ? [] : [...blocsDe(labelsOf(lu))];
  return pages.map(({ texte, ...page }): PageExpliquee => {
    const numero = page.numero;
    const passages = passagesOf(matiere.faits, document, numero);
    const ecartes = lu === null ? [] : setAside(lu, numero, texte);
    const repares = lu === null ? [] : repaired(lu, numero, texte);
    const couverts = [
      ...passages,
      ...ecartes,
      ...etiquettes.flatMap((b) => slices(b, numero, texte)),
    ];
    return {
      ...page,
      passages,
      ecartes,
      repares,
      inutilises: unused(texte, couverts),
      alertes: alertes.filter((a) => a.page === numero),
    };
  });
}

/** Facts by the passage of a page that proves them. */
function passagesOf(faits: readonly Fait[], document: string, numero: number) {
  const groupes = new Map<string, Passage & { faits: Fait[] }>();
  for (const fait of faits) {
    for (const preuve of fait.preuves) {
      if (!estPreuveTexte(preuve) || preuve.document !== document || preuve.page !== numero)
        continue;
      const { debut, fin, citation } = preuve;
      const cle = `${debut} ${fin}`;
      const groupe = groupes.get(cle) ?? { debut, fin, citation, faits: [] };
      groupes.set(cle, groupe);
      if (!groupe.faits.includes(fait)) groupe.faits.push(fait);
    }
  }
  return [...groupes.values()].sort((a, b) => a.debut - b.debut || a.fin - b.fin);
}

function setAside(lu: DocumentLu, numero: number, texte: string): PageExpliquee['ecartes'] {
  return (lu.programme?.ecartes ?? [])
    .flatMap(({ bloc, raison }) => slices(bloc, numero, texte).map((p) => ({ ...p, raison })))
    .sort((a, b) => a.debut - b.debut);
}

function repaired(lu: DocumentLu, numero: number, texte: string): PageExpliquee['repares'] {
  const vus = new Map<string, PageExpliquee['repares'][number]>();
  for (const bloc of blocsDe({ programme: lu.programme, rapport: lu.rapport })) {
    for (const t of bloc.carte) {
      if (t.page !== numero || t.reparation === undefined) continue;
      const [debut, fin] = [t.source, t.source + longueurSource(t)];
      const { regle } = t.reparation;
      const dit = bloc.texte.slice(t.debut, t.debut + t.longueur);
      const citation = texte.slice(debut, fin);
      vus.set(`${debut} ${fin}`, { debut, fin, citation, lu: dit, regle });
    }
  }
  return [...vus.values()].sort((a, b) => a.debut - b.debut);
}

/** The words that announce a field, a number or a part: they are used, though no fact quotes them. */
function labelsOf(lu: DocumentLu): unknown {
  return (lu.programme?.axes ?? []).flatMap((axe) => [
    axe.titre,
    ...axe.actions.flatMap((a) => [a.titre, ...a.champs.map((c) => c.etiquette)]),
  ]);
}

function slices(bloc: Bloc, page: number, texte: string): Passage[] {
  return bloc.carte
    .filter((t) => t.page === page)
    .map((t) => {
      const [debut, fin] = [t.source, t.source + longueurSource(t)];
      return { debut, fin, citation: texte.slice(debut, fin) };
    });
}

/** The runs of lines that no passage covers, when they hold a letter or a digit. */
function unused(texte: string, couverts: readonly Passage[]): Passage[] {
  const couvert = new Uint8Array(texte.length);
  for (const { debut, fin } of couverts) couvert.fill(1, debut, fin);
  const libres: Passage[] = [];
  let debut = -1;
  let fin = -1;
  const fermer = () => {
    const citation = debut < 0 ? '' : texte.slice(debut, fin);
    if (/[\p{L}\p{N}]/u.test(citation)) libres.push({ debut, fin, citation });
    debut = -1;
  };
  for (let i = 0; i < texte.length; i += 1) {
    if (/\s/.test(texte[i] ?? '')) continue;
    if (couvert[i] === 1) fermer();
    else {
      // a blank line parts two passages
      if (debut >= 0 && /\n\s*\n/.test(texte.slice(fin, i))) fermer();
      if (debut < 0) debut = i;
      fin = i + 1;
    }
  }
  fermer();
  return libres;
}
