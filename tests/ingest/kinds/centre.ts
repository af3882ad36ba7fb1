/** An action as a programme of the tests prints it. */
export interface ActionEcrite {
  readonly titre: string;
  readonly format: string;
  readonly texte: string;
  readonly date: string;
  readonly seances: string;
  readonly publics: string;
  readonly territoire: string;
}

export interface AxeEcrit {
  readonly titre: string;
  readonly actions: readonly ActionEcrite[];
}

const CENTRE = 'Centre de ressources Ville et quartiers de l’Essonne';

/** The text of a programme, one page an axe. */
export function programmeEcrit(annee: number, axes: readonly AxeEcrit[]): string {
  const couverture = `${CENTRE}\n\nProgramme de travail ${annee}\n`;
  const pages = axes.map((axe, i) => {
    const actions = axe.actions.map(
      (a, j) => `${j + 1}. ${a.titre} – ${a.format}

${lignes(a.texte)}

Date ou période envisagée : ${a.date}
Nombre de séances : ${a.seances}
Public : ${a.publics}
Territoire : ${a.territoire}
`,
    );
    return `Axe ${i + 1} : ${axe.titre}\n\n${actions.join('\n')}`;
  });
  return [couverture, ...pages].join('\f');
}

/** The text of an activity report: paragraphs under their headings. */
export function rapportEcrit(
  annee: number,
  parties: readonly (readonly [string, readonly string[]])[],
): string {
  const couverture = `${CENTRE}\n\nRapport d’activité ${annee}\n`;
  const pages = parties.map(([titre, paras]) => `${titre}\n\n${paras.map(lignes).join('\n\n')}\n`);
  return [couverture, ...pages].join('\f');
}

function lignes(texte: string): string {
  return texte.replace(/(.{60,95}?)\s/g, '$1\n');
}

function action(
  titre: string,
  format: string,
  date: string,
  extra: Partial<ActionEcrite> = {},
): ActionEcrite {
  return {
    titre,
    format,
    date,
    texte: `Cette proposition porte sur la question suivante : ${titre.toLowerCase()}. Elle réunira celles et ceux qui y travaillent, autour de situations concrètes.`,
    seances: '3',
    publics: 'professionnels',
    territoire: 'département de l’Essonne',
    ...extra,
  };
}

export const AXES_2013: readonly AxeEcrit[] = [
  {
    titre: 'Santé',
    actions: [
      action('Santé mentale et précarité', 'groupe de travail', 'année 2013', {
        territoire: 'Évry, Corbeil-Essonnes et Grigny',
      }),
      action('Accès aux soins des jeunes', 'journée départementale', 'novembre 2013', {
        seances: '1',
      }),
      action('Nutrition et activité physique', 'cycle de qualification', '1er semestre 2013', {
        seances: '4',
      }),
    ],
  },
  {
    titre: 'Éducation',
    actions: [
      action(
        'Le décrochage scolaire : repérer, accompagner',
        'cycle de qualification',
        '2e semestre 2013',
      ),
      action('Échanges des coordonnateurs PRE', 'groupe d’échanges', 'année 2013', {
        publics: 'coordonnateurs PRE',
      }),
      action('Les internats d’excellence', 'visite de sites', 'mai 2013', { seances: '1' }),
      action('Relations entre les familles et l’école', 'atelier', 'automne 2013'),
    ],
  },
  {
    titre: 'Emploi et insertion',
    actions: [
      action('Discriminations à l’embauche', 'atelier', 'septembre 2013'),
      action('Clauses d’insertion dans les marchés publics', 'formation', 'juin 2013'),
      action('Création d’activités dans les quartiers', 'rencontre', 'mars 2013', {
        territoire: 'Les Ulis',
      }),
    ],
  },
];

export const RAPPORT_2013: readonly (readonly [string, readonly string[]])[] = [
  [
    'Axe 1 : Santé',
    [
      'Le groupe de travail sur la santé mentale et la précarité s’est réuni trois fois (12 mars, 14 mai et 2 juillet 2013) et a rassemblé 45 participants. Il a été animé par Marie Durand, sociologue.',
      'La journée départementale prévue en novembre a été reportée au premier trimestre 2014.',
      'Le cycle « Nutrition et activité physique » a réuni en moyenne 20 personnes sur 4 séances.',
    ],
  ],
  [
    'Axe 2 : Éducation',
    [
      'Le cycle de qualification consacré au décrochage scolaire a été annulé, faute d’inscrits.',
      'Deux des trois séances prévues du groupe d’échanges des coordonnateurs PRE ont eu lieu, les 5 avril et 6 juin 2013. Une trentaine de professionnels y ont participé.',
      'L’action 3 n’a pas eu lieu.',
    ],
  ],
  [
    'Axe 3 : Emploi et insertion',
    [
      'L’atelier sur les discriminations à l’embauche s’est tenu le 17 septembre 2013 avec l’intervention de Paul Martin, juriste. 18 personnes étaient présentes.',
      'Un forum des métiers du bois, non prévu au programme, a été organisé le 4 octobre 2013.',
    ],
  ],
];

export const AXES_2014: readonly AxeEcrit[] = [
  {
    titre: 'Santé',
    actions: [
      action('Santé mentale et précarité', 'groupe de travail', 'année 2014', {
        territoire: 'Évry et Grigny',
      }),
      action('L’accès des jeunes aux soins', 'journée départementale', 'février 2014', {
        seances: '1',
      }),
      action('Les plans locaux de prévention des addictions', 'atelier', 'mai 2014'),
    ],
  },
  {
    titre: 'Éducation',
    actions: [
      action('Échanges des coordonnateurs PRE', 'groupe d’échanges', 'année 2014', {
        publics: 'coordonnateurs PRE et principaux de collège',
      }),
      action('Relations entre les familles et l’école', 'atelier', 'automne 2014'),
      action('Discriminations à l’embauche', 'atelier', 'septembre 2014'),
    ],
  },
];
