import type { NomChamp } from '../../../ingest/stages/structure.js';
import type { Hasard } from './hasard.js';

/** What a generated programme says, whatever its layout. */
export interface Verite {
  readonly titre: string;
  readonly annee: number;
  readonly axes: readonly AxeVrai[];
}

export interface AxeVrai {
  /** Null when the programme has no parts. */
  readonly titre: string | null;
  readonly introduction: readonly string[];
  readonly actions: readonly ActionVraie[];
}

export interface ActionVraie {
  readonly titre: string;
  readonly corps: readonly string[];
  readonly champs: readonly ChampVrai[];
}

export interface ChampVrai {
  readonly nom: NomChamp;
  readonly valeur: string;
}

const AXES = [
  'Habitat et cadre de vie',
  'Éducation et parentalité',
  'Emploi et développement économique',
  'Santé et accès aux soins',
  'Citoyenneté et participation des habitants',
  'Prévention de la délinquance',
  'Culture et lien social',
  'Observer les quartiers',
  'Lutte contre les discriminations',
  'Développement durable',
  'Accès aux droits',
  'Jeunesse',
];

const SUJETS = [
  'La médiation sociale dans les quartiers',
  'Gestion urbaine de proximité',
  'Les conseils citoyens à mi-parcours',
  'Réussite éducative et parcours individuels',
  'Mixité sociale : de quoi parle-t-on ?',
  'Lire et comprendre les données locales',
  'La place des jeunes dans l’espace public',
  'Atelier santé ville et accès aux droits',
  'Accompagner les associations de proximité',
  'Femmes et espace public',
  'Clauses d’insertion dans les marchés publics',
  'Lutter contre le décrochage scolaire',
  'Évaluer un contrat de ville',
  'Précarité énergétique et copropriétés',
  'Laïcité et vivre ensemble',
  'Mémoire des quartiers et récits d’habitants',
  'Alimentation et agriculture urbaine',
  'Tranquillité publique et présence humaine',
  'Vieillir dans les quartiers populaires',
  'Illettrisme et formation linguistique',
  'Sport et insertion professionnelle',
  'Création d’activités dans les quartiers prioritaires',
  'Relogement et parcours résidentiels',
  'Numérique et accès aux services publics',
  'Les adultes-relais, dix ans après',
  'Renouvellement urbain et concertation',
  'Parents et école : se rencontrer',
  'Discriminations à l’embauche',
  'Santé mentale et souffrance sociale',
  'Projets culturels de territoire',
  'Prévenir les conduites à risque',
  'Coopérer entre villes et bailleurs',
];

const FORMES = ['', '', '', ' – groupe de travail', ' (atelier)', ' – cycle de qualification'];

const PHRASES = [
  'Les équipes demandent des repères communs pour agir ensemble.',
  'Cette action prolonge les rencontres engagées en 2011 avec trois communes.',
  'Il s’agira de croiser les points de vue : celui des élus, celui des techniciens et celui des habitants.',
  'Le groupe s’appuiera sur des exemples concrets et sur les travaux de chercheurs.',
  'Deux quartiers ont déjà expérimenté cette démarche, dont les premiers résultats seront présentés.',
  'Les participants pourront ensuite poursuivre les échanges à distance.',
  'Un compte rendu sera diffusé à l’ensemble des professionnels du département.',
  'La question des moyens reste entière : le droit commun est peu mobilisé.',
  'On y verra comment les acteurs locaux s’organisent, et avec quels partenaires.',
  'La mobilisation du public suppose un travail patient avec les équipes de terrain.',
  'Les 12 et 13 mai, une visite permettra de rencontrer les habitants.',
  'Programme de recherche, enquêtes et bilans nourriront la réflexion.',
];

type Tirage = (h: Hasard, annee: number) => string;

const VILLES = [
  'Sarcelles',
  'Melun',
  'Évry',
  'Creil',
  'Trappes',
  'Vaulx-en-Velin',
  'Garges-lès-Gonesse',
];
const NOMS = ['Claire Vasseur', 'Karim Haddad', 'Sophie Lambert', 'Jean Durand', 'Nadia Ferhat'];
const FONCTIONS = ['sociologue', 'directrice de projet', 'urbaniste', 'maître de conférences'];

