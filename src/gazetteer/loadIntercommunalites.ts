import { readTable } from './files.js';
import type { Appartenance, Intercommunalite, IntercommunalitesAilleurs } from './types.js';

type Fichier = (name: string) => string;

/** Names and acronyms that the project adds to the official ones, by SIREN. */
interface Noms {
  readonly noms: ReadonlyMap<string, string>;
  readonly alias: ReadonlyMap<string, readonly string[]>;
}

/** The intercommunalités of Île-de-France, with their usual names. */
export function loadIntercommunalites(file: Fichier): Intercommunalite[] {
  const noms = loadNoms(file);
  return readTable(file('intercommunalites.csv'), ['siren', 'nom', 'nature', 'debut', 'fin']).map(
    (ligne) => intercommunalite(ligne, noms),
  );
}

/** Those of the other régions, with their members; a member is « 69034 » or « 69034:2020-2023 ». */
export function loadAilleurs(file: Fichier): IntercommunalitesAilleurs {
  const noms = loadNoms(file);
  const colonnes = ['siren', 'nom', 'nature', 'debut', 'fin', 'membres'];
  const lignes = readTable(file('intercommunalites-france.csv'), colonnes);
  const intercommunalites = lignes.map((ligne) => intercommunalite(ligne, noms));
  const appartenances = lignes.flatMap(([, , , , , membres = ''], i) => {
    const groupe = intercommunalites[i];
    return groupe === undefined ? [] : membres.split(' ').map((m) => appartenance(groupe, m));
  });
  return { intercommunalites, appartenances };
}

function appartenance({ id, debut, fin }: Intercommunalite, membre: string): Appartenance {
  const [insee = '', annees] = membre.split(':');
  const [de, a] = (annees ?? '').split('-').map(Number);
  return {
    commune: `commune:${insee}`,
    intercommunalite: id,
    debut: annees === undefined ? debut : (de ?? debut),
    fin: annees === undefined ? fin : (a ?? fin),
  };
}

function loadNoms(file: Fichier): Noms {
  const noms = new Map<string, string>();
  const alias = new Map<string, string[]>();
  const colonnes = ['siren', 'role', 'valeur'];
  for (const [siren = '', role, valeur = ''] of readTable(
    file('intercommunalites-alias.csv'),
    colonnes,
  )) {
    if (role === 'nom') noms.set(siren, valeur);
    else alias.set(siren, [...(alias.get(siren) ?? []), valeur]);
  }
  return { noms, alias };
}

function intercommunalite(
  [siren = '', nom = '', nature = '', debut = '', fin = '']: readonly string[],
  { noms, alias }: Noms,
): Intercommunalite {
  const lu = noms.get(siren) ?? nom;
  const sigles = [...lu.matchAll(/\s*\(([^()]+)\)/g)].map((m) =>
    (m[1] ?? '').replaceAll('.', '').toUpperCase(),
  );
  return {
    id: `intercommunalite:${siren}`,
    siren,
    nom: lu.replace(/\s*\([^()]*\)/g, ''),
    nature,
    debut: Number(debut),
    fin: Number(fin),
    alias: [...(alias.get(siren) ?? []), ...sigles],
  };
}
