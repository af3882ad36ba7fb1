import { describe, expect, it } from 'vitest';
import { continuations } from '../../../ingest/stages/relate/suites.js';
import { programmesOf, viewOf } from '../../../ingest/stages/relate/vues.js';
import { lotOf } from './lots.js';

/** Title, then its fields as printed; a line without fields opens a part. */
type Ligne = readonly [titre: string, publics?: string, territoire?: string, texte?: string];

function ecrire(annee: number, lignes: readonly Ligne[]): string {
  let axe = 0;
  let action = 0;
  const corps = lignes.map(([titre, publics, territoire, texte]) => {
    if (publics === undefined) {
      axe += 1;
      action = 0;
      return `Axe ${axe} : ${titre}\n`;
    }
    action += 1;
    return [
      `${action}. ${titre}`,
      '',
      ...(texte === undefined ? [] : [texte, '']),
      `Public : ${publics}`,
      ...(territoire === undefined ? [] : [`Territoire : ${territoire}`]),
      `Date ou période : année ${annee}`,
      '',
    ].join('\n');
  });
  return `PROGRAMME DE TRAVAIL ${annee}\n\nMission Ville Doubs\n\n${corps.join('\n')}`;
}

/** What follows what, by titles: « new ← old : nature ». */
async function follow(avant: readonly Ligne[], apres: readonly Ligne[]) {
  const lots = [await lotOf(ecrire(2018, avant)), await lotOf(ecrire(2019, apres))];
  const programmes = programmesOf(lots.flatMap((lot) => viewOf(lot) ?? []));
  const titres = new Map(programmes.flatMap((p) => p.actions.map((a) => [a.id, a.titre])));
  const { assertions, alertes } = continuations(programmes);
  const suites = assertions
    .filter((a) => a.regle === 'suite@1')
    .map((a) => `${titres.get(a.sujet)} ← ${titres.get(a.objet ?? '')} : ${a.proprietes?.nature}`);
  return { suites: suites.sort(), doutes: alertes.map((a) => a.message) };
}

const TECHNIQUE: readonly Ligne[] = [
  ['Contrats de ville'],
  ['Évaluation à mi-parcours des contrats de ville', 'chefs de projet'],
  ['Rencontre des délégués du préfet', 'délégués du préfet'],
  ['Conseils citoyens : deuxième souffle', 'conseillers citoyens'],
  ['Égalité'],
  ['Égalité femmes-hommes : budgets sensibles au genre', 'élus, techniciens'],
  ['Laïcité, mode d’emploi', 'agents d’accueil'],
  ['Lutter contre les discriminations dans le logement', 'bailleurs'],
  ['Numérique'],
  ['Inclusion numérique : cartographier les lieux', 'associations', 'Besançon'],
  ['Médiateurs numériques, un métier', 'médiateurs', 'Montbéliard'],
  ['Données ouvertes et quartiers', 'techniciens'],
];

const TECHNIQUE_SUITE: readonly Ligne[] = [
  ['Contrats de ville'],
  ['Contrats de ville : l’évaluation à mi-parcours', 'chefs de projet'],
  ['Réseau des délégués du préfet', 'délégués du préfet'],
  ['Conseils citoyens : deuxième souffle', 'conseillers citoyens et élus'],
  ['Laïcité, mode d’emploi', 'agents d’accueil'],
  ['Égalité'],
  ['Budgets sensibles au genre : passer à la pratique', 'élus, techniciens'],
  ['Lutter contre les discriminations à l’embauche', 'entreprises'],
  ['Numérique'],
  ['Cartographie des lieux d’inclusion numérique', 'associations', 'Besançon'],
  ['Médiateurs numériques, un métier', 'médiateurs', 'Montbéliard et Besançon'],
  ['Accès aux droits en ligne', 'travailleurs sociaux'],
];

const PARENTS =
  'Les parents des quartiers prioritaires sont peu présents dans les instances scolaires.\nCe groupe cherche, avec eux et avec les enseignants, des manières de les y accueillir.';
