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
 * Intercommunalités of the other régions, by the yearly lists: one row each, with its members
 * (« 69034 », or « 69034:2020-2023 » when it was one for a part of these years only).
 */
export function intercommunalitesAilleurs(millesimes) {
  const noms = new Map();
  const annees = new Map();
  for (const m of millesimes) {
    for (const e of m.epci) {
      // A grouping with a member in Île-de-France is in the other list.
      if (e.membres.some((membre) => estFrancilien(membre.code))) continue;
      retenirNom(noms, e.code, { nom: e.nom.replace(/\s+/g, ' '), nature: e.type, annee: m.annee });
      for (const membre of e.membres) {
        const cle = `${e.code};${membre.code}`;
        annees.set(cle, (annees.get(cle) ?? new Set()).add(m.annee));
      }
    }
  }
  const derniere = millesimes.at(-1).annee;
  const appartenances = [...annees].flatMap(([cle, ensemble]) => {
    const [siren, insee] = cle.split(';');
    return intervalles(ensemble, derniere).map((i) => ({ siren, insee, ...i }));
  });
  return decrire(noms, appartenances).map((liste) => ({
    ...liste,
    membres: membres(liste, appartenances),
  }));
}

function membres({ siren, debut, fin }, appartenances) {
  return appartenances
    .filter((a) => a.siren === siren)
    .map((a) => (a.debut === debut && a.fin === fin ? a.insee : `${a.insee}:${a.debut}-${a.fin}`))
    .sort()
    .join(' ');
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
