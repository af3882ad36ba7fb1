import type { Alerte } from '../../../src/domain/page.js';
import type { Porteur } from './homonymes.js';
import { partHomonyms } from './homonymes.js';
import { joinKey, keyOfOrganisme } from './identite/organismes.js';
import { readQualites } from './identite/personnes.js';
import type { Cadre } from './identite/types.js';
import type { PersonneNommee, ResumeLot } from './mentions.js';

/** What the rules alone make of the names of all lots. */
export interface Identites {
  /** Entity of a person of a lot, where it is not the id that the lot gives. */
  readonly personnes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Entity of an organisation, where it is not the id that lots give. */
  readonly organismes: ReadonlyMap<string, string>;
  /** Every person after the rules. */
  readonly nommees: ReadonlySet<string>;
  readonly alertes: ReadonlyMap<string, readonly Alerte[]>;
}

/** Joins and parts the names of all lots, by the rules of `identite/`. */
export function identifyAll(lots: ReadonlyMap<string, ResumeLot>, cadre: Cadre): Identites {
  const organismes = joinOrganisations(lots, cadre);
  return { organismes, ...partPeople(lots, organismes, cadre) };
}

/** Organisations whose names have one key, under the shortest of their ids. */
function joinOrganisations(
  lots: ReadonlyMap<string, ResumeLot>,
  cadre: Cadre,
): Map<string, string> {
  const noms = new Map<string, Set<string>>();
  for (const { structures } of lots.values()) {
    for (const { id, noms: siens } of structures)
      noms.set(id, new Set([...(noms.get(id) ?? []), ...siens]));
  }
  const groupes = new Map<string, string[]>();
  for (const [id, siens] of noms) {
    const cles = new Set([...siens].map((nom) => joinKey(nom, cadre)));
    const [cle, autre] = cles;
    if (cle === undefined || autre !== undefined) continue;
    groupes.set(cle, [...(groupes.get(cle) ?? []), id]);
  }
  const entites = new Map<string, string>();
  for (const [cle, ids] of groupes) {
    const [court = ''] = ids.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const propre = ids.includes(cle) ? cle : court;
    for (const id of ids) if (id !== propre) entites.set(id, propre);
  }
  return entites;
}

/** A person as a document names them, through one lot or several (its own, what a report tells). */
interface PorteurNomme extends Porteur {
  readonly lots: readonly string[];
  readonly nommee: PersonneNommee;
}

function partPeople(
  lots: ReadonlyMap<string, ResumeLot>,
  organismes: ReadonlyMap<string, string>,
  cadre: Cadre,
): Omit<Identites, 'organismes'> {
  const personnes = new Map<string, Map<string, string>>();
  const nommees = new Set<string>();
  const alertes = new Map<string, Alerte[]>();
  for (const [id, porteurs] of bearers(lots, organismes, cadre)) {
    const trouvees = partHomonyms(porteurs);
    const ids = trouvees.map((p) => (p.suffixe === '' ? id : `${id}-${p.suffixe}`));
    for (const [i, { porteurs: siens }] of trouvees.entries()) {
      const entite = ids[i] ?? id;
      nommees.add(entite);
      if (entite === id) continue;
      const autres = ids.filter((autre) => autre !== entite);
      for (const { lots: leurs, nommee } of siens) {
        for (const lot of leurs)
          personnes.set(lot, (personnes.get(lot) ?? new Map()).set(id, entite));
        const [lot = ''] = leurs;
        const alerte = homonymAlert(nommee, entite, autres);
        if (alerte !== undefined) alertes.set(lot, [...(alertes.get(lot) ?? []), alerte]);
      }
    }
  }
  return { personnes, nommees, alertes };
}

/** The bearers of each name, one a document, by the id of the name. */
function bearers(
  lots: ReadonlyMap<string, ResumeLot>,
  organismes: ReadonlyMap<string, string>,
  cadre: Cadre,
): [string, PorteurNomme[]][] {
  const parId = new Map<string, Map<string, PorteurNomme>>();
  for (const [lot, resume] of lots) {
    const noms = new Map(resume.structures.map((s) => [s.id, s.noms]));
    for (const nommee of resume.personnes) {
      const document = nommee.preuve?.document ?? lot;
      const siens = parId.get(nommee.id) ?? new Map<string, PorteurNomme>();
      parId.set(nommee.id, siens);
      const deja = siens.get(document);
      const qualites = qualitiesOf(nommee, noms, organismes, cadre);
      const producteur = resume.producteur ?? lots.get(document)?.producteur ?? null;
      siens.set(document, {
        document,
        nommee: deja?.nommee ?? nommee,
        producteur: deja?.producteur ?? producteur,
        lots: [...(deja?.lots ?? []), lot].sort(),
        qualites: deja === undefined ? qualites : union(deja.qualites, qualites),
      });
    }
  }
  return [...parId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, siens]) => [id, [...siens.values()]]);
}

function union(a: Porteur['qualites'], b: Porteur['qualites']): Porteur['qualites'] {
  return {
    fonctions: [...new Set([...a.fonctions, ...b.fonctions])].sort(),
    organismes: new Set([...a.organismes, ...b.organismes].sort()),
  };
}

/** Functions, and the organisations of the person: those that MEMBRE_DE says, and those that the functions name. */
function qualitiesOf(
  { fonctions, organismes: ids }: PersonneNommee,
  noms: ReadonlyMap<string, readonly string[]>,
  organismes: ReadonlyMap<string, string>,
  cadre: Cadre,
): Porteur['qualites'] {
  const dites = readQualites(fonctions, cadre);
  const cles = ids.flatMap((id) => {
    const siens = noms.get(id) ?? [];
    return [organismes.get(id) ?? id, ...siens.map((nom) => keyOfOrganisme(nom, cadre).cle)];
  });
  return { fonctions: dites.fonctions, organismes: new Set([...dites.organismes, ...cles].sort()) };
}

function homonymAlert(
  { noms, preuve }: PersonneNommee,
  entite: string,
  autres: readonly string[],
): Alerte | undefined {
  if (preuve === undefined) return undefined;
  return {
    code: 'homonyme-possible',
    gravite: 'attention',
    document: preuve.document,
    page: preuve.page,
    citation: preuve.citation,
    message: `« ${noms[0] ?? ''} » (${entite}) porte le nom d’une autre personne : ${autres.join(', ')}. Ni la fonction ni l’organisme ne disent qu’elles sont une seule.`,
    remede: 'Si c’est une seule personne, fusionnez-les : maillage decide.',
  };
}
