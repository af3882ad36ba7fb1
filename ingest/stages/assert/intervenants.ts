import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { slug } from '../../../src/domain/ids.js';
import { fold } from '../../../src/french/fold.js';
import type { IntervenantLu } from '../../../src/french/names.js';
import { parseIntervenants } from '../../../src/french/names.js';
import type { Candidat } from '../../../src/gazetteer/types.js';
import { organismeAssertions } from '../reference.js';
import type { ActionLue, NomChamp } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';
import { speakersIn } from './orateurs.js';
import { proofsWith } from './preuvesFonction.js';

/** Role of who is named in a field. */
export const ROLES: Partial<Readonly<Record<NomChamp, string>>> = {
  intervenants: 'intervenant',
  animation: 'animateur',
  partenaires: 'partenaire',
};

/** The département that a name without one belongs to. */
export function home({ departement }: Contexte): { departement?: string } {
  return departement === null ? {} : { departement: departement.code };
}

interface Nomme {
  readonly id: string;
  readonly nom: string;
}

/** INTERVIENT_DANS from the fields that name people and organisations, each with its role and, when printed, its function. */
export function assertIntervenants(contexte: Contexte, action: string, lue: ActionLue): void {
  const organismes: Nomme[] = [];
  const generiques: { lu: IntervenantLu; valeur: Bloc; role: string }[] = [];
  for (const { valeur, champs } of lue.champs) {
    for (const role of champs.flatMap((nom) => ROLES[nom] ?? [])) {
      for (const lu of readIntervenants(contexte, valeur)) {
        if (lu.genre === 'generique' && !isKnownInLowerCase(contexte, lu.nom))
          generiques.push({ lu, valeur, role });
        else organismes.push(...assertIntervenant(contexte, action, { lu, valeur, role }));
      }
    }
  }
  for (const g of generiques) assertGeneriques(contexte, action, g, organismes);
  for (const bloc of lue.corps) {
    const lire = (valeur: Bloc) => readIntervenants(contexte, valeur);
    for (const orateur of speakersIn(contexte, bloc, lire))
      assertIntervenant(contexte, action, orateur);
  }
}

function readIntervenants(contexte: Contexte, valeur: Bloc): IntervenantLu[] {
  const { prenoms } = contexte.gazetteer.referentiels;
  return parseIntervenants(valeur.texte, (mot) => prenoms.has(fold(mot)));
}

/** « inspection académique », « conseil général »: one a département, which a field of partners names without capital. */
function isKnownInLowerCase(contexte: Contexte, nom: string): boolean {
  const { departement } = contexte;
  if (departement === null || /s(?:\s|$)/.test(nom.split(' ')[0] ?? '')) return false;
  return (
    knownOrganisme(contexte, capitalised(nom))?.id.endsWith(
      `-${departement.code.toLowerCase()}`,
    ) === true
  );
}