const REPAS =
  'Se nourrir avec un petit budget demande du temps, une cuisine et des savoir-faire.\nDes habitantes, des diététiciennes et des associations partagent leurs recettes et leurs adresses.';
const SPORT =
  'Les équipements sportifs de plein air sont occupés surtout par les garçons.\nLa journée présente des villes qui ont réparti autrement les créneaux et les subventions.';
const TOITS =
  'La rénovation des toitures du grand ensemble laisse aux locataires le choix des usages.\nLa visite montre deux terrasses jardinées et leur règlement.';
const AINES =
  'Une personne âgée sur trois vit seule dans les quartiers d’habitat social.\nLe cycle forme des gardiens et des bénévoles à repérer ceux que personne ne voit plus.';

const REDIGE: readonly Ligne[] = [
  ['Éducation'],
  [
    'La place des parents à l’école – groupe de travail',
    'enseignants, parents',
    'Besançon',
    PARENTS,
  ],
  ['Filles et garçons sur les terrains – journée départementale', 'élus', 'Doubs', SPORT],
  ['Santé'],
  ['Cuisiner à petit prix – atelier', 'habitants, associations', 'Pontarlier', REPAS],
  ['Vieillir seul dans les quartiers – cycle de formation', 'gardiens', 'Doubs', AINES],
  ['Cadre de vie'],
  ['Des jardins sur les toits – visite', 'bailleurs', 'Montbéliard', TOITS],
];

const REDIGE_SUITE: readonly Ligne[] = [
  ['Éducation'],
  [
    'Parents et école : se rencontrer – groupe de travail',
    'enseignants, parents',
    'Besançon',
    PARENTS,
  ],
  ['Vivre la ville'],
  ['Filles et garçons sur les terrains – journée départementale', 'élus', 'Doubs', SPORT],
  ['Des jardins sur les toits – visite', 'bailleurs, locataires', 'Besançon', TOITS],
  ['Santé'],
  ['Manger bien à petit prix – atelier', 'habitants, associations', 'Pontarlier', REPAS],
  [
    'Dormir mieux dans les quartiers – cycle de formation',
    'médecins',
    'Doubs',
    'Le bruit, la chaleur et les horaires décalés privent de sommeil des familles entières.\nLe cycle réunit soignants et bailleurs.',
  ],
];

describe('the programme of the next year', () => {
  it('goes on with actions of one line each, reworded or moved', async () => {
    const { suites } = await follow(TECHNIQUE, TECHNIQUE_SUITE);
    expect(suites).toEqual(
      [
        'Budgets sensibles au genre : passer à la pratique ← Égalité femmes-hommes : budgets sensibles au genre : reformulee',
        'Cartographie des lieux d’inclusion numérique ← Inclusion numérique : cartographier les lieux : reformulee',
        'Conseils citoyens : deuxième souffle ← Conseils citoyens : deuxième souffle : public',
        'Contrats de ville : l’évaluation à mi-parcours ← Évaluation à mi-parcours des contrats de ville : reformulee',
        'Laïcité, mode d’emploi ← Laïcité, mode d’emploi : axe',
        'Médiateurs numériques, un métier ← Médiateurs numériques, un métier : territoire',
        'Réseau des délégués du préfet ← Rencontre des délégués du préfet : reformulee',
      ].sort(),
    );
  });

  it('goes on with actions that have a text, whatever became of their titles', async () => {
    const { suites } = await follow(REDIGE, REDIGE_SUITE);
    expect(suites).toEqual(
      [
        'Des jardins sur les toits ← Des jardins sur les toits : axe,territoire,public',
        'Filles et garçons sur les terrains ← Filles et garçons sur les terrains : axe',
        'Manger bien à petit prix ← Cuisiner à petit prix : reformulee',
        'Parents et école : se rencontrer ← La place des parents à l’école : reformulee',
      ].sort(),
    );
  });
});
