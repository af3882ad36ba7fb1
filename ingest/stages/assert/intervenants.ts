import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { slug } from '../../../src/domain/ids.js';
import { fold } from '../../../src/french/fold.js';
import { parseIntervenants } from '../../../src/french/names.js';
import { organismeAssertions } from '../reference.js';
import type { ActionLue, NomChamp } from '../structure.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';

const ROLES: Partial<Readonly<Record<NomChamp, string>>> = {
  intervenants: 'intervenant',
  animation: 'animateur',
  partenaires: 'partenaire',
};

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
  const { producteur, gazetteer, registre } = contexte;
  if (producteur !== null && isNameOf(nom, producteur.nom)) {
    const id = `organisme:${producteur.cle}`;
    registre.propriete(id, 'nom', producteur.nom, preuves, 'producteur@1');
    return id;
  }
  const mention = gazetteer
    .mentions(nom, { annee: contexte.annee, mode: 'document', types: ['organisme'] })
    .find((m) => m.candidats.length === 1 && m.debut === 0 && m.fin === nom.length);
  const connu = mention?.candidats[0];
  if (connu !== undefined) {
    const propres = organismeAssertions(gazetteer.referentiels, connu.id);
    registre.assertions.push(...propres);
    // « Préfecture du Val d'Oise » comes from a pattern of the seeds, with the département of the text in its name.
    if (propres.length === 0)
      registre.propriete(connu.id, 'nom', connu.libelle, preuves, 'organisme@1');
    return connu.id;
  }
  const id = `organisme:${slug(nom)}`;
  registre.propriete(id, 'nom', nom, preuves, 'organisme@1');
  return id;
}

/** A producer names itself in full or by its first words: « Pôle de ressources » for « Pôle de ressources Ville et… ». */
function isNameOf(nom: string, complet: string): boolean {
  const court = fold(nom);
  return fold(complet) === court || (court.includes(' ') && fold(complet).startsWith(`${court} `));
}
