import { join } from 'node:path';
import { MaillageError } from '../domain/errors.js';
import { ficheDispositif, ficheRegles, fichesEntrees, fichesOrganismes } from '../domain/fiches.js';
import { slug } from '../domain/ids.js';
import { fold } from '../french/fold.js';
import { listFiches, readFiche, readSeed, readTable } from './files.js';
import { loadAilleurs, loadIntercommunalites } from './loadIntercommunalites.js';
import { once } from './once.js';
import type {
  Appartenance,
  Commune,
  Departement,
  Dispositif,
  Entree,
  Organisme,
  Quartier,
  Referentiels,
} from './types.js';

/** Vintage that the facts taken from each list cite; see seeds/gazetteers/SOURCES.md. */
const MILLESIMES: Referentiels['millesimes'] = {
  communes: { referentiel: 'communes', millesime: '2026' },
  intercommunalites: { referentiel: 'intercommunalites', millesime: '1999-2026' },
  quartiers: { referentiel: 'quartiers-zus', millesime: '1996' },
  departements: { referentiel: 'departements', millesime: '2026' },
  dispositifs: { referentiel: 'dispositifs', millesime: '2026' },
  themes: { referentiel: 'themes', millesime: '2026' },
  publics: { referentiel: 'publics', millesime: '2026' },
  organismes: { referentiel: 'organismes', millesime: '2026' },
};

/**
 * The lists under `seedsDir` (the folder that holds `gazetteers` and `dispositifs`), each read
 * when it is first asked for: a server listens before it has parsed a hundred YAML files.
 * Communes of Île-de-France come first. Reading throws MaillageError `refus`, in French, naming the file.
 */
export function loadReferentiels(seedsDir: string): Referentiels {
  const file = (name: string): string => join(seedsDir, 'gazetteers', name);
  const communes = once(() => loadCommunes(file));
  const departements = once(() => loadDepartements(file('departements.csv')));
  const intercommunalites = once(() => loadIntercommunalites(file));
  const ailleurs = once(() => loadAilleurs(file));
  const voisins = once(() => loadVoisins(file('departements-voisins.csv')));
  const appartenances = once(() =>
    loadAppartenances(file('appartenances.csv'), new Set(communes().map((c) => c.id))),
  );
  const quartiers = once(() => loadQuartiers(file('quartiers.csv')));
  const dispositifs = once(() => loadDispositifs(join(seedsDir, 'dispositifs')));
  const themes = once(() => loadEntrees(file('themes.yml'), 'theme'));
  const publics = once(() => loadEntrees(file('publics.yml'), 'public'));
  const organismes = once(() => loadOrganismes(file('organismes.yml')));
  const prenoms = once(() => loadMots(file('prenoms.txt')));
  const motsCourants = once(() => loadMots(file('mots-courants.txt')));
  const regles = once(() => readFiche(file('regles.yml'), ficheRegles));
  return {
    millesimes: MILLESIMES,
    get communes() {
      return communes();
    },
    get departements() {
      return departements();
    },
    get intercommunalites() {
      return intercommunalites();
    },
    get appartenances() {
      return appartenances();
    },
    get ailleurs() {
      return ailleurs();
    },
    get voisins() {
      return voisins();
    },
    get quartiers() {
      return quartiers();
    },
    get dispositifs() {
      return dispositifs();
    },
    get themes() {
      return themes();
    },
    get publics() {
      return publics();
    },
    get organismes() {
      return organismes();
    },
    get prenoms() {
      return prenoms();
    },
    get motsCourants() {
      return motsCourants();
    },
    get regles() {
      return regles();
    },
  };
}

function loadCommunes(file: (name: string) => string): Commune[] {
  const anciens = new Map<string, { nom: string; jusqu: number | null }[]>();
  for (const [insee = '', nom = '', jusqu = ''] of readTable(file('communes-anciens-noms.csv'), [
    'insee',
    'nom',
    'jusqu',
  ])) {
    const liste = anciens.get(insee) ?? [];
    liste.push({ nom, jusqu: jusqu === '' ? null : Number(jusqu) });
    anciens.set(insee, liste);
  }
  const colonnes = ['insee', 'nom', 'departement', 'population'];
  return ['communes-ile-de-france.csv', 'communes-france.csv'].flatMap((name) =>
    readTable(file(name), colonnes).map(
      ([insee = '', nom = '', departement = '', population = '0']) => ({
        id: `commune:${insee}`,
        insee,
        nom,
        departement,
        population: Number(population),
        anciensNoms: anciens.get(insee) ?? [],
      }),
    ),
  );
}

function loadDepartements(file: string): Departement[] {
  return readTable(file, ['code', 'nom', 'region', 'liaison']).map(
    ([code = '', nom = '', , liaison = '0']) => ({
      id: `departement:${code}`,
      nom,
      alias: [],
      liaison: Number(liaison),
    }),
  );
}

/** Pairs of départements that touch each other, in both directions. */
function loadVoisins(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    readTable(file, ['code', 'voisins']).map(([code = '', voisins = '']) => [
      code,
      new Set(voisins.split(' ')),
    ]),
  );
}

/** Memberships of communes in force: those of a dissolved commune are its successor's own. */
function loadAppartenances(file: string, connues: ReadonlySet<string>): Appartenance[] {
  return readTable(file, ['siren', 'insee', 'debut', 'fin'])
    .map(([siren = '', insee = '', debut = '', fin = '']) => ({
      commune: `commune:${insee}`,
      intercommunalite: `intercommunalite:${siren}`,
      debut: Number(debut),
      fin: Number(fin),
    }))
    .filter((a) => connues.has(a.commune));
}

function loadQuartiers(file: string): Quartier[] {
  return readTable(file, ['id', 'nom', 'nature', 'communes', 'debut', 'fin']).map(
    ([id = '', nom = '', nature = '', communes = '']) => ({
      id,
      nom,
      nature,
      communes: communes.split(' ').map((insee) => `commune:${insee}`),
    }),
  );
}

function loadDispositifs(folder: string): Dispositif[] {
  const fiches = listFiches(folder);
  const connus = new Set(fiches.map((f) => f.slug));
  return fiches.map(({ slug: cle, file }) => {
    const {
      predecesseurs,
      releveDe,
      exemples: _,
      questions: __,
      contreExemples: ___,
      ...fiche
    } = readFiche(file, ficheDispositif);
    const inconnu = [...predecesseurs, ...releveDe].find((autre) => !connus.has(autre));
    if (inconnu !== undefined) {
      throw new MaillageError(
        'refus',
        `« ${file} » renvoie au dispositif « ${inconnu} », qui n'a pas de fiche.`,
        `Créez ${inconnu}.yml dans le même dossier, ou corrigez le renvoi.`,
      );
    }
    const ids = (slugs: readonly string[]): string[] => slugs.map((s) => `dispositif:${s}`);
    return {
      id: `dispositif:${cle}`,
      ...fiche,
      predecesseurs: ids(predecesseurs),
      releveDe: ids(releveDe),
    };
  });
}

function loadEntrees(file: string, prefixe: string): Entree[] {
  return readFiche(file, fichesEntrees).map(({ id, nom, alias }) => ({
    id: `${prefixe}:${id ?? slug(nom)}`,
    nom,
    alias,
  }));
}

function loadOrganismes(file: string): Organisme[] {
  return readFiche(file, fichesOrganismes).map((o) => ({
    id: `organisme:${slug(o.sigle ?? o.nom)}`,
    ...o,
  }));
}

function loadMots(file: string): ReadonlySet<string> {
  return new Set(readSeed(file).split(/\s+/).filter(Boolean).map(fold));
}
