import type { Bloc } from '../../../src/domain/bloc.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { Contexte } from './contexte.js';
import type { QuartierNomme } from './quartiers.js';
import { GENRE, INDICE, LIEN, quarterOfOnly } from './quartiers.js';

/** « dans le quartier Saint-Jean », « la copropriété de Grigny 2 »: a name alone, its capitals tell where it ends. */
const NOM_SEUL =
  "((?!Politique|Prioritaire|Sensible)\\p{Lu}[\\p{L}’'-]*(?:\\s+(?:(?:de la|de l[’']|des|du|de|d[’'])\\s*)?(?:\\p{Lu}[\\p{L}’'-]*|\\d{1,2}(?!\\d)))*)(?![\\p{L}\\d-])";
const SANS_COMMUNE = new RegExp(`${GENRE}\\s+(?:dits?\\s+)?${LIEN}«?\\s*${NOM_SEUL}`, 'gu');
/** « quartiers Karl-Marx et de l’Abreuvoir »: after the first of several. */
const SEUL_SUIVANT = new RegExp(`^(?:\\s*,\\s*|,?\\s+et\\s+)${LIEN}${NOM_SEUL}`, 'u');

/** Quarters that a text names without their commune, where the action touches one commune only. */
export function quartersOf(contexte: Contexte, bloc: Bloc, commune: string): QuartierNomme[] {
  // « LIRE UN QUARTIER PAR SES CHIFFRES »: all in capitals, nothing tells where a name is
  if (!INDICE.test(bloc.texte) || !/\p{Ll}/u.test(bloc.texte)) return [];
  const { annee, departement, gazetteer } = contexte;
  const lieux = gazetteer.mentions(bloc.texte, {
    annee,
    mode: 'document',
    types: ['commune', 'departement', 'intercommunalite', 'dispositif', 'organisme'],
    ...(departement === null ? {} : { departement: departement.code }),
  });
  return namedAlone(bloc.texte).flatMap(({ nom, debut }) => {
    const fin = debut + nom.length;
    // « les quartiers de Gonesse », « le quartier de la Duchère à Lyon »: other places, or one already read
    const autre = lieux.some(
      (l) => l.fin > debut && l.debut < fin && l.fin >= fin && !isVillage(contexte, l),
    );
    const suite = /^\s*»?,?\s*(?:à|\()/u.test(bloc.texte.slice(fin));
    if (autre || suite || nom.length < 3) return [];
    return [quarterOfOnly(commune, nom, debut)];
  });
}

/** Names after « quartier », alone or several after « quartiers ». */
function namedAlone(texte: string): { nom: string; debut: number }[] {
  return [...texte.matchAll(SANS_COMMUNE)].flatMap((trouve) => {
    const premier = trouve[1] ?? '';
    const noms = [{ nom: premier, debut: trouve.index + trouve[0].lastIndexOf(premier) }];
    if (!/^(?:quartiers|cités|résidences|copropriétés)/iu.test(trouve[0])) return noms;
    for (let place = trouve.index + trouve[0].length; ; ) {
      const suivant = SEUL_SUIVANT.exec(texte.slice(place));
      const nom = suivant?.[1];
      if (suivant === null || nom === undefined) return noms;
      place += suivant[0].length;
      noms.push({ nom, debut: place - nom.length });
    }
  });
}

/** A village elsewhere may have the name of a quarter: « La Bastide », of Limoges. */
function isVillage({ departement, gazetteer }: Contexte, { candidats }: Mention): boolean {
  return candidats.every(({ id }) => {
    const commune = gazetteer.commune(id);
    if (commune === undefined || commune.departement === departement?.code) return false;
    return commune.population < POPULATION_VILLAGE;
  });
}

/** A town elsewhere is no quarter. */
export const POPULATION_VILLAGE = 5_000;
