import type { Fait } from '../../../src/domain/fait.js';
import type { FactsWriter } from '../../../src/facts/writer.js';

/** What programmes say of an action, as far as records are tied to it. Decisions of people are left out. */
export interface ActionVue {
  readonly id: string;
  readonly titre: Fait;
  readonly annee: number | null;
  readonly format: string;
  /** Themes and dispositifs that it is about, with the fact that says so. */
  readonly sujets: ReadonlyMap<string, Fait>;
  /** Its fields that name people: where one of their works may be cited. */
  readonly champs: readonly Fait[];
  /** Names of those who speak or run it, with the fact that says so, by their id. */
  readonly intervenants: ReadonlyMap<string, Fait>;
  readonly producteur: string;
}

/** A publication that a programme announces. */
export interface PublicationVue {
  readonly id: string;
  readonly titre: Fait;
  readonly annee: number | null;
  /** ISSUE_DE. */
  readonly issues: readonly Fait[];
  readonly producteur: string;
}

/** One who speaks, runs or pilots. */
export interface PersonneVue {
  readonly id: string;
  readonly nom: Fait;
  /** INTERVIENT_DANS. */
  readonly interventions: readonly Fait[];
  /** Names of the organisations that they belong to. */
  readonly organismes: readonly string[];
}

export interface ProgrammesVus {
  readonly actions: ReadonlyMap<string, ActionVue>;
  readonly publications: readonly PublicationVue[];
  readonly personnes: readonly PersonneVue[];
}

const CHAMPS = new Set(['intervenants', 'animation', 'partenaires']);

/** Reads all that programmes say: what records are tied to. */
export function readProgrammes(facts: FactsWriter): ProgrammesVus {
  const lire = (prefixe: string) =>
    [...facts.fluxSujets(`${prefixe}:`, `${prefixe};`)].map((groupe) =>
      groupe.filter((f) => f.statut !== 'valide'),
    );
  const producteurs = producersOf([...lire('programme'), ...lire('axe')]);
  const noms = new Map(
    lire('organisme').flatMap((faits) => {
      const nom = named(faits, 'nom');
      return nom === undefined ? [] : [[nom.sujet, String(nom.valeur)] as const];
    }),
  );
  const personnes = lire('personne').flatMap((faits) => personOf(faits, noms));
  const intervenants = new Map<string, Map<string, Fait>>();
  for (const { id, interventions } of personnes)
    for (const fait of interventions) {
      const siens = intervenants.get(fait.objet ?? '') ?? new Map<string, Fait>();
      intervenants.set(fait.objet ?? '', siens.set(id, fait));
    }
  return {
    actions: new Map(
      lire('action').flatMap((faits) => {
        const vue = actionOf(faits, intervenants, producteurs);
        return vue === null ? [] : [[vue.id, vue] as const];
      }),
    ),
    publications: lire('publication').flatMap((faits) => publicationOf(faits, producteurs)),
    personnes,
  };
}

/** The producer of each action and publication, down the programme and its parts. */
function producersOf(groupes: readonly Fait[][]): ReadonlyMap<string, string> {
  const producteurs = new Map<string, string>();
  for (const faits of groupes) {
    const dit = named(faits, 'producteur') ?? undefined;
    const id = faits[0]?.sujet ?? '';
    const producteur = dit === undefined ? producteurs.get(id) : String(dit.valeur);
    if (producteur === undefined) continue;
    for (const f of faits)
      if (f.predicat === 'COMPREND' && f.objet !== undefined) producteurs.set(f.objet, producteur);
  }
  return producteurs;
}

function named(faits: readonly Fait[], predicat: string): Fait | undefined {
  return faits.find((f) => f.predicat === predicat && f.valeur !== undefined);
}

function yearOf(faits: readonly Fait[]): number | null {
  const annee = named(faits, 'annee')?.valeur;
  return typeof annee === 'number' ? annee : null;
}

function actionOf(
  faits: readonly Fait[],
  intervenants: ReadonlyMap<string, ReadonlyMap<string, Fait>>,
  producteurs: ReadonlyMap<string, string>,
): ActionVue | null {
  const titre = named(faits, 'titre');
  if (titre === undefined) return null;
  const sujets = faits.filter(
    (f) =>
      f.predicat === 'TRAITE_DE' || (f.predicat === 'MOBILISE' && f.proprietes?.role === 'objet'),
  );
  return {
    id: titre.sujet,
    titre,
    annee: yearOf(faits),
    format: String(named(faits, 'format')?.valeur ?? ''),
    sujets: new Map(sujets.flatMap((f) => (f.objet === undefined ? [] : [[f.objet, f] as const]))),
    champs: faits.filter((f) => CHAMPS.has(f.predicat)),
    intervenants: intervenants.get(titre.sujet) ?? new Map<string, Fait>(),
    producteur: producteurs.get(titre.sujet) ?? '',
  };
}

function publicationOf(
  faits: readonly Fait[],
  producteurs: ReadonlyMap<string, string>,
): PublicationVue[] {
  const titre = named(faits, 'titre');
  if (titre === undefined) return [];
  const issues = faits.filter((f) => f.predicat === 'ISSUE_DE');
  const producteur = producteurs.get(titre.sujet) ?? '';
  return [{ id: titre.sujet, titre, annee: yearOf(faits), issues, producteur }];
}

function personOf(faits: readonly Fait[], noms: ReadonlyMap<string, string>): PersonneVue[] {
  const nom = named(faits, 'nom');
  const interventions = faits.filter((f) => f.predicat === 'INTERVIENT_DANS');
  if (nom === undefined || interventions.length === 0) return [];
  const organismes = faits.flatMap((f) =>
    f.predicat === 'MEMBRE_DE' ? (noms.get(f.objet ?? '') ?? []) : [],
  );
  return [{ id: nom.sujet, nom, interventions, organismes: [...new Set(organismes)] }];
}
