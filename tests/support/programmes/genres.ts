import type { NomChamp } from '../../../ingest/stages/structure.js';
import {
  disposer,
  disposerDatees,
  disposerFiches,
  disposerGrille,
  type Element,
  stylerAuHasard,
} from './disposition.js';
import { Hasard } from './hasard.js';
import { tirerVerite, type Verite } from './verite.js';

const COURANTS: readonly NomChamp[] = [
  'periode',
  'seances',
  'publics',
  'territoire',
  'animation',
  'intervenants',
  'partenaires',
  'lieu',
];
const TOUS: readonly NomChamp[] = ['contexte', 'objectifs', ...COURANTS];
const GRILLE: readonly NomChamp[] = ['periode', 'publics', 'territoire', 'intervenants'];

export interface Genere {
  readonly verite: Verite;
  readonly elements: readonly Element[];
  readonly hasard: Hasard;
}

/** Kinds of layout, each drawn from a seed. */
export const GENRES: Readonly<Record<string, (graine: number) => Genere>> = {
  numerotee: (g) =>
    tirer(g, (h) => {
      const verite = tirerVerite(h, h.oui() ? TOUS : COURANTS, h.oui(0.8));
      return { verite, elements: disposer(verite, stylerAuHasard(h, false)) };
    }),
  libre: (g) =>
    tirer(g, (h) => {
      const verite = tirerVerite(h, COURANTS, h.oui(0.6));
      return { verite, elements: disposer(verite, stylerAuHasard(h, true)) };
    }),
  fiches: (g) =>
    tirer(g, (h) => {
      const verite = tirerVerite(h, TOUS, h.oui(0.7));
      return { verite, elements: disposerFiches(verite, stylerAuHasard(h, h.oui(0.4)), h.oui()) };
    }),
  grille: (g) =>
    tirer(g, (h) => {
      const noms = h.plusieurs(GRILLE, h.entier(3, 4));
      const lue = tirerVerite(h, GRILLE, h.oui(0.6));
      const verite = {
        ...lue,
        axes: lue.axes.map((axe) => ({
          ...axe,
          actions: axe.actions.map((a) => ({
            ...a,
            corps: [],
            champs: a.champs.filter((c) => noms.includes(c.nom)),
          })),
        })),
      };
      return {
        verite,
        elements: disposerGrille(
          verite,
          stylerAuHasard(h, true),
          noms,
          h.un(['Thème', 'Titre', 'Action', 'Intitulé']),
        ),
      };
    }),
  datee: (g) =>
    tirer(g, (h) => {
      const lue = tirerVerite(h, ['publics', 'intervenants', 'partenaires'], h.oui(0.5));
      const verite = {
        ...lue,
        axes: lue.axes.map((axe) => ({
          ...axe,
          actions: axe.actions.map((a) => ({
            ...a,
            champs: [
              {
                nom: 'periode' as const,
                valeur: h.un([
                  `Mardi ${h.entier(2, 27)} mai ${lue.annee}`,
                  `${h.entier(10, 28)}/05/${lue.annee}`,
                  `Le ${h.entier(2, 27)} juin`,
                  `Les 3 et ${h.entier(4, 27)} avril ${lue.annee}`,
                ]),
              },
              {
                nom: 'lieu' as const,
                valeur: h.un([
                  'Maison des associations – Sarcelles',
                  'Espace Mandela – Trappes',
                  'Hôtel de ville – Évry',
                ]),
              },
              ...a.champs,
            ],
          })),
        })),
      };
      return { verite, elements: disposerDatees(verite, stylerAuHasard(h, true), h.oui()) };
    }),
};

function tirer(graine: number, faire: (h: Hasard) => Omit<Genere, 'hasard'>): Genere {
  const hasard = new Hasard(graine);
  return { ...faire(hasard), hasard };
}
