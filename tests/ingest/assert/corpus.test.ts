import { describe, expect, it } from 'vitest';
import type { Assertion } from '../../../src/domain/fait.js';
import type { Cas } from './corpus.js';
import { assertions, lireCas, Mesure, nomDe } from './corpus.js';

const CAS = lireCas(/^.*\.yml$/);

interface Champ {
  readonly nom: string;
  readonly precision: number;
  readonly rappel: number;
  /** The expected values of a passage; undefined when it says nothing of this field. */
  readonly attendus: (cas: Cas) => readonly string[] | undefined;
  readonly trouves: (cas: Cas, faits: readonly Assertion[], alertes: string[]) => string[];
}

const objets = (faits: readonly Assertion[], predicat: string): string[] => [
  ...new Set(
    faits.flatMap((f) => (f.predicat === predicat && f.objet !== undefined ? [f.objet] : [])),
  ),
];
const valeur = (faits: readonly Assertion[], predicat: string) =>
  faits.find((f) => f.sujet === 'action:essai' && f.predicat === predicat)?.valeur;
const periode = (faits: readonly Assertion[]) => {
  const debut = valeur(faits, 'periodeDebut');
  return debut === undefined ? [] : [`${debut} ${valeur(faits, 'periodeFin')}`];
};
const lieux = (cas: Cas) => cas.touche !== undefined || cas.cite !== undefined;
const sansGenre = (id: string) => id.slice(id.indexOf(':') + 1);
const deAction = (faits: readonly Assertion[]) => faits.filter((f) => f.sujet === 'action:essai');
const lieuSeul = (id: string) => /^(?:commune|intercommunalite|quartier|departement):/.test(id);
const intervenants = (faits: readonly Assertion[], genre: string) => [
  ...new Map(
    faits
      .filter((f) => f.predicat === 'INTERVIENT_DANS' && f.sujet.startsWith(genre))
      .map((f) => [f.sujet, f]),
  ).values(),
];

function personne(cas: Cas, faits: readonly Assertion[], f: Assertion): string {
  const membre = faits.find((m) => m.predicat === 'MEMBRE_DE' && m.sujet === f.sujet);
  const organisme = membre?.objet === undefined ? '' : nomDe(membre.objet, faits, cas.dep);
  const fonction = f.proprietes?.fonction ?? '';
  const morceaux = [nomDe(f.sujet, faits, cas.dep), fonction, organisme];
  return morceaux.join(' | ').replace(/(?: \| )+$/, '');
}

