import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import { withRunInTitles } from './accroches.js';
import { quotedPropositions } from './citations.js';
import { quotingSections, sheetSections } from './familles.js';
import type { CelluleLue, EntreeLue } from './lecture.js';
import { gatherMonths, isByMonth, monthOf } from './mois.js';
import { contentWords, sentences } from './phrases.js';
import type { Proposition } from './propositions.js';
import { propositionsOf } from './propositions.js';
import type { SectionLue } from './sections.js';
import { cellOf } from './tableaux.js';
import type { StatutRealise, VocabulaireRapport } from './vocabulaire.js';

export interface Lexique {
  readonly formats: RegExp;
  readonly v: VocabulaireRapport;
  /** The report is told by month: its actions are named in passing, often without a verb. */
  readonly parMois?: true;
}

/** Sections that are sheets of one action, and those that quote the titles of several. */
interface Roles {
  readonly fiches: ReadonlySet<SectionLue>;
  readonly parties: ReadonlySet<SectionLue>;
}

/** The entries of a report: one an action it tells of. */
export function entriesOf(lues: readonly SectionLue[], base: Lexique): EntreeLue[] {
  const parMois = isByMonth(lues);
  const lexique: Lexique = parMois ? { ...base, parMois } : base;
  const sections = withRunInTitles(lues, lexique);
  const entrees: EntreeLue[] = [];
  const roles = {
    fiches: sheetSections(sections, lexique),
    parties: quotingSections(sections, lexique),
  };
  let axe: Bloc | null = null;
  let reliefAxe = -1;
  let mois: number | null = null;
  let reliefMois = 0;
  sections.forEach((section, i) => {
    const propre = section.generique ? null : section.titre;
    const vide = section.elements.length === 0;
    if (section.titre !== null && section.relief >= reliefAxe && !section.explicite) axe = null;
    const nomme = monthOf(section);
    if (nomme !== null || section.relief >= reliefMois) mois = nomme;
    if (nomme !== null) reliefMois = section.relief;
    const siennes = sectionEntries(section, axe, roles, lexique);
    const dit = mois;
    entrees.push(...(dit === null ? siennes : siennes.map((e) => ({ ...e, mois: dit }))));
    const ouvre = section.estAxe || vide || siennes.length === 0;
    const suivante = sections[i + 1];
    if (
      propre !== null &&
      ouvre &&
      (section.estAxe || suivante === undefined || suivante.relief <= section.relief)
    ) {
      axe = propre;
      reliefAxe = section.relief;
    }
  });
  return parMois ? gatherMonths(entrees, lexique) : entrees;
}

function sectionEntries(
  section: SectionLue,
  axe: Bloc | null,
  { fiches, parties }: Roles,
  lexique: Lexique,
): EntreeLue[] {
  const statut = statutOf(section, lexique.v);
  const partie = section.generique ? axe : section.titre;
  const rangees = section.elements.flatMap((e) =>
    e.genre === 'rangee' ? (rowEntry(e.rangee.cellules, partie) ?? []) : [],
  );
  const props = propositionsOf(section.elements, statut !== null, lexique);
  const champs = section.elements.flatMap((e) => (e.genre === 'champ' ? [e.champ] : []));
  const cellules = section.elements.flatMap((e) => (e.genre === 'cellule' ? [e.cellule] : []));
  const propre = section.generique || section.estAxe ? null : section.titre;
  if (
    propre !== null &&
    rangees.length === 0 &&
    !(cellules.length === 0 && parties.has(section)) &&
    (fiches.has(section) || isSheet(section, props, cellules, lexique))
  ) {
    const corps = [...props.map((p) => p.bloc), ...afterCounts(cellules)];
    return [{ numero: section.numero, titre: propre, axe, corps, cellules, champs, statut }];
  }
  const citees = quotedPropositions(section.elements, statut !== null, lexique);
  const dites = citees.filter((p) => !isOfWholePart(p, section, lexique));
  return [...rangees, ...proseEntries(dites, partie, statut, lexique)];
}

/** « Les actions de santé ont bénéficié du soutien de l'ARS », under « Santé »: the whole part, no action of it. */
function isOfWholePart(
  { titre, mots, numero }: Proposition,
  section: SectionLue,
  { formats, v }: Lexique,
): boolean {
  if (titre === null || numero !== null || mots.length === 0 || section.titre === null)
    return false;
  const siens = new Set(contentWords(section.titre.texte, formats, v));
  if (section.estAxe && /^(?:actions|activites) /.test(fold(titre.texte))) return true;
  // « le séminaire sur l'habitat », under « Habitat et citoyenneté », is an action
  if (formats.test(fold(titre.texte))) return false;
  return (
    mots.every((m) => siens.has(m)) &&
    (section.estAxe ||
      mots.length < siens.size ||
      /^(?:actions?|axe|activites?) /.test(fold(titre.texte)))
  );
}