export const TIRAGES: Readonly<Record<NomChamp, Tirage>> = {
  periode: (h, an) =>
    h.un([
      `1er semestre ${an}`,
      `mars à juin ${an}`,
      `Mardi 13 mai ${an}`,
      `toute l’année ${an}`,
      'automne',
      `2ème trimestre ${an}`,
      `13/05/${an}`,
    ]),
  format: (h) => h.un(['Groupe de travail', 'Atelier', 'Visite', 'Cycle de formation']),
  seances: (h) => h.un(['3 à 4', '2 journées', 'une dizaine', '4 demi-journées', '6']),
  publics: (h) =>
    h.un([
      'chefs de projet, agents de développement',
      'élus et techniciens des collectivités',
      'Professionnels de l’insertion et de l’emploi, conseillers en mission locale, équipes des structures d’insertion et référents des plans locaux',
      'habitants',
      'coordonnateurs PRE',
      'acteurs de la politique de la ville',
    ]),
  territoire: (h) =>
    h.un(['département', h.plusieurs(VILLES, 2).join(', '), `${h.un(VILLES)} et ses quartiers`]),
  animation: (h) =>
    h.un(['Centre de ressources', 'le Pôle', 'Observatoire départemental', 'Cabinet Émergences']),
  intervenants: (h) =>
    h.un([
      `${h.un(NOMS)}, ${h.un(FONCTIONS)}`,
      `${h.un(NOMS)}, ${h.un(FONCTIONS)} ; ${h.un(NOMS)}`,
      'à confirmer',
      'chercheurs, professionnels',
    ]),
  partenaires: (h) =>
    h.un([
      'CAF, Pôle emploi, DDCS',
      'Conseil général',
      'Préfecture et Région',
      'Ligue de l’enseignement',
    ]),
  lieu: (h) => h.un(['Maison des associations', 'Préfecture', 'Espace Mandela', 'Salle des fêtes']),
  objectifs: (h) =>
    h.un([
      'comprendre les enjeux et partager des repères',
      'former les équipes à la lecture des données',
      'construire une culture commune entre acteurs',
    ]),
  contexte: (h) =>
    h.un([
      'Neuf contrats ont été signés, et leurs pilotes demandent des repères communs',
      'Peu d’enquêtes donnent la parole aux habitants',
    ]),
};

/** A programme drawn at random: parts or none, actions, and fields from `noms`. */
export function tirerVerite(h: Hasard, noms: readonly NomChamp[], axes = true): Verite {
  const annee = h.entier(2004, 2023);
  const sujets = h.melange(SUJETS);
  const titres = h.melange(AXES);
  const n = axes ? h.entier(2, 5) : 1;
  return {
    titre: h.un([
      `Programme de travail ${annee}`,
      `Programme d’activités ${annee}`,
      `Programme d’actions ${annee}`,
    ]),
    annee,
    axes: Array.from({ length: n }, (_, i) => ({
      titre: axes ? (titres[i] ?? null) : null,
      introduction: axes && h.oui() ? phrases(h, 2) : [],
      actions: sujets.splice(0, axes ? h.entier(1, 5) : h.entier(3, 9)).map((titre) => ({
        titre: titre + h.un(FORMES),
        corps: h.oui(0.85) ? phrases(h, h.entier(1, 3)) : [],
        champs: tirerChamps(h, noms, annee),
      })),
    })),
  };
}

/** Paragraphs of one to three sentences. */
function phrases(h: Hasard, n: number): string[] {
  return Array.from({ length: n }, () => h.plusieurs(PHRASES, h.entier(1, 3)).join(' '));
}

function tirerChamps(h: Hasard, noms: readonly NomChamp[], annee: number): ChampVrai[] {
  return h
    .plusieurs(noms, h.entier(Math.min(3, noms.length), noms.length))
    .map((nom) => ({ nom, valeur: TIRAGES[nom](h, annee) }));
}
