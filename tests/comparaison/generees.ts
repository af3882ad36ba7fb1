import type { ActionComparee } from '../../src/comparaison/programmes.js';

/** Two programmes made by rule, and which action goes on with which. */
export interface PaireGeneree {
  readonly avant: ActionComparee[];
  readonly apres: ActionComparee[];
  /** Earlier id by later id, with what changed. */
  readonly suites: Map<string, { readonly ancienne: string; readonly nature: string }>;
}

/** A repeatable draw from 0 to 1. */
function tirage(graine: number): () => number {
  let etat = graine * 2654435761 + 1;
  return () => {
    etat = (Math.imul(etat ^ (etat >>> 15), 2246822519) + 3266489917) >>> 0;
    return ((etat ^ (etat >>> 13)) >>> 0) / 2 ** 32;
  };
}

const FORMES = [
  'groupe de travail',
  'cycle de qualification',
  'atelier',
  'journée',
  'rencontre',
  'formation',
];
const SUJETS = [
  'La santé mentale dans les quartiers',
  'Le décrochage scolaire',
  'Les adultes-relais et la médiation sociale',
  'La rénovation urbaine et la gestion urbaine de proximité',
  'Les discriminations à l’emploi',
  'L’apprentissage du français par les migrants',
  'La participation des habitants aux projets de quartier',
  'Les contrats locaux de sécurité',
  'La parentalité et l’école',
  'L’insertion des jeunes sans diplôme',
  'Les clauses d’insertion dans les marchés publics',
  'La précarité énergétique dans le logement social',
  'L’égalité entre les femmes et les hommes',
  'La prévention de la délinquance des mineurs',
  'La mémoire des quartiers populaires',
  'Les foyers de travailleurs migrants âgés',
  'Le soutien aux associations de proximité',
  'La mobilité vers l’emploi',
  'Les copropriétés dégradées',
  'L’accès aux droits des personnes isolées',
  'Les ateliers sociolinguistiques',
  'La réussite éducative des collégiens',
  'Les jardins partagés',
  'L’économie sociale et solidaire',
  'Le numérique et la fracture sociale',
  'Les violences conjugales',
  'Le sport comme outil d’insertion',
  'La lecture et l’illettrisme',
  'Les contrats urbains de cohésion sociale',
  'Les pratiques culturelles des jeunes',
  'Le peuplement et la mixité sociale',
  'La laïcité et les services publics',
  'Les gens du voyage',
  'La toxicomanie et les addictions',
  'L’observation sociale des territoires',
  'Le vieillissement dans l’habitat social',
  'Les conseils de quartier',
  'La création d’entreprise par les femmes',
  'Les relations entre la police et la population',
  'L’orientation des bacheliers',
  'La restauration scolaire',
  'L’alimentation et le surpoids',
  'Échanges des chefs de projet CUCS',
  'Échanges des coordonnateurs PRE',
  'Échanges des coordonnateurs CLSPD',
  'Échanges des animateurs ASV',
];
/** What a later programme plans anew, some of it in words near those of an action that is gone. */
const NOUVEAUX = [
  'La santé des enfants dans les quartiers',
  'L’emploi des jeunes sans diplôme',
  'La prévention de la récidive des mineurs',
  'Les pratiques sportives des jeunes',
  'La rénovation des copropriétés',
  'La médiation sociale en gare',
  'Les conseils citoyens',
  'Échanges des coordonnateurs CLS',
  'La formation linguistique des parents d’élèves',
  'L’accès aux soins des personnes isolées',
  'Les clauses sociales dans les marchés de nettoyage',
  'Les violences scolaires',
  'Les cafés des parents',
  'La justice restaurative',
  'Le microcrédit personnel',
  'Les centres sociaux',
  'Les emplois d’avenir',
  'La vidéoprotection',
  'Le handicap et l’école',
  'La rénovation thermique',
  'Les quartiers prioritaires de demain',
  'Le logement des étudiants',
];
const AXES = ['Santé', 'Éducation', 'Emploi et insertion', 'Habitat', 'Citoyenneté'];
const PUBLICS = [
  'élus',
  'professionnels de l’action sociale',
  'chefs de projet',
  'associations',
  'enseignants et éducateurs',
];
const LIEUX = [
  'commune:91228',
  'commune:91174',
  'commune:91286',
  'commune:91377',
  'departement:91',
];
/** Ways in which a title is reworded from one year to the next. */
const REFORMULATIONS: readonly ((t: string) => string)[] = [
  (t) => `${t} : suite et approfondissement`,
  (t) => `Travailler sur ${t.charAt(0).toLowerCase()}${t.slice(1)}`,
  (t) => t.replace(/^(?:L[ae]s?\s|L’)/, 'Autour de '),
  (t) => `${t} : quels enjeux pour les acteurs locaux ?`,
  (t) => `Agir ensemble : ${t.charAt(0).toLowerCase()}${t.slice(1)}`,
  (t) => t.split(' ').reverse().slice(0, 4).reverse().join(' '),
];

/** Two programmes of more than forty actions: some gone, new, reworded, moved, for other places or people. */
export function genererPaire(graine: number): PaireGeneree {
  const hasard = tirage(graine);
  const choix = <T>(liste: readonly T[]): T => liste[Math.floor(hasard() * liste.length)] as T;
  const avant = SUJETS.map(
    (titre, i): ActionComparee => ({
      id: `action:a-${i}`,
      titre,
      numero: (i % 9) + 1,
      axe: choix(AXES),
      format: choix(FORMES),
      territoires: [choix(LIEUX)],
      territoire: null,
      publics: choix(PUBLICS),
      texte: '',
    }),
  );
  const suites = new Map<string, { ancienne: string; nature: string }>();
  const apres: ActionComparee[] = [];
  for (const [i, ancienne] of avant.entries()) {
    if (hasard() < 0.2) continue;
    const id = `action:b-${i}`;
    const natures: string[] = [];
    let nouvelle: ActionComparee = { ...ancienne, id, numero: Math.floor(hasard() * 9) + 1 };
    const autre = <T>(liste: readonly T[], sauf: T): T => choix(liste.filter((x) => x !== sauf));
    if (hasard() < 0.3) {
      nouvelle = { ...nouvelle, titre: choix(REFORMULATIONS)(ancienne.titre) };
      natures.push('reformulee');
    }
    if (hasard() < 0.15) {
      nouvelle = { ...nouvelle, axe: autre(AXES, ancienne.axe ?? '') };
      natures.push('axe');
    }
    if (hasard() < 0.15) {
      nouvelle = { ...nouvelle, territoires: [autre(LIEUX, ancienne.territoires[0] ?? '')] };
      natures.push('territoire');
    }
    if (hasard() < 0.15) {
      nouvelle = { ...nouvelle, publics: autre(PUBLICS, ancienne.publics ?? '') };
      natures.push('public');
    }
    apres.push(nouvelle);
    suites.set(id, { ancienne: ancienne.id, nature: natures.join(',') || 'identique' });
  }
  for (const [i, titre] of NOUVEAUX.entries()) {
    const base = choix(avant);
    apres.push({
      ...base,
      id: `action:n-${i}`,
      titre,
      numero: null,
      axe: choix(AXES),
      publics: choix(PUBLICS),
    });
  }
  return { avant, apres, suites };
}