const CHAMPS: readonly Champ[] = [
  {
    nom: 'lieux touchés',
    precision: 0.98,
    rappel: 0.97,
    attendus: (cas) => cas.touche ?? (lieux(cas) ? [] : undefined),
    trouves: (cas, faits) => objets(faits, 'TOUCHE').map((id) => nomDe(id, faits, cas.dep)),
  },
  {
    nom: 'lieux cités',
    precision: 0.95,
    rappel: 0.95,
    attendus: (cas) => (lieux(cas) ? (cas.cite ?? []) : undefined),
    trouves: (cas, faits) =>
      objets(deAction(faits), 'CITE')
        .filter(lieuSeul)
        .map((id) => nomDe(id, faits, cas.dep)),
  },
  {
    nom: 'alertes de lieux',
    precision: 0.9,
    rappel: 0.9,
    attendus: (cas) => cas.alerte,
    trouves: (_cas, _faits, alertes) => alertes,
  },
  {
    nom: 'dispositifs',
    precision: 0.95,
    rappel: 0.95,
    attendus: (cas) => cas.dispositifs,
    trouves: (_cas, faits) => objets(faits, 'MOBILISE').map(sansGenre),
  },
  {
    nom: 'déploiements',
    precision: 0.95,
    rappel: 0.95,
    attendus: (cas) => cas.deploie,
    trouves: (cas, faits) => [
      ...new Set(
        faits
          .filter((f) => f.predicat === 'DEPLOYE_A')
          .map((f) => `${sansGenre(f.sujet)} ${nomDe(f.objet ?? '', faits, cas.dep)}`),
      ),
    ],
  },
  {
    nom: 'personnes',
    precision: 0.9,
    rappel: 0.9,
    attendus: (cas) => cas.personnes,
    trouves: (cas, faits) => intervenants(faits, 'personne:').map((f) => personne(cas, faits, f)),
  },
  {
    nom: 'organismes',
    precision: 0.9,
    rappel: 0.9,
    attendus: (cas) => cas.organismes,
    trouves: (cas, faits) =>
      intervenants(faits, 'organisme:').map((f) => nomDe(f.sujet, faits, cas.dep)),
  },
  {
    nom: 'publics',
    precision: 0.9,
    rappel: 0.9,
    attendus: (cas) => (cas.publics === undefined ? undefined : cas.attendu?.map(String)),
    trouves: (_cas, faits) => objets(faits, 'S_ADRESSE_A').map(sansGenre),
  },
  {
    nom: 'périodes',
    precision: 0.95,
    rappel: 0.95,
    attendus: (cas) =>
      cas.periode === undefined ? undefined : cas.attendu == null ? [] : [cas.attendu.join(' ')],
    trouves: (_cas, faits) => periode(faits),
  },
  {
    nom: 'séances',
    precision: 0.95,
    rappel: 0.95,
    attendus: (cas) =>
      cas.seances === undefined ? undefined : cas.attendu == null ? [] : [cas.attendu.join(' ')],
    trouves: (_cas, faits) => {
      const min = valeur(faits, 'seancesMin');
      const reste = ['seancesMax', 'seancesUnite', 'seancesApprox'].map((p) => valeur(faits, p));
      return min === undefined ? [] : [[min, ...reste].join(' ')];
    },
  },
  {
    nom: 'périodes du texte',
    precision: 0.97,
    rappel: 0.9,
    attendus: ({ prose }) =>
      prose === undefined ? undefined : prose.p === undefined ? [] : [prose.p.join(' ')],
    trouves: (_cas, faits) => periode(faits),
  },
  {
    nom: 'séances du texte',
    precision: 0.97,
    rappel: 0.9,
    attendus: ({ prose }) =>
      prose === undefined ? undefined : prose.s === undefined ? [] : [prose.s.join(' ')],
    trouves: (_cas, faits) => {
      const lues = ['seancesMin', 'seancesMax', 'seancesUnite'].map((p) => valeur(faits, p));
      return lues[0] === undefined ? [] : [lues.join(' ')];
    },
  },
  {
    nom: 'publics du texte',
    precision: 0.97,
    rappel: 0.9,
    attendus: ({ prose }) => (prose === undefined ? undefined : (prose.pub ?? [])),
    trouves: (_cas, faits) => objets(faits, 'S_ADRESSE_A').map(sansGenre),
  },
  {
    nom: 'personnes du texte',
    precision: 0.97,
    rappel: 0.9,
    attendus: ({ prose }) => (prose === undefined ? undefined : (prose.qui ?? [])),
    trouves: (cas, faits) => intervenants(faits, 'personne:').map((f) => personne(cas, faits, f)),
  },
];

const passage = ({
  texte,
  champs,
  inconnus,
  intervenants: i,
  publics,
  periode,
  seances,
  titre,
}: Cas) =>
  [texte, ...Object.values({ ...champs, ...inconnus }), i, publics, periode, seances].find(
    (t) => t !== undefined,
  ) ?? titre;

describe('annotated passages of other years and départements', () => {
  const lus = CAS.map((cas) => ({ cas, ...assertions(cas) }));

  it('are three hundred at least', () => {
    expect(CAS.length).toBeGreaterThanOrEqual(300);
  });

  it.each(CHAMPS)('give their $nom', ({ attendus, trouves, precision, rappel }) => {
    const mesure = new Mesure();
    for (const { cas, faits, alertes } of lus) {
      const voulus = attendus(cas);
      if (voulus !== undefined) mesure.compte(passage(cas), voulus, trouves(cas, faits, alertes));
    }
    const { precision: p, rappel: r, ecarts } = mesure;
    expect(mesure.attendus).toBeGreaterThan(0);
    expect(p >= precision && r >= rappel, `P ${p} R ${r}\n${ecarts.join('\n')}`).toBe(true);
    if (process.env.MAILLAGE_CORPUS === 'ecarts')
      process.stdout.write(
        `P ${p.toFixed(3)} R ${r.toFixed(3)} (${mesure.attendus})\n${ecarts.join('\n')}\n`,
      );
  });
});
