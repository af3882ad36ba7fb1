import type { Changement } from './bilan.js';

/** What a property is called by a person; the others are named by themselves. */
const PROPRIETES: Readonly<Record<string, string>> = {
  titre: 'Titre',
  numero: 'Numéro',
  format: 'Forme',
  axe: 'Axe',
  annee: 'Année',
  periode: 'Date ou période',
  periodeDebut: 'Début de la période',
  periodeFin: 'Fin de la période',
  periodePrecision: 'Précision de la période',
  seances: 'Nombre de séances',
  seancesMin: 'Nombre de séances',
  seancesMax: 'Nombre de séances au plus',
  seancesUnite: 'Unité des séances',
  seancesApprox: 'Nombre de séances approché',
  publics: 'Public',
  territoire: 'Territoire',
  animation: 'Animation',
  intervenants: 'Intervenants',
  partenaires: 'Partenaires',
  statut: 'Statut',
  ordinal: 'Rang',
  producteur: 'Producteur',
  participants: 'Participants',
  participantsMoyenne: 'Participants en moyenne',
  datesRealisees: 'Dates de réalisation',
  periodeRealisee: 'Période de réalisation',
  seancesRealisees: 'Séances réalisées',
  reporteeA: 'Report',
  nom: 'Nom',
  fonction: 'Fonction',
};
const RELATIONS: Readonly<Record<string, string>> = {
  TOUCHE: 'Territoire touché',
  CITE: 'Mention',
  MOBILISE: 'Dispositif',
  INTERVIENT_DANS: 'Intervenant',
  S_ADRESSE_A: 'Public visé',
  TRAITE_DE: 'Thème',
  DEPLOYE_A: 'Déploiement',
  MEMBRE_DE: 'Appartenance',
  ISSUE_DE: 'Publication issue de l’action',
};
const CHOSES: Readonly<Record<string, readonly [string, string, string]>> = {
  action: ['Action', 'ajoutée', 'retirée'],
  axe: ['Axe', 'ajouté', 'retiré'],
  publication: ['Publication', 'ajoutée', 'retirée'],
  service: ['Service', 'ajouté', 'retiré'],
};
/** Who or what the text names, or no longer does. */
const NOMMES: Readonly<Record<string, readonly [string, string]>> = {
  personne: ['Personne nommée', 'Personne qui n’est plus nommée'],
  organisme: ['Organisme nommé', 'Organisme qui n’est plus nommé'],
};
const STATUTS: Readonly<Record<string, string>> = {
  programmee: 'programmée',
  realisee: 'réalisée',
  partielle: 'réalisée en partie',
  reportee: 'reportée',
  annulee: 'annulée',
};

/** A change in one French sentence, with the pages of both editions. */
export function sentenceOf(
  change: Omit<Changement, 'phrase'> & { readonly entier?: boolean },
  noms: (id: string) => string,
): string {
  const { genre, sujet, predicat, avant, apres, faits } = change;
  const nom = noms(sujet);
  if (change.entier === true) {
    const [chose, venue, partie] = CHOSES[sujet.slice(0, sujet.indexOf(':'))] ?? [
      'Entrée',
      'ajoutée',
      'retirée',
    ];
    return `${chose} ${genre === 'ajout' ? venue : partie} : « ${nom} », avec ${faits} ${faits === 1 ? 'fait' : 'faits'}${pages(change)}.`;
  }
  const relation = RELATIONS[predicat];
  if (relation !== undefined) {
    const [de, vers] =
      predicat === 'INTERVIENT_DANS' ? [apres ?? avant ?? '', nom] : [nom, apres ?? avant ?? ''];
    const sens = { ajout: 'ajouté', retrait: 'retiré', modification: 'précisé' }[genre];
    return `« ${de} » — ${relation}, ${sens} : ${vers}${pages(change)}.`;
  }
  const quelquUn = NOMMES[sujet.slice(0, sujet.indexOf(':'))];
  if (predicat === 'nom' && quelquUn !== undefined && genre !== 'modification') {
    const [venue, partie] = quelquUn;
    return `${genre === 'ajout' ? venue : partie} : ${nom}${pages(change)}.`;
  }
  const propriete = PROPRIETES[predicat] ?? predicat;
  if (genre === 'ajout')
    return `« ${nom} » — ${propriete}, ajouté : ${value(predicat, apres)}${pages(change)}.`;
  if (genre === 'retrait')
    return `« ${nom} » — ${propriete}, retiré : ${value(predicat, avant)}${pages(change)}.`;
  if (predicat === 'titre') return `Titre changé : « ${avant} » → « ${apres} »${pages(change)}.`;
  return `« ${nom} » — ${propriete} : ${value(predicat, avant)} → ${value(predicat, apres)}${pages(change)}.`;
}

function value(predicat: string, valeur = ''): string {
  return predicat === 'statut' ? (STATUTS[valeur] ?? valeur) : `« ${valeur} »`;
}

function pages({ passageAvant, passageApres }: Omit<Changement, 'phrase'>): string {
  const [a, b] = [passageAvant?.page, passageApres?.page];
  if (a !== undefined && b !== undefined)
    return a === b ? ` (page ${a})` : ` (page ${a}, maintenant page ${b})`;
  const page = b ?? a;
  return page === undefined
    ? ''
    : b === undefined
      ? ` (page ${page} de l’ancienne édition)`
      : ` (page ${page})`;
}
