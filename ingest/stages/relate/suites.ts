import type { Comparaison, Paire } from '../../../src/comparaison/programmes.js';
import { compareProgrammes } from '../../../src/comparaison/programmes.js';
import type { Assertion } from '../../../src/domain/fait.js';
import { idFait } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { ActionVue, ProgrammeVu } from './vues.js';
import { passage, sameProducer } from './vues.js';

/** The facts whose passages show a change. */
const PASSAGES: Readonly<Record<string, readonly string[]>> = {
  axe: ['axe'],
  territoire: ['territoire'],
  public: ['publics'],
};

/** SUITE_DE between each programme and the nearest earlier one of its producer, and what a person must settle. */
export function continuations(programmes: readonly ProgrammeVu[]): {
  assertions: Assertion[];
  alertes: Alerte[];
} {
  const assertions: Assertion[] = [];
  const alertes: Alerte[] = [];
  for (const nouveau of programmes) {
    const ancien = previous(nouveau, programmes);
    if (ancien === undefined) continue;
    const comparaison = compareProgrammes(ancien.actions, nouveau.actions);
    assertions.push(...edition(ancien, nouveau), ...pairs(comparaison, ancien, nouveau));
    alertes.push(...doubts(comparaison, ancien, nouveau));
  }
  return { assertions, alertes };
}

/** The programme of the same producer in the nearest earlier year. */
export function previous(
  programme: ProgrammeVu,
  programmes: readonly ProgrammeVu[],
): ProgrammeVu | undefined {
  return programmes
    .filter((p) => p.annee < programme.annee && sameProducer(p, programme) === true)
    .sort((a, b) => b.annee - a.annee || (a.id < b.id ? -1 : 1))[0];
}

function edition(ancien: ProgrammeVu, nouveau: ProgrammeVu): Assertion[] {
  const faits = [nouveau, ancien].flatMap((p) => p.faits.get('annee') ?? []);
  const preuves = faits.flatMap((f) => f.preuves.slice(0, 1));
  if (preuves.length < 2) return [];
  return [
    {
      sujet: nouveau.id,
      predicat: 'SUITE_DE',
      objet: ancien.id,
      statut: 'deduit',
      regle: 'edition@1',
      sources: faits.map(idFait).sort(),
      preuves,
    },
  ];
}

function pairs(comparaison: Comparaison, ancien: ProgrammeVu, nouveau: ProgrammeVu): Assertion[] {
  const avant = new Map(ancien.actions.map((a) => [a.id, a]));
  const apres = new Map(nouveau.actions.map((a) => [a.id, a]));
  return comparaison.paires.flatMap((paire) => {
    const a = avant.get(paire.ancienne);
    const b = apres.get(paire.nouvelle);
    // editions that share an id are one action, not two
    return a === undefined || b === undefined || a.id === b.id ? [] : [suite(paire, a, b)];
  });
}

function suite(paire: Paire, a: ActionVue, b: ActionVue): Assertion {
  const predicats = ['titre', ...paire.changements.flatMap((c) => PASSAGES[c] ?? [])];
  const lieux = paire.changements.includes('territoire');
  const faits = [b, a].flatMap((action) => [
    ...predicats.flatMap((p) => action.faits.get(p) ?? []),
    ...(lieux && !action.faits.has('territoire') ? action.touche : []),
  ]);
  const confiances = faits.flatMap((f) => f.confiance ?? []);
  const preuves = new Map(faits.flatMap((f) => f.preuves).map((p) => [JSON.stringify(p), p]));
  return {
    sujet: b.id,
    predicat: 'SUITE_DE',
    objet: a.id,
    proprietes: { nature: paire.nature },
    statut: 'deduit',
    regle: 'suite@1',
    sources: [...new Set(faits.map(idFait))].sort(),
    preuves: [...preuves.values()],
    ...(confiances.length === 0 ? {} : { confiance: Math.min(...confiances) }),
  };
}

function doubts(comparaison: Comparaison, ancien: ProgrammeVu, nouveau: ProgrammeVu): Alerte[] {
  const avant = new Map(ancien.actions.map((a) => [a.id, a]));
  return comparaison.doutes.flatMap(({ nouvelle, candidats }) => {
    const action = nouveau.actions.find((a) => a.id === nouvelle);
    const ou = passage(action?.faits.get('titre')?.preuves ?? []);
    if (action === undefined || ou === null) return [];
    const noms = candidats.map(({ ancienne }) => {
      const autre = avant.get(ancienne);
      const page = passage(autre?.faits.get('titre')?.preuves ?? [])?.page;
      return `« ${autre?.titre ?? ancienne} » (${ancienne}${page === undefined ? '' : `, page ${page}`})`;
    });
    return [
      {
        code: 'suite-a-confirmer',
        gravite: 'attention' as const,
        ...ou,
        message: `« ${action.titre} » (${nouvelle}) fait peut-être suite, en ${nouveau.annee}, à ${noms.join(' ou à ')} de ${ancien.annee}. Aucun lien n’en est tiré.`,
        remede: 'Si c’est la même action, ajoutez la suite par une décision : maillage decide.',
      },
    ];
  });
}
