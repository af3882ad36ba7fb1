import { estFrancilien } from './files.js';

const ARTICLES = { 2: 'Le ', 3: 'La ', 4: 'Les ', 5: "L'", 6: 'Aux ', 7: 'Las ', 8: 'Los ' };
/** Codes MOD of the INSEE movements: a change of name (alone, or with a merger), and an absorption. */
const CHANGEMENTS_DE_NOM = ['100', '110', '120'];
const ABSORPTIONS = ['310', '311', '330', '331', '333', '390'];

/** Communes in force, without those that are only a part of another one. */
export function communesActuelles(millesime) {
  return millesime.communes
    .filter((c) => c.type === 'commune-actuelle')
    .map((c) => ({
      insee: c.code,
      nom: c.nom,
      departement: c.departement ?? c.code.slice(0, 3),
      population: c.population ?? 0,
    }));
}

/** Last year in which a name was in force, from the date (`jj-mm-aaaa` or `aaaa-mm-jj`) of its change. */
function derniereAnnee(date) {
  const parts = date.split('-').map(Number);
  const [annee, mois, jour] = parts[0] > 31 ? parts : parts.toReversed();
  return mois === 1 && jour === 1 ? annee - 1 : annee;
}

/**
 * Former names and dissolved communes of Île-de-France, each with the commune of today that
 * answers for it and the last year it was in force. The INSEE movements go to 2017, the
 * history to 2020; later changes are the differences between two yearly lists.
 */
export function anciensNoms(mouvements, millesimes) {
  const derniere = millesimes.at(-1);
  const actuelles = new Map(communesActuelles(derniere).map((c) => [c.insee, c]));
  const successeurs = lireSuccesseurs(mouvements, millesimes);
  const trouves = new Map();
  const noter = (code, nom, jusqu) => {
    const insee = resoudre(code, actuelles, successeurs);
    if (insee === undefined || !estFrancilien(insee) || actuelles.get(insee).nom === nom) return;
    const cle = `${insee};${nom}`;
    trouves.set(cle, { insee, nom, jusqu: Math.max(jusqu, trouves.get(cle)?.jusqu ?? 0) });
  };
  for (const m of mouvements) {
    const code = m.DEP + m.COM;
    const jusqu = derniereAnnee(m.EFF);
    if (CHANGEMENTS_DE_NOM.includes(m.MOD)) noter(code, avecArticle(m.TNCCANC, m.NCCANC), jusqu);
    if (ABSORPTIONS.includes(m.MOD)) noter(code, avecArticle(m.TNCCOFF, m.NCCOFF), jusqu);
  }
  for (const { historique } of millesimes) {
    for (const h of historique) {
      if (h.type === 'COM' && h.dateFin >= '2017' && estFrancilien(h.code)) {
        noter(h.code, h.nom, derniereAnnee(h.dateFin));
      }
    }
  }
  for (const millesime of millesimes.filter((m) => m.annee >= 2020)) {
    for (const c of communesActuelles(millesime)) {
      if (estFrancilien(c.insee)) noter(c.insee, c.nom, millesime.annee);
    }
  }
  return [...trouves.values()];
}

/** Which commune took in which, by code: movements, then the history (« pole »), then the last yearly list. */
function lireSuccesseurs(mouvements, millesimes) {
  const successeurs = new Map();
  for (const m of mouvements) {
    if (ABSORPTIONS.includes(m.MOD)) successeurs.set(m.DEP + m.COM, m.COMECH);
  }
  for (const h of millesimes.flatMap((m) => m.historique)) {
    if (h.pole !== undefined) successeurs.set(h.code, h.pole.replace(/^COM-|@.*$/g, ''));
  }
  for (const c of millesimes.at(-1).communes) {
    if (c.type !== 'commune-actuelle' && c.chefLieu !== undefined && c.code !== c.chefLieu) {
      successeurs.set(c.code, c.chefLieu);
    }
    for (const ancien of c.anciensCodes ?? []) successeurs.set(ancien, c.code);
  }
  return successeurs;
}

function resoudre(code, actuelles, successeurs) {
  let courant = code;
  for (let saut = 0; saut < 5 && courant !== undefined; saut += 1) {
    if (actuelles.has(courant)) return courant;
    courant = successeurs.get(courant);
  }
  return undefined;
}

function avecArticle(tncc, nom) {
  return `${ARTICLES[tncc] ?? ''}${nom}`;
}
