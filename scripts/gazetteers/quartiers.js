const MARQUE_INTERCOMMUNAL = /\s*\(1\)/g;
/** ZUS were created by the decree of 26 December 1996 and ended on 31 December 2014. */
const DEBUT = 1997;
const FIN = 2014;

const slug = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Same quarter whatever its generic word and article: « Quartier de La Galathée » is « Quartier de la Galathée ». */
const cleDe = (nom) => slug(nom.replace(/^(quartier|cité)\s+(de la|de l'|des|du|de)\s+/i, ''));

/**
 * ZUS of a département: one row a quarter, with all its communes. « (1) » marks a quarter
 * lying in several communes: those are joined by their name, the others are one a commune.
 */
export function quartiers(lignes, communes) {
  const parNom = new Map(communes.map((c) => [slug(c.nom), c.insee]));
  const trouves = new Map();
  for (const ligne of lignes) {
    const [commune, liste] = Object.values(ligne);
    const insee = parNom.get(slug(commune));
    if (insee === undefined)
      throw new Error(`Commune inconnue dans la liste des ZUS : « ${commune} »`);
    for (const { nom, intercommunal } of noms(liste)) {
      const cle = intercommunal ? cleDe(nom) : `${insee}-${cleDe(nom)}`;
      const connu = trouves.get(cle) ?? { nom, communes: [] };
      trouves.set(cle, { ...connu, communes: [...connu.communes, insee] });
    }
  }
  return [...trouves.values()].map((q) => ({
    id: `quartier:zus-${Math.min(...q.communes.map(Number))}-${cleDe(q.nom)}`,
    nom: q.nom,
    nature: 'ZUS',
    communes: q.communes.sort().join(' '),
    debut: DEBUT,
    fin: FIN,
  }));
}

function noms(liste) {
  return liste
    .replace(/\(1\)\s*\(([^()]+)\)\s*\(1\)/g, '(1) ; $1 (1)')
    .split(/\s*;\s*/)
    .map((texte) => ({
      nom: texte.replace(MARQUE_INTERCOMMUNAL, '').trim(),
      intercommunal: texte.includes('(1)'),
    }));
}
