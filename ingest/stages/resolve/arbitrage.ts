import type { Decision, DecisionDe } from '../../../src/domain/decision.js';
import { slug } from '../../../src/domain/ids.js';
import { definitionLabel, labelDe } from '../../../src/domain/schema.js';
import { setInvalidAside } from './actives.js';
import type { Identites } from './automatique.js';
import type { Constat } from './constats.js';
import { contradicted, groundless } from './constats.js';
import { settleContents } from './contraires.js';
import { joinIds } from './fusions.js';
import type { ResumeLot } from './mentions.js';

/** Longest local part of an id that a name gives. */
const LONGUEUR_NOM = 120;

/** What decisions and rules together make of the lots. */
export interface Arbitrage {
  /** The entity that an id of a lot stands for. */
  entite(lot: string, id: string): string;
  /** The entity that an id stands for, whatever the lot. */
  courante(id: string): string;
  /** True when a decision in force says that two entities are not one. */
  distingues(a: string, b: string): boolean;
  /** Facts refused, by the key of their content. */
  readonly rejets: ReadonlyMap<string, readonly DecisionDe<'rejeter'>[]>;
  readonly ajouts: readonly DecisionDe<'ajouter'>[];
  readonly renommages: readonly DecisionDe<'renommer'>[];
  /** Names attached, each with its document and its entity: what a lot's ids depend on beside the joins. */
  readonly attaches: readonly string[];
  /** Joins in force, in order. */
  readonly fusions: readonly DecisionDe<'fusionner'>[];
  readonly constats: readonly Constat[];
}

/** The records of catalogues, as far as decisions name them. */
export interface FondsArbitre {
  /** Record -> the one of the same work, by the rules. */
  readonly joints: ReadonlyMap<string, string>;
  /** Those of some records that a catalogue holds. */
  connues(ids: readonly string[]): readonly string[];
}

/** Applies the decisions in force, oldest first, to what the rules make of the lots and of the records. */
export function arbitrate(
  enVigueur: readonly Decision[],
  lots: ReadonlyMap<string, ResumeLot>,
  identites: Identites,
  fonds: FondsArbitre,
): Arbitrage {
  const { valables: decisions, constats: invalides } = setInvalidAside(enVigueur);
  const constats: Constat[] = [...invalides];
  const connues = knownIds(lots, identites);
  const liens = decisions.filter((d) => d.type === 'fusionner' || d.type === 'distinguer');
  for (const id of fonds.connues(liens.flatMap(endsOf))) connues.add(id);
  const fondes = liens.filter((d) => {
    const absent = endsOf(d).find((id) => !connues.has(id));
    if (absent !== undefined) constats.push(groundless(d, `plus rien ne nomme ${absent}`));
    return absent === undefined;
  });
  const fusions = joinIds(new Map([...identites.organismes, ...fonds.joints]), fondes);
  for (const [id, contre] of fusions.contredites) {
    const decision = decisions.find((d) => d.id === id);
    if (decision !== undefined) constats.push(contradicted(decision, contre));
  }
  const rattachees = decisions.filter((d) => d.type === 'rattacher');
  const attaches = attachments(rattachees, lots, constats);
  const courante = (id: string): string => fusions.entite(id);
  const contenus = settleContents(decisions, courante, constats);
  return {
    courante,
    distingues: (a, b) => fusions.distingues(a, b),
    entite(lot, id) {
      const attache = attached(attaches, lots, lot, id);
      return courante(attache ?? identites.personnes.get(lot)?.get(id) ?? id);
    },
    ...contenus,
    attaches: [...attaches].flatMap(([id, ds]) =>
      ds.map((d) => `${id} ${d.document ?? ''} ${courante(d.entite)}`),
    ),
    fusions: fondes.filter(
      (d) => d.type === 'fusionner' && !fusions.contredites.has(d.id),
    ) as DecisionDe<'fusionner'>[],
    constats,
  };
}

function endsOf(d: DecisionDe<'fusionner'> | DecisionDe<'distinguer'>): [string, string] {
  return d.type === 'fusionner' ? [d.garder, d.absorber] : [d.a, d.b];
}

/** Every id that a lot or a rule gives. A name of several persons is none of them. */
function knownIds(lots: ReadonlyMap<string, ResumeLot>, identites: Identites): Set<string> {
  const ids = new Set<string>(identites.nommees);
  for (const { entites } of lots.values())
    for (const id of entites) if (!id.startsWith('personne:')) ids.add(id);
  return ids;
}

/** Decisions that attach a name, by the id that lots give it, oldest first. */
type Attaches = ReadonlyMap<string, readonly DecisionDe<'rattacher'>[]>;

function attachments(
  decisions: readonly DecisionDe<'rattacher'>[],
  lots: ReadonlyMap<string, ResumeLot>,
  constats: Constat[],
): Attaches {
  const attaches = new Map<string, DecisionDe<'rattacher'>[]>();
  for (const decision of decisions) {
    const id = mentionId(decision);
    const nomme = [...lots].some(
      ([lot, resume]) => isOfDocument(decision.document, lot, resume) && resume.cites.includes(id),
    );
    if (!nomme)
      constats.push(groundless(decision, `aucun document ne nomme « ${decision.mention} »`));
    const siennes = attaches.get(id) ?? [];
    for (const avant of siennes) {
      if (avant.document === decision.document && avant.entite !== decision.entite)
        constats.push(contradicted(avant, decision.id));
    }
    attaches.set(id, [...siennes.filter((a) => a.document !== decision.document), decision]);
  }
  return attaches;
}

/** The entity that the last decision attaches a name of a lot to. */
function attached(
  attaches: Attaches,
  lots: ReadonlyMap<string, ResumeLot>,
  lot: string,
  id: string,
): string | undefined {
  const resume = lots.get(lot);
  return attaches
    .get(id)
    ?.findLast(
      (d) =>
        d.document === undefined || (resume !== undefined && isOfDocument(d.document, lot, resume)),
    )?.entite;
}

/** The id that lots give to a name: the id itself, or the name made one. */
function mentionId({ mention, entite }: DecisionDe<'rattacher'>): string {
  const { prefixe } = definitionLabel(labelDe(entite));
  if (mention.startsWith(`${prefixe}:`)) return mention;
  return `${prefixe}:${slug(mention).slice(0, LONGUEUR_NOM)}`;
}

/** A document by its id, the start of its hash, or its file's name. What is told of it elsewhere counts too. */
function isOfDocument(reference: string | undefined, lot: string, { fichier }: ResumeLot): boolean {
  if (reference === undefined || reference === fichier) return true;
  const chiffres = reference.replace(/^sha256:/, '');
  return chiffres.length >= 6 && lot.includes(`sha256:${chiffres}`);
}
