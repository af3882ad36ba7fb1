import type { NomChamp } from '../../../ingest/stages/structure.js';
import type { Hasard } from './hasard.js';
import type { ActionVraie, AxeVrai, ChampVrai, Verite } from './verite.js';

/** What a page shows, in order; a writer makes text or HTML of it. */
export type Element =
  | { readonly genre: 'titre'; readonly niveau: 0 | 1 | 2; readonly texte: string }
  | { readonly genre: 'para' | 'puce'; readonly texte: string }
  | {
      readonly genre: 'champ';
      readonly etiquette: string;
      readonly valeur: string;
      readonly forme: FormeChamp;
    }
  | {
      readonly genre: 'tableau';
      readonly rangees: readonly (readonly string[])[];
      readonly entete: boolean;
    }
  | { readonly genre: 'page' };

export type FormeChamp = 'ligne' | 'puce' | 'dessous' | 'sansDeuxPoints';

export const ETIQUETTES: Readonly<Record<NomChamp, readonly string[]>> = {
  periode: [
    'Date ou période',
    'Calendrier',
    'Quand ?',
    'Période de réalisation',
    'Échéancier',
    'Dates prévues',
    'Planning',
    'Dates et horaires',
  ],
  format: ['Format', 'Type d’action', 'Nature de l’action'],
  seances: ['Nombre de séances', 'Durée', 'Rythme', 'Nombre de réunions', 'Fréquence'],
  publics: [
    'Public',
    'Publics',
    'Population cible',
    'Pour qui ?',
    'Public visé',
    'Participant·es',
    'Bénéficiaires',
    'À destination de',
    'Destinataires',
  ],
  territoire: [
    'Territoire(s) concerné(s)',
    'Territoire',
    'Communes concernées',
    'Secteur géographique',
    'Périmètre',
    'Territoire d’intervention',
  ],
  animation: [
    'Porteur',
    'Pilote',
    'Animation',
    'Pilotage',
    'Responsable',
    'Animé par',
    'Référent·e',
    'Maître d’œuvre',
    'Organisateur',
  ],
  intervenants: [
    'Intervenants',
    'Intervenant·es',
    'Avec',
    'Intervenant.e.s',
    'Intervenant(e)s',
    'Intervention de',
    'Formateur·rice',
    'Conférencier',
  ],
  partenaires: ['Partenaires', 'Partenariat', 'En partenariat avec', 'Partenaires mobilisés'],
  lieu: ['Lieu', 'Lieu de la rencontre', 'Salle', 'Adresse'],
  objectifs: ['Objectifs', 'Finalités', 'But', 'Objectif général'],
  contexte: ['Contexte', 'Constats', 'Enjeux'],
};

export interface Style {
  readonly etiquettes: Readonly<Record<NomChamp, string>>;
  readonly capitalesEtiquettes: boolean;
  readonly forme: FormeChamp;
  readonly axe: (n: number, titre: string) => string;
  readonly action: (n: number, axe: number, total: number, titre: string) => string;
  /** Where the fields stand. */
  readonly place: 'fin' | 'debut' | 'milieu';
}

const NUMEROS_AXE = [
  'Axe # : ',
  'AXE # – ',
  'Axe n° # : ',
  'R. ',
  'R – ',
  'L. ',
  'Thématique # : ',
  'Volet # – ',
  'Priorité # : ',
  'Pilier # : ',
  'Objectif stratégique # : ',
  'Orientation # – ',
  'Partie # : ',
];
const NUMEROS_ACTION = [
  '# . ',
  '#. ',
  '#) ',
  'Action # : ',
  'Action n°# – ',
  'Action A.# : ',
  'Fiche n° # – ',
  'Fiche action n° # : ',
  'LA# – ',
  'A-# ',
  'n° # – ',
  'Action T : ',
];
const ROMAINS = ['I', 'II', 'III', 'IV', 'V', 'VI'];
const LETTRES = 'ABCDEF';

export function stylerAuHasard(h: Hasard, libre: boolean): Style {
  const etiquettes = Object.fromEntries(
    Object.entries(ETIQUETTES).map(([nom, liste]) => [nom, h.un(liste)]),
  ) as Record<NomChamp, string>;
  const axe = h.un(NUMEROS_AXE);
  const action = libre ? '' : h.un(NUMEROS_ACTION);
  const hautes = h.oui(0.3);
  return {
    etiquettes,
    capitalesEtiquettes: h.oui(0.2),
    forme: h.un(['ligne', 'ligne', 'ligne', 'puce', 'dessous']),
    axe: (n, titre) => {
      const t = hautes || libre ? titre.toUpperCase() : titre;
      return (
        axe
          .replace('#', String(n))
          .replace('R', ROMAINS[n - 1] ?? '')
          .replace(/^L/, LETTRES[n - 1] ?? '') + t
      );
    },
    action: (n, a, total, titre) =>
      action
        .replace(/^LA/, LETTRES[a - 1] ?? '')
        .replace('A.', `${a}.`)
        .replace('A-', `${a}-`)
        .replace('T', String(total))
        .replace('#', String(n)) + titre,
    place: h.un(['fin', 'fin', 'debut', 'milieu']),
  };
}

