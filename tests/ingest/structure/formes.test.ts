import { describe, expect, it } from 'vitest';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import { conventionDe, partager } from '../../../ingest/stages/segmentation/partage.js';
import type { Ligne, PageLue } from '../../../src/domain/page.js';

const PROFILS = loadProfils();

interface Ecrit {
  readonly texte: string;
  readonly taille?: number;
  readonly gras?: boolean;
  /** Length of the bold beginning. */
  readonly grasse?: number;
}

/** One page of paragraphs, each on a line, set apart. */
function lire(ecrits: readonly Ecrit[]) {
  let debut = 0;
  const lignes = ecrits.map(({ texte, taille = 10, gras = false, grasse }): Ligne => {
    const ligne = { debut, fin: debut + texte.length, espaceAvant: true, taille, gras };
    debut += texte.length + 1;
    if (grasse === undefined) return ligne;
    const pieces = [0, grasse + 1].map((d) => ({ debut: ligne.debut + d, x: 0, colonne: false }));
    return { ...ligne, gras: true, pieces };
  });
  const texte = ecrits.map((e) => e.texte).join('\n');
  const pages: PageLue[] = [{ numero: 1, imprimee: null, etat: 'lu', texte, lignes }];
  const { axes } = segmentProgramme(pages, chooseProfil(pages, PROFILS));
  return axes.map((axe) => [
    axe.titre.texte,
    axe.actions.map((a) => [a.intitule.texte, a.format?.texte ?? null]),
  ]);
}

const TEXTE =
  'Les équipes confrontent leurs pratiques et construisent ensemble des repères communs.';
const CHAMPS: readonly Ecrit[] = [
  { texte: TEXTE },
  { texte: 'Public : élus et techniciens' },
  { texte: 'Date : mars 2015' },
];
const action = (texte: string): Ecrit[] => [{ texte, gras: true }, ...CHAMPS];
const axe = (texte: string): Ecrit => ({ texte, taille: 16, gras: true });
const forme = (texte: string): Ecrit => ({ texte, taille: 12, gras: true });

describe('a form of action set as a heading', () => {
  it('tells the form of the actions below it, inside the parts', () => {
    const lu = lire([
      axe('Habiter'),
      forme('Cycles de qualification'),
      ...action('Lire un bilan'),
      ...action('Écouter les locataires'),
      forme('Visites'),
      ...action('Le chantier du Val'),
      axe('Éduquer'),
      forme('Cycles de qualification'),
      ...action('Lire avec les familles'),
    ]);
    expect(lu).toEqual([
      [
        'Habiter',
        [
          ['Lire un bilan', 'Cycle de qualification'],
          ['Écouter les locataires', 'Cycle de qualification'],
          ['Le chantier du Val', 'Visite'],
        ],
      ],
      ['Éduquer', [['Lire avec les familles', 'Cycle de qualification']]],
    ]);
  });

  it('is a part, and a form, where there are no other parts', () => {
    const lu = lire([
      forme('Les groupes de travail'),
      ...action('Lire un bilan'),
      ...action('Écouter les locataires'),
      forme('Les visites'),
      ...action('Le chantier du Val'),
    ]);
    expect(lu).toEqual([
      [
        'Les groupes de travail',
        [
          ['Lire un bilan', 'groupe de travail'],
          ['Écouter les locataires', 'groupe de travail'],
        ],
      ],
      ['Les visites', [['Le chantier du Val', 'visite']]],
    ]);
  });

  it('is a badge of the next action when it is singular', () => {
    const lu = lire([
      axe('Habiter'),
      forme('ATELIER'),
      ...action('Lire un bilan'),
      forme('SÉMINAIRE'),
      ...action('Écouter les locataires'),
      ...action('Le chantier du Val'),
    ]);
    expect(lu).toEqual([
      [
        'Habiter',
        [
          ['Lire un bilan', 'ATELIER'],
          ['Écouter les locataires', 'SÉMINAIRE'],
          ['Le chantier du Val', null],
        ],
      ],
    ]);
  });

  it('is the title of an action when its fields are right below', () => {
    const lu = lire([axe('Habiter'), ...action('Séminaire'), ...action('Le chantier du Val')]);
    expect(lu[0]?.[1]).toEqual([
      ['Séminaire', null],
      ['Le chantier du Val', null],
    ]);
  });
});

