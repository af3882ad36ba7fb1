import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { slug } from '../../../src/domain/ids.js';
import { fold } from '../../../src/french/fold.js';
import { parseIntervenants } from '../../../src/french/names.js';
import type { Candidat } from '../../../src/gazetteer/types.js';
import { organismeAssertions } from '../reference.js';
import type { ActionLue, NomChamp } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';

const ROLES: Partial<Readonly<Record<NomChamp, string>>> = {
  intervenants: 'intervenant',
  animation: 'animateur',
  partenaires: 'partenaire',
};

/** Organisations of the seeds that the text of an action names without a role in it: CITE. */
export function assertOrganismesCites(contexte: Contexte, action: string, lue: ActionLue): void {
  const { gazetteer, registre, annee } = contexte;
  const presents = new Set(
    registre.assertions
      .filter((a) => a.predicat === 'INTERVIENT_DANS' && a.objet === action)
      .map((a) => a.sujet),
  );
  const cites = new Map<string, { libelle: string; preuves: Preuve[] }>();
  const champs = lue.champs.filter((c) => !c.champs.some((nom) => ROLES[nom] !== undefined));
  for (const bloc of [
    lue.titre,
    ...lue.corps,
    ...lue.notes.map((n) => n.texte),
    ...champs.map((c) => c.valeur),
  ]) {
    for (const m of gazetteer.mentions(bloc.texte, {
      annee,
      mode: 'document',
      types: ['organisme'],
      ...home(contexte),
    })) {
      const [candidat, autre] = m.candidats;
      if (candidat === undefined || autre !== undefined || presents.has(candidat.id)) continue;
      const cite = cites.get(candidat.id) ?? { libelle: candidat.libelle, preuves: [] };
      cite.preuves.push(...proofs(contexte, bloc, m.debut, m.fin));
      cites.set(candidat.id, cite);
    }
  }
  for (const [id, { libelle, preuves }] of cites) {
    describeOrganisme(contexte, id, libelle, preuves);
    registre.relation('CITE', action, id, preuves, 'organisme-cite@1');
  }
}

function home({ departement }: Contexte): { departement?: string } {
  return departement === null ? {} : { departement: departement.code };
}

/** INTERVIENT_DANS from the fields that name people and organisations, each with its role and, when printed, its function. */
export function assertIntervenants(contexte: Contexte, action: string, lue: ActionLue): void {
  for (const champ of lue.champs) {
    for (const nom of champ.champs) {
      const role = ROLES[nom];
      if (role !== undefined) assertChamp(contexte, action, champ.valeur, role);
    }
  }
}

function assertChamp(contexte: Contexte, action: string, valeur: Bloc, role: string): void {
  const { prenoms } = contexte.gazetteer.referentiels;
  for (const lu of parseIntervenants(valeur.texte, (mot) => prenoms.has(fold(mot)))) {
    if (lu.genre === 'generique') continue;
    const preuves = proofs(contexte, valeur, lu.debut, lu.fin);
    const nom = clean(lu.nom);
    const id =
      lu.genre === 'personne'
        ? writePersonne(contexte, nom, preuves)
        : writeOrganisme(contexte, nom, preuves);
    const fonction = lu.fonction === undefined ? {} : { fonction: clean(lu.fonction) };
    if (id.startsWith('personne:'))
      contexte.registre.propriete(id, 'fonction', fonction.fonction, preuves, 'fonction@1');
    contexte.registre.relation('INTERVIENT_DANS', id, action, preuves, `${role}@1`, {
      proprietes: { role, ...fonction },
    });
  }
}

function writePersonne(contexte: Contexte, nom: string, preuves: readonly Preuve[]): string {
  const id = `personne:${slug(nom)}`;
  contexte.registre.propriete(id, 'nom', nom, preuves, 'personne@1');
  return id;
}

/** The producer under one of its names, an organisation of the seeds, or one known by its printed name. */
function writeOrganisme(contexte: Contexte, nom: string, preuves: readonly Preuve[]): string {
  const { producteur, registre } = contexte;
  if (producteur !== null && isNameOf(nom, producteur.nom)) {
    const id = `organisme:${producteur.cle}`;
    registre.propriete(id, 'nom', producteur.nom, preuves, 'producteur@1');
    return id;
  }
  const connu =
    knownOrganisme(contexte, nom) ?? knownOrganisme(contexte, nom.replace(/\s*\([^()]*\)$/, ''));
  if (connu !== undefined) {
    describeOrganisme(contexte, connu.id, connu.libelle, preuves);
    return connu.id;
  }
  const id = `organisme:${slug(nom)}`;
  registre.propriete(id, 'nom', nom, preuves, 'organisme@1');
  return id;
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

function describeOrganisme(
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
