import { readTable } from './files.js';
import type {
  Appartenance,
  Intercommunalite,
  IntercommunalitesAilleurs,
  NomPorte,
} from './types.js';

/** « (CODAH) » after a name; « Tour(s) Plus » has none. */
const PARENTHESE = /\s+\(([^()]+)\)/g;

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

/**
 * Those of the other régions, with their members and former names: a member is « 69034 » or « 69034:2020-2023 »,
 * a former name « CU:CU de Bordeaux:1999-2014 ».
 */
export function loadAilleurs(file: Fichier): IntercommunalitesAilleurs {
  const noms = loadNoms(file);
  const colonnes = ['siren', 'nom', 'nature', 'debut', 'fin', 'membres', 'anciens'];
  const lignes = readTable(file('intercommunalites-france.csv'), colonnes);
  const intercommunalites = lignes.map((ligne) => {
    const [, , , , , , anciens = ''] = ligne;
    const groupe = intercommunalite(ligne, noms);
    if (anciens === '') return groupe;
    const sigles = sigleOf(anciens).filter((s) => !groupe.alias?.includes(s));
    return {
      ...groupe,
      alias: [...(groupe.alias ?? []), ...sigles],
      sigles: [...(groupe.sigles ?? []), ...sigles],
      anciens: anciens.split('|').map(nomPorte),
    };
  });
  const appartenances = lignes.flatMap(([, , , , , membres = ''], i) => {
    const groupe = intercommunalites[i];
    const siens = membres.split(' ').filter((m) => m !== '');
    return groupe === undefined ? [] : siens.map((m) => appartenance(groupe, m));
  });
  return { intercommunalites, appartenances };
}

function nomPorte(ancien: string): NomPorte {
  const [nature = '', nom = '', annees = ''] = ancien.split(':');
  const [debut = 0, fin = 0] = annees.split('-').map(Number);
  return { nature, nom: nom.replace(PARENTHESE, ''), debut, fin };
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
  const usuels = alias.get(siren) ?? [];
  const sigles = sigleOf(lu).filter((s) => !usuels.includes(s));
  return {
    id: `intercommunalite:${siren}`,
    siren,
    nom: lu.replace(PARENTHESE, ''),
    nature,
    debut: Number(debut),
    fin: Number(fin),
    alias: [...usuels, ...sigles],
    sigles,
  };
}

/** « (Codah) », « (C.A.P.I) »: acronyms of the official names. */
function sigleOf(nom: string): string[] {
  const lus = [...nom.matchAll(PARENTHESE)].map((m) =>
    (m[1] ?? '').replaceAll('.', '').toUpperCase(),
  );
  return [...new Set(lus)];
}