describe('a part', () => {
  it('goes on under its title printed again with « (suite) »', () => {
    const lu = lire([
      axe('Habiter'),
      ...action('Lire un bilan'),
      axe('Habiter (suite)'),
      ...action('Écouter les locataires'),
    ]);
    expect(lu.map(([titre]) => titre)).toEqual(['Habiter']);
  });

  it('is not what names the document, nor what follows the last action', () => {
    const lu = lire([
      { texte: 'Saison 2015', taille: 24, gras: true },
      axe('Habiter'),
      ...action('Lire un bilan'),
      axe('Éduquer'),
      ...action('Lire avec les familles'),
      axe('Nous rejoindre'),
      { texte: 'Les adhérents participent gratuitement à toutes les actions du centre.' },
    ]);
    expect(lu.map(([titre]) => titre)).toEqual(['Habiter', 'Éduquer']);
  });
});

describe('a title in bold at the head of its text', () => {
  const enLigne = (titre: string): Ecrit => ({ texte: `${titre} ${TEXTE}`, grasse: titre.length });

  it('is a title, and the plain lines above some are the parts', () => {
    const lu = lire([
      { texte: 'Habiter' },
      enLigne('Lire un bilan.'),
      enLigne('Qui entretient ?'),
      { texte: 'Éduquer' },
      enLigne('Lire avec les familles.'),
      enLigne('Le club des cités.'),
    ]);
    expect(lu).toEqual([
      [
        'Habiter',
        [
          ['Lire un bilan', null],
          ['Qui entretient ?', null],
        ],
      ],
      [
        'Éduquer',
        [
          ['Lire avec les familles', null],
          ['Le club des cités', null],
        ],
      ],
    ]);
  });
});

describe('partager', () => {
  const v = PROFILS.at(-1)?.vocabulairePour('programme');
  if (v === undefined) throw new Error('aucun profil par défaut');
  const parts = (titre: string, convention: ReturnType<typeof conventionDe> = null) => {
    const { intitule, format } = partager(titre, v, convention);
    return [
      titre.slice(intitule.debut, intitule.fin),
      format && titre.slice(format.debut, format.fin),
    ];
  };

  it.each([
    ['Lire un budget – atelier', 'Lire un budget', 'atelier'],
    ['Lire un budget (atelier)', 'Lire un budget', 'atelier'],
    ['Lire un budget | ATELIER', 'Lire un budget', 'ATELIER'],
    ['Atelier n° 2 : lire un budget', 'lire un budget', 'Atelier n° 2'],
    ['Rencontre départementale – Lire', 'Lire', 'Rencontre départementale'],
    ['[Groupe de travail] Lire un budget', 'Lire un budget', 'Groupe de travail'],
    ['JOURNÉE D’ÉTUDE Lire un budget', 'Lire un budget', 'JOURNÉE D’ÉTUDE'],
    ['Lire un budget ATELIER', 'Lire un budget', 'ATELIER'],
  ])('« %s »', (titre, intitule, format) => {
    expect(parts(titre)).toEqual([intitule, format]);
  });

  it.each(['Accompagnement à la scolarité : en sortir', 'Atelier santé ville : se lancer'])(
    'takes no subject for a form: « %s »',
    (titre) => {
      expect(parts(titre)).toEqual([titre, null]);
    },
  );

  it('takes a short end for a form, known or not, where most titles end with theirs', () => {
    const titres = ['A b – atelier', 'C d – visite', 'E f – séminaire', 'G h – rencontre', 'I j'];
    const convention = conventionDe(titres, v);
    expect(parts('Le quartier la nuit – tournée commentée', convention)).toEqual([
      'Le quartier la nuit',
      'tournée commentée',
    ]);
    expect(parts('Le quartier la nuit – tournée commentée')[1]).toBeNull();
  });
});