export function enTete(v: Verite): Element[] {
  return [
    { genre: 'titre', niveau: 0, texte: v.titre },
    {
      genre: 'para',
      texte:
        'Ce programme a été adopté par le conseil d’administration. Il sera complété en cours d’année selon les demandes des professionnels.',
    },
  ];
}

/** Numbered or free titles, paragraphs and fields. */
export function disposer(v: Verite, s: Style): Element[] {
  let total = 0;
  return [
    ...enTete(v),
    ...v.axes.flatMap((axe, i) => [
      ...ouvrirAxe(axe, i + 1, s),
      ...axe.actions.flatMap((action, j) => {
        total += 1;
        return disposerAction(action, s.action(j + 1, i + 1, total, action.titre), s);
      }),
    ]),
  ];
}

export function ouvrirAxe(axe: AxeVrai, n: number, s: Style): Element[] {
  if (axe.titre === null) return [];
  const titre: Element = { genre: 'titre', niveau: 1, texte: s.axe(n, axe.titre) };
  return [titre, ...axe.introduction.map((texte): Element => ({ genre: 'para', texte }))];
}

function disposerAction(action: ActionVraie, titre: string, s: Style): Element[] {
  const champs = action.champs.map((c) => champ(c, s));
  const corps = action.corps.map((texte): Element => ({ genre: 'para', texte }));
  const tete: Element = { genre: 'titre', niveau: 2, texte: titre };
  if (s.place === 'debut') return [tete, ...champs, ...corps];
  if (s.place === 'fin') return [tete, ...corps, ...champs];
  return [tete, ...corps.slice(0, 1), ...champs, ...corps.slice(1)];
}

function champ(c: ChampVrai, s: Style): Element {
  return { genre: 'champ', etiquette: etiquetteDe(c.nom, s), valeur: c.valeur, forme: s.forme };
}

export function etiquetteDe(nom: NomChamp, s: Style): string {
  const e = s.etiquettes[nom];
  return s.capitalesEtiquettes ? e.toUpperCase() : e;
}

/** One sheet a page: its title, then a table of labels and values. */
export function disposerFiches(v: Verite, s: Style, pages: boolean): Element[] {
  let total = 0;
  return [
    ...enTete(v),
    ...v.axes.flatMap((axe, i) => [
      ...(pages ? [{ genre: 'page' } as const] : []),
      ...ouvrirAxe(axe, i + 1, s),
      ...axe.actions.flatMap((action, j): Element[] => {
        total += 1;
        const rangees = action.champs.map((c) => [etiquetteDe(c.nom, s), c.valeur]);
        return [
          ...(pages && j > 0 ? [{ genre: 'page' } as const] : []),
          { genre: 'titre', niveau: 2, texte: s.action(j + 1, i + 1, total, action.titre) },
          { genre: 'tableau', rangees, entete: false },
          ...action.corps.map((texte): Element => ({ genre: 'para', texte })),
        ];
      }),
    ]),
  ];
}

/** A grid: one row an action, under a row of labels. */
export function disposerGrille(
  v: Verite,
  s: Style,
  noms: readonly NomChamp[],
  tete: string,
): Element[] {
  return [
    ...enTete(v),
    ...v.axes.flatMap((axe, i): Element[] => [
      ...ouvrirAxe(axe, i + 1, s),
      {
        genre: 'tableau',
        entete: true,
        rangees: [
          [tete, ...noms.map((n) => etiquetteDe(n, s))],
          ...axe.actions.map((a) => [
            a.titre,
            ...noms.map((n) => a.champs.find((c) => c.nom === n)?.valeur ?? ''),
          ]),
        ],
      },
    ]),
  ];
}

/** A dated line above or under each title, and the rest as fields. */
export function disposerDatees(v: Verite, s: Style, dessus: boolean): Element[] {
  return [
    ...enTete(v),
    ...v.axes.flatMap((axe, i) => [
      ...ouvrirAxe(axe, i + 1, s),
      ...axe.actions.flatMap((action): Element[] => {
        const dates = ['periode', 'lieu'].flatMap(
          (n) => action.champs.find((c) => c.nom === n)?.valeur ?? [],
        );
        const titre: Element = { genre: 'titre', niveau: 2, texte: action.titre };
        const date: Element = { genre: 'para', texte: dates.join(' – ') };
        const autres = action.champs
          .filter((c) => c.nom !== 'periode' && c.nom !== 'lieu')
          .map((c) => champ(c, s));
        const corps = action.corps.map((texte): Element => ({ genre: 'para', texte }));
        return [...(dessus ? [date, titre] : [titre, date]), ...corps, ...autres];
      }),
    ]),
  ];
}
