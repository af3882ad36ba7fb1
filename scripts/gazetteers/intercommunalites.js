import { estFrancilien } from './files.js';

/** Last year of the joined yearly lists; 2018 is not published in the yearly packages. */
const DERNIERE_LISTE = 2017;
/** Year the établissements publics territoriaux began (law NOTRe); their lists are published from 2023 on. */
const DEBUT_EPT = 2016;
const OUVERT = 9999;

/**
 * Intercommunalités of Île-de-France and the years in which each commune was a member
 * (inclusive; 9999: still open in the last yearly list).
 */
export function intercommunalites(lignes, millesimes) {
  const noms = new Map();
  const annees = new Map();
  const noter = (siren, nom, nature, insee, annee) => {
    if (!estFrancilien(insee)) return;
    retenirNom(noms, siren, { nom: nom.replace(/\s+/g, ' '), nature, annee });
    const cle = `${siren};${insee}`;
    annees.set(cle, (annees.get(cle) ?? new Set()).add(annee));
  };
  for (const l of lignes) {
    for (let annee = Number(l.annee_debut); annee <= Number(l.annee_fin); annee += 1) {
      noter(l.siren, l.nom, l.nature, l.insee, annee);
    }
  }
  for (const m of millesimes) {
    for (const e of [...m.epci, ...m.ept]) {
      for (const membre of e.membres) noter(e.code, e.nom, e.type, membre.code, m.annee);
    }
  }
  const derniere = millesimes.at(-1).annee;
  combler(annees, noms, millesimes);
  const appartenances = [...annees].flatMap(([cle, ensemble]) => {
    const [siren, insee] = cle.split(';');
    return intervalles(ensemble, derniere).map((i) => ({ siren, insee, ...i }));
  });
  return { appartenances, liste: decrire(noms, appartenances) };
}

/**
 * Intercommunalités of the other régions, by the yearly lists of 1999 to 2017 (`lignes`) and from 2019 on: one row
 * each, with its members in force today (« 69034 », or « 69034:2020-2023 » when it was one for a part of these years
 * only) and the names it had before (« CU de Bordeaux:1999-2014 »).
 */
export function intercommunalitesAilleurs(lignes, millesimes, communes) {
  const actuelles = new Set(communes.map((c) => c.insee));
  const franciliens = new Set();
  const noms = new Map();
  const portes = new Map();
  const annees = new Map();
  const noter = (siren, nom, nature, insee, annee) => {
    // A grouping with a member in Île-de-France is in the other list.
    if (estFrancilien(insee)) franciliens.add(siren);
    const vu = { nom: nom.replace(/\s+/g, ' '), nature: nature.replace('METRO69', 'MET69'), annee };
    retenirNom(noms, siren, vu);
    const siens = portes.get(siren) ?? new Map();
    portes.set(siren, siens.set(annee, vu));
    if (!actuelles.has(insee)) return;
    const cle = `${siren};${insee}`;
    annees.set(cle, (annees.get(cle) ?? new Set()).add(annee));
  };
  for (const l of lignes) noter(l.siren, l.nom, l.nature, l.insee, l.annee);
  for (const m of millesimes) {
    for (const e of m.epci)
      for (const membre of e.membres) noter(e.code, e.nom, e.type, membre.code, m.annee);
  }
  combler(annees, noms, millesimes);
  const derniere = millesimes.at(-1).annee;
  const appartenances = new Map();
  for (const [cle, ensemble] of annees) {
    const [siren, insee] = cle.split(';');
    if (franciliens.has(siren)) continue;
    const siennes = intervalles(ensemble, derniere).map((i) => ({ siren, insee, ...i }));
    appartenances.set(siren, [...(appartenances.get(siren) ?? []), ...siennes]);
  }
  return decrire(noms, [...appartenances.values()].flat()).map((liste) => ({
    ...liste,
    membres: membres(liste, appartenances.get(liste.siren)),
    anciens: anciens(liste, portes.get(liste.siren)),
  }));
}

function membres({ debut, fin }, appartenances) {
  return appartenances
    .map((a) => (a.debut === debut && a.fin === fin ? a.insee : `${a.insee}:${a.debut}-${a.fin}`))
    .sort()
    .join(' ');
}

/** A name without case, accents, punctuation nor nature (the list of 2004 writes none): « CU de Bordeaux » is « de Bordeaux ». */
function cle(nom) {
  const plie = nom.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plie
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:ca|cc|cu|c a|c c|c u|d|district|san) /, '')
    .replace(/^(?:de la|de l|des|du|de|d) /, '')
    .trim();
}

/** Names and natures before the last ones, each with its years. */
function anciens({ nom, nature }, portes) {
  const vus = new Map();
  for (const [annee, vu] of [...portes].sort(([a], [b]) => a - b)) {
    const k = `${vu.nature};${cle(vu.nom)}`;
    if (k === `${nature};${cle(nom)}`) continue;
    const connu = vus.get(k) ?? { nom: vu.nom, nature: vu.nature, debut: annee };
    // the list of 2004 writes no nature, those of the first years only capitals
    vus.set(k, { ...connu, nom: annee === 2004 ? connu.nom : vu.nom, fin: annee });
  }
  return [...vus.values()]
    .map((v) => `${v.nature}:${v.nom.replaceAll(/[:|"]/g, ' ').trim()}:${v.debut}-${v.fin}`)
    .join('|');
}

/** The latest name, and a name in capitals only when there is no other (« CC VAL DE FRANCE »). */
function retenirNom(noms, siren, vu) {
  const connu = noms.get(siren);
  const capitales = (nom) => nom === nom.toUpperCase();
  if (
    connu === undefined ||
    (vu.annee >= connu.annee && (!capitales(vu.nom) || capitales(connu.nom)))
  ) {
    noms.set(siren, vu);
  }
}

/** Years between two lists that both have the membership; and the EPT from their creation on. */
function combler(annees, noms, millesimes) {
  const listes = [DERNIERE_LISTE, ...millesimes.map((m) => m.annee)];
  const premierEpt = millesimes.find((m) => m.ept.length > 0)?.annee;
  for (const [cle, ensemble] of annees) {
    for (const [i, annee] of listes.entries()) {
      const suivante = listes[i + 1];
      if (suivante === undefined || !ensemble.has(annee) || !ensemble.has(suivante)) continue;
      for (let a = annee + 1; a < suivante; a += 1) ensemble.add(a);
    }
    const ept = noms.get(cle.split(';')[0]).nature === 'EPT';
    if (ept && ensemble.has(premierEpt)) {
      for (let a = DEBUT_EPT; a < premierEpt; a += 1) ensemble.add(a);
    }
  }
}

function intervalles(ensemble, derniere) {
  const resultat = [];
  for (const annee of [...ensemble].sort((a, b) => a - b)) {
    const courant = resultat.at(-1);
    if (courant !== undefined && courant.fin === annee - 1) courant.fin = annee;
    else resultat.push({ debut: annee, fin: annee });
  }
  return resultat.map((i) => (i.fin === derniere ? { ...i, fin: OUVERT } : i));
}

function decrire(noms, appartenances) {
  const bornes = new Map();
  for (const a of appartenances) {
    const b = bornes.get(a.siren) ?? { debut: a.debut, fin: a.fin };
    bornes.set(a.siren, { debut: Math.min(b.debut, a.debut), fin: Math.max(b.fin, a.fin) });
  }
  return [...bornes].map(([siren, b]) => ({ siren, ...noms.get(siren), ...b }));
}
