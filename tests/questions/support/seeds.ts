import { fold, foldWithMap } from '../../../src/french/fold.js';
import type {
  Commune,
  Gazetteer,
  Mention,
  Referentiels,
  TypeMention,
} from '../../../src/gazetteer/types.js';

const millesime = { referentiel: 'liste', millesime: '2012' };

/** Names of a small world, so that a test says all that it depends on. */
export const REFERENTIELS: Referentiels = {
  millesimes: {
    communes: millesime,
    intercommunalites: millesime,
    quartiers: millesime,
    departements: millesime,
    dispositifs: millesime,
    themes: millesime,
    publics: millesime,
    organismes: millesime,
  },
  communes: [
    commune('77284', 'Meaux'),
    commune('77288', 'Melun'),
    commune('77108', 'Chelles'),
    commune('77285', 'Le Mée-sur-Seine', 'Le Mée'),
    commune('75056', 'Paris'),
  ],
  departements: [{ id: 'departement:77', nom: 'Seine-et-Marne', alias: [] }],
  intercommunalites: [
    {
      id: 'intercommunalite:247700057',
      siren: '247700057',
      nom: 'CA Melun Val de Seine',
      nature: 'CA',
      debut: 2002,
      fin: 2015,
    },
  ],
  appartenances: ['77288', '77285'].map((insee) => ({
    commune: `commune:${insee}`,
    intercommunalite: 'intercommunalite:247700057',
    debut: 2002,
    fin: 2015,
  })),
  quartiers: [
    { id: 'quartier:beauval', nom: 'Beauval', nature: 'ZUS', communes: ['commune:77284'] },
  ],
  dispositifs: [
    dispositif('pre', 'PRE', 'Programme de réussite éducative', 'Réussite éducative'),
    dispositif('asv', 'ASV', 'Atelier santé ville', 'Ateliers santé ville'),
    dispositif('cucs', 'CUCS', 'Contrat urbain de cohésion sociale'),
  ],
  themes: [{ id: 'theme:sante', nom: 'Santé', alias: [] }],
  publics: [{ id: 'public:jeunes', nom: 'Jeunes', alias: ['jeunesse'] }],
  organismes: [],
  prenoms: new Set(),
};

function commune(insee: string, nom: string, ancien?: string): Commune {
  return {
    id: `commune:${insee}`,
    insee,
    nom,
    departement: insee.slice(0, 2),
    population: 1000,
    anciensNoms: ancien === undefined ? [] : [{ nom: ancien, jusqu: 1999 }],
  };
}

function dispositif(slug: string, sigle: string, nom: string, ...alias: string[]) {
  return {
    id: `dispositif:${slug}`,
    nom,
    sigle,
    alias,
    definition: slug === 'pre' ? 'Suivi individuel d’enfants fragiles.' : null,
    debut: null,
    fin: null,
    predecesseurs: [],
    releveDe: [],
  };
}

interface Nom {
  readonly type: TypeMention;
  readonly id: string;
  readonly libelle: string;
  readonly nom: string;
  readonly ancien: boolean;
}

/** The plainest matcher: whole folded names, the longest first. */
export const GAZETTEER: Gazetteer = {
  referentiels: REFERENTIELS,
  mentions: (texte) => trouver(texte),
  membres: () => [],
  commune: (id) => REFERENTIELS.communes.find((c) => c.id === id),
  quartier: () => undefined,
};

function noms(): Nom[] {
  const r = REFERENTIELS;
  const un = (type: TypeMention, id: string, libelle: string, nom: string, ancien = false) => ({
    type,
    id,
    libelle,
    nom,
    ancien,
  });
  return [
    ...r.communes.flatMap((c) => [
      un('commune', c.id, c.nom, c.nom),
      ...c.anciensNoms.map((a) => un('commune', c.id, c.nom, a.nom, true)),
    ]),
    ...r.intercommunalites.map((i) => un('intercommunalite', i.id, i.nom, i.nom)),
    ...r.departements.map((d) => un('departement', d.id, d.nom, d.nom)),
    ...r.quartiers.map((q) => un('quartier', q.id, q.nom, q.nom)),
    ...r.dispositifs.flatMap((d) =>
      [d.nom, d.sigle ?? d.nom, ...d.alias].map((n) => un('dispositif', d.id, d.nom, n)),
    ),
    ...r.themes.map((t) => un('theme', t.id, t.nom, t.nom)),
    ...r.publics.flatMap((p) => [p.nom, ...p.alias].map((n) => un('public', p.id, p.nom, n))),
  ].sort((a, b) => b.nom.length - a.nom.length);
}

function trouver(texte: string): Mention[] {
  const { texte: plie, carte } = foldWithMap(texte);
  const mentions: Mention[] = [];
  for (const { type, id, libelle, nom, ancien } of noms()) {
    const motif = new RegExp(`(?<![\\p{L}\\p{N}])${fold(nom)}(?![\\p{L}\\p{N}])`, 'gu');
    for (const m of plie.matchAll(motif)) {
      const debut = carte[m.index] ?? 0;
      const fin = carte[m.index + m[0].length] ?? texte.length;
      if (mentions.some((autre) => autre.debut < fin && debut < autre.fin)) continue;
      const candidat = { id, libelle, ...(ancien ? { ancienNom: nom } : {}) };
      mentions.push({ type, debut, fin, texte: texte.slice(debut, fin), candidats: [candidat] });
    }
  }
  return mentions.sort((a, b) => a.debut - b.debut);
}