function capitalised(nom: string): string {
  const propre = clean(nom).replace(/^(?:l[ae]\s|l[’'])/, '');
  return propre.charAt(0).toUpperCase() + propre.slice(1);
}

/** The organisation, when it is one. */
function assertIntervenant(
  contexte: Contexte,
  action: string,
  { lu, valeur, role }: { lu: IntervenantLu; valeur: Bloc; role: string },
): Nomme[] {
  const preuves = proofs(contexte, valeur, lu.debut, lu.fin);
  const personne = lu.genre === 'personne';
  const nom = lu.genre === 'generique' ? capitalised(lu.nom) : clean(lu.nom);
  const id = personne
    ? writePersonne(contexte, nom, preuves)
    : writeOrganisme(contexte, nom, preuves);
  const fonction = lu.fonction === undefined ? {} : { fonction: clean(lu.fonction) };
  const avecFonction = proofsWith(contexte, valeur, lu, [lu.fonction]);
  if (personne) {
    contexte.registre.propriete(id, 'fonction', fonction.fonction, avecFonction, 'fonction@1');
    assertMembre(contexte, id, lu, valeur);
  }
  contexte.registre.relation('INTERVIENT_DANS', id, action, avecFonction, `${role}@1`, {
    proprietes: { role, ...fonction },
  });
  return personne ? [] : [{ id, nom }];
}

/** MEMBRE_DE: a person of the organisation that their function names, in the year of the document. */
function assertMembre(contexte: Contexte, personne: string, lu: IntervenantLu, valeur: Bloc): void {
  const { fonction } = lu;
  if (fonction === undefined) return;
  const preuves = proofsWith(contexte, valeur, lu, [fonction, lu.organisme]);
  const organisme =
    lu.organisme === undefined
      ? organismeOfFunction(contexte, fonction, preuves)
      : isPlace(contexte, lu.organisme)
        ? undefined
        : writeOrganisme(contexte, clean(lu.organisme), preuves);
  if (organisme === undefined) return;
  const dite = lu.fonction === lu.organisme ? {} : { fonction: clean(fonction) };
  contexte.registre.relation('MEMBRE_DE', personne, organisme, preuves, 'membre-organisme@1', {
    proprietes: { ...dite, annee: contexte.annee },
  });
}

/** The organisation of the seeds that a function names: « directrice de la cohésion sociale à la DDCS ». */
function organismeOfFunction(
  contexte: Contexte,
  fonction: string,
  preuves: readonly Preuve[],
): string | undefined {
  const [mention, autre] = contexte.gazetteer.mentions(fonction, {
    annee: contexte.annee,
    mode: 'document',
    types: ['organisme'],
    ...home(contexte),
  });
  const [candidat, second] = mention?.candidats ?? [];
  if (candidat === undefined || second !== undefined || autre !== undefined) return undefined;
  describeOrganisme(contexte, candidat.id, candidat.libelle, preuves);
  return candidat.id;
}

/** « (Toulouse) » after a name is where somebody comes from. */
function isPlace(contexte: Contexte, nom: string): boolean {
  return contexte.gazetteer
    .mentions(nom, {
      annee: contexte.annee,
      mode: 'document',
      types: ['commune', 'departement', 'intercommunalite'],
    })
    .some((m) => m.fin - m.debut === nom.length);
}

const COLLECTIF = /^(?:les|ces) (deux|trois) ([a-z]+?)s?$/;

/** « les deux Fédérations »: the organisations of the other fields whose name holds that word, when they are as many. */
function assertGeneriques(
  contexte: Contexte,
  action: string,
  { lu, valeur, role }: { lu: IntervenantLu; valeur: Bloc; role: string },
  organismes: readonly Nomme[],
): void {
  const trouve = COLLECTIF.exec(fold(clean(lu.nom)));
  const [, nombre, mot] = trouve ?? [];
  if (mot === undefined) return;
  const { registre } = contexte;
  const nomDe = (id: string) =>
    registre.assertions.find((a) => a.sujet === id && a.predicat === 'nom')?.valeur ?? '';
  const siens = new Set(
    organismes
      .filter(({ id, nom }) => {
        const mots = fold(`${nom} ${nomDe(id)}`).split(/[^a-z]+/);
        return mots.some((m) => m.replace(/s$/, '') === mot);
      })
      .map((o) => o.id),
  );
  if (siens.size !== (nombre === 'deux' ? 2 : 3)) return;
  const preuves = proofs(contexte, valeur, lu.debut, lu.fin);
  for (const id of siens) {
    registre.relation('INTERVIENT_DANS', id, action, preuves, 'collectif@1', {
      proprietes: { role },
      statut: 'deduit',
    });
  }
}

function writePersonne(contexte: Contexte, nom: string, preuves: readonly Preuve[]): string {
  const id = `personne:${nameKey(nom)}`;
  contexte.registre.propriete(id, 'nom', nom, preuves, 'personne@1');
  return id;
}

/** The producer under one of its names, an organisation of the seeds, or one known by its printed name. */
export function writeOrganisme(
  contexte: Contexte,
  nom: string,
  preuves: readonly Preuve[],
): string {
  const { producteur, registre } = contexte;
  const id = organismeId(contexte, nom);
  const connu = knownOrganismeOf(contexte, nom);
  if (producteur !== null && id === `organisme:${producteur.cle}`)
    registre.propriete(id, 'nom', producteur.nom, preuves, 'producteur@1');
  else if (connu !== undefined) describeOrganisme(contexte, connu.id, connu.libelle, preuves);
  else registre.propriete(id, 'nom', nom, preuves, 'organisme@1');
  return id;
}

/** Id of an organisation by its printed name. */
export function organismeId(contexte: Contexte, nom: string): string {
  const { producteur } = contexte;
  if (producteur !== null && isNameOf(nom, producteur.nom)) return `organisme:${producteur.cle}`;
  return knownOrganismeOf(contexte, nom)?.id ?? `organisme:${nameKey(nom)}`;
}

function knownOrganismeOf(contexte: Contexte, nom: string): Candidat | undefined {
  return (
    knownOrganisme(contexte, nom) ?? knownOrganisme(contexte, nom.replace(/\s*\([^()]*\)$/, ''))
  );
}

/** The organisation of the seeds that the whole of a name names. */
function knownOrganisme(contexte: Contexte, nom: string): Candidat | undefined {
  const options = {
    annee: contexte.annee,
    mode: 'document',
    types: ['organisme'],
    ...home(contexte),
  } as const;
  return contexte.gazetteer
    .mentions(nom, options)
    .find((m) => m.candidats.length === 1 && m.debut === 0 && m.fin === nom.length)?.candidats[0];
}

/** Name and sigle of an organisation of the seeds, or its printed name. */
export function describeOrganisme(
  contexte: Contexte,
  id: string,
  libelle: string,
  preuves: readonly Preuve[],
): void {
  const propres = organismeAssertions(contexte.gazetteer.referentiels, id);
  contexte.registre.assertions.push(...propres);
  // « Préfecture du Val d'Oise » comes from a pattern of the seeds, with the département of the text in its name.
  if (propres.length === 0) contexte.registre.propriete(id, 'nom', libelle, preuves, 'organisme@1');
}

/** A producer names itself in full or by its first words: « Pôle de ressources » for « Pôle de ressources Ville et… ». */
function isNameOf(nom: string, complet: string): boolean {
  const court = fold(nom);
  return fold(complet) === court || (court.includes(' ') && fold(complet).startsWith(`${court} `));
}

/** A name as an id: an address has a limit, whatever a document calls a name. */
function nameKey(nom: string): string {
  return slug(nom).slice(0, 120);
}