/** « Fréquentation : 85 personnes. Témoignages de… »: what follows a count is running text. */
function afterCounts(cellules: readonly CelluleLue[]): Bloc[] {
  return cellules.flatMap(({ colonne, valeur }) =>
    colonne === 'participants' || colonne === 'seances' ? sentences(valeur).slice(1) : [],
  );
}

/** True when the heading names the one action that its section tells of. */
function isSheet(
  section: SectionLue,
  props: readonly Proposition[],
  cellules: readonly CelluleLue[],
  { formats, v }: Lexique,
): boolean {
  const dites = props.filter((p) => p.principale);
  if (cellules.length > 0) return true;
  if (dites.length === 0) return false;
  if (section.explicite) return true;
  // what comes after « Le club des élus se réunira » is about that club
  if (props.some((p, i) => p.annonce !== undefined && isBare(props[i + 1]))) return false;
  const titre = new Set(contentWords(section.titre?.texte ?? '', formats, v));
  const autres = dites.filter((p) => p.mots.length > 0 && !names(titre, p.mots));
  return autres.length === 0;
}

/** A heading names what a sentence is about when they say nearly the same words. */
function names(titre: ReadonlySet<string>, mots: readonly string[]): boolean {
  const communs = new Set(mots.filter((m) => titre.has(m))).size;
  return communs >= 0.6 * (titre.size + new Set(mots).size - communs);
}

/** Sentences and items that each name their own action; those that name none go on with the one before. */
function proseEntries(
  props: readonly Proposition[],
  axe: Bloc | null,
  statut: EntreeLue['statut'],
  { formats }: Lexique,
): EntreeLue[] {
  const entrees: { numero: number | null; titre: Bloc; mots: readonly string[]; corps: Bloc[] }[] =
    [];
  for (const [i, prop] of props.entries()) {
    const annonce = props[i - 1]?.annonce;
    if (annonce !== undefined && isBare(prop)) {
      entrees.push({ numero: null, ...annonce, corps: [prop.bloc] });
      continue;
    }
    const courante = entrees.at(-1);
    const nomme =
      prop.principale && prop.titre !== null && (prop.mots.length > 0 || prop.numero !== null);
    const autreForme =
      prop.principale &&
      prop.titre !== null &&
      courante !== undefined &&
      !sameForm(courante.titre, prop.titre, formats);
    const memes = courante !== undefined && prop.numero === null && same(courante.mots, prop.mots);
    if (prop.titre !== null && ((nomme && !memes) || autreForme)) {
      const { numero, titre, mots } = prop;
      entrees.push({ numero, titre, mots, corps: [prop.bloc] });
    } else courante?.corps.push(prop.bloc);
  }
  return entrees.map(({ numero, titre, corps }) => ({
    numero,
    titre,
    axe,
    corps,
    cellules: [],
    champs: [],
    statut,
  }));
}

function isBare(prop: Proposition | undefined): boolean {
  return prop?.principale === true && prop.titre === null;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const communs = b.filter((m) => a.includes(m)).length;
  return communs >= Math.min(a.length, b.length) * 0.6;
}

/** « Le groupe… La journée… »: another form of action is another action. */
function sameForm(a: Bloc, b: Bloc, formats: RegExp): boolean {
  const forme = (bloc: Bloc) =>
    formats
      .exec(fold(bloc.texte).replace(/^(?:l[ae]s? |l'|une? |des |ces? |cette |cet )/, ''))?.[0]
      .split(' ')[0]
      ?.replace(/s$/, '');
  const [x, y] = [forme(a), forme(b)];
  return x === undefined || y === undefined || x === y;
}

function statutOf(
  section: SectionLue,
  v: VocabulaireRapport,
): { statut: StatutRealise; bloc: Bloc } | null {
  const { titre } = section;
  if (titre === null || !section.generique) return null;
  const plie = fold(titre.texte);
  const trouve = v.titresDeStatut.find(([, motif]) => motif.test(plie));
  return trouve === undefined ? null : { statut: trouve[0], bloc: titre };
}

function rowEntry(cellules: readonly CelluleLue[], axe: Bloc | null): EntreeLue | null {
  const titre = cellOf(cellules, 'titre');
  if (titre === undefined || !/\p{L}{3}/u.test(titre.texte) || cellules.length < 2) return null;
  const imprime = /^(\d{1,2})\s*[.)°:–-]\s*/.exec(titre.texte);
  const nombre = /\d{1,3}/.exec(cellOf(cellules, 'numero')?.texte ?? imprime?.[1] ?? '');
  return {
    numero: nombre === null ? null : Number(nombre[0]),
    titre: imprime === null ? titre : sliceBloc(titre, imprime[0].length, titre.texte.length),
    axe: cellOf(cellules, 'axe') ?? axe,
    corps: [],
    cellules,
    champs: cellules.flatMap(({ colonne, valeur }) =>
      colonne === 'intervenants'
        ? [{ champs: ['intervenants' as const], etiquette: sliceBloc(valeur, 0, 0), valeur }]
        : [],
    ),
    statut: null,
  };
}
