import type { Assertion, Preuve, Valeur } from '../../src/domain/fait.js';
import type { TypeRelation } from '../../src/domain/schema.js';
import type { Appartenance, Commune, Referentiels } from '../../src/gazetteer/types.js';

const REGLE = 'referentiel@1';

type NomReferentiel = keyof Referentiels['millesimes'];

/**
 * What the seeds say, as facts with their proof (list, vintage, key): the communes of every région
 * whose intercommunalités are known, these intercommunalités by year, the quarters, the départements,
 * the dispositifs, themes and publics.
 */
export function referenceAssertions(r: Referentiels): Assertion[] {
  const connues = new Set(r.appartenances.map((a) => a.commune));
  const departements = new Set(
    r.communes.filter((c) => connues.has(c.id)).map((c) => c.departement),
  );
  return [
    ...r.departements.flatMap((d) => departementAssertions(r, d)),
    ...r.communes
      .filter((c) => departements.has(c.departement))
      .flatMap((c) => communeAssertions(r, c)),
    ...r.intercommunalites.flatMap((i) => intercommunaliteAssertions(r, i)),
    ...r.appartenances.map((a) => appartenanceAssertion(r, a)),
    ...r.quartiers.flatMap((q) => quartierAssertions(r, q)),
    ...r.dispositifs.flatMap((d) => dispositifAssertions(r, d)),
    ...r.themes.map((t) => propriete(r, 'themes', t.id, t.id, 'nom', t.nom)),
    ...r.publics.map((p) => propriete(r, 'publics', p.id, p.id, 'nom', p.nom)),
  ];
}

/** Name and département of one commune: also asserted for a commune elsewhere that a document cites. */
export function communeAssertions(r: Referentiels, c: Commune): Assertion[] {
  const anciens = [...new Set(c.anciensNoms.map((a) => a.nom))];
  return [
    propriete(r, 'communes', c.insee, c.id, 'nom', c.nom),
    propriete(r, 'communes', c.insee, c.id, 'insee', c.insee),
    propriete(r, 'communes', c.insee, c.id, 'departement', c.departement),
    ...(anciens.length === 0
      ? []
      : [propriete(r, 'communes', c.insee, c.id, 'anciensNoms', anciens)]),
    relation(r, 'communes', c.insee, 'SITUE_DANS', c.id, `departement:${c.departement}`),
  ];
}

/** The official membership of a commune in a year, as the fact that the base holds; undefined when there is none. */
export function membershipFact(
  r: Referentiels,
  commune: string,
  intercommunalite: string,
  annee: number,
): Assertion | undefined {
  const trouvee = [...r.appartenances, ...(r.ailleurs?.appartenances ?? [])].find(
    (a) =>
      a.commune === commune &&
      a.intercommunalite === intercommunalite &&
      a.debut <= annee &&
      annee <= a.fin,
  );
  return trouvee === undefined ? undefined : appartenanceAssertion(r, trouvee);
}

/** An intercommunalité outside the seeds' own facts that a document names, with its members in a year. */
export function intercommunaliteAilleurs(
  r: Referentiels,
  id: string,
  annee: number,
): { assertions: Assertion[]; membres: string[] } {
  const { intercommunalites = [], appartenances = [] } = r.ailleurs ?? {};
  const trouvees = intercommunalites.filter((i) => i.id === id);
  const siennes = appartenances.filter(
    (a) => a.intercommunalite === id && a.debut <= annee && annee <= a.fin,
  );
  return {
    assertions: [
      ...trouvees.flatMap((i) => intercommunaliteAssertions(r, i)),
      ...siennes.map((a) => appartenanceAssertion(r, a)),
    ],
    membres: siennes.map((a) => a.commune),
  };
}

/** Sigle and name of an organisation of the seeds. */
export function organismeAssertions(r: Referentiels, id: string): Assertion[] {
  const connu = r.organismes.find((o) => o.id === id);
  if (connu === undefined) return [];
  const nom = propriete(r, 'organismes', id, id, 'nom', connu.nom);
  return connu.sigle === null
    ? [nom]
    : [nom, propriete(r, 'organismes', id, id, 'sigle', connu.sigle)];
}

function departementAssertions(
  r: Referentiels,
  d: Referentiels['departements'][number],
): Assertion[] {
  const code = d.id.slice('departement:'.length);
  return [
    propriete(r, 'departements', code, d.id, 'nom', d.nom),
    propriete(r, 'departements', code, d.id, 'code', code),
  ];
}

function intercommunaliteAssertions(
  r: Referentiels,
  i: Referentiels['intercommunalites'][number],
): Assertion[] {
  return (['nom', 'siren', 'nature', 'debut', 'fin'] as const).map((nom) =>
    propriete(r, 'intercommunalites', i.siren, i.id, nom, i[nom]),
  );
}

function appartenanceAssertion(r: Referentiels, a: Appartenance): Assertion {
  const cle = `${a.commune}|${a.intercommunalite}|${a.debut}-${a.fin}`;
  return {
    ...relation(r, 'intercommunalites', cle, 'MEMBRE_DE', a.commune, a.intercommunalite),
    proprietes: { debut: a.debut, fin: a.fin },
  };
}

function quartierAssertions(r: Referentiels, q: Referentiels['quartiers'][number]): Assertion[] {
  return [
    propriete(r, 'quartiers', q.id, q.id, 'nom', q.nom),
    propriete(r, 'quartiers', q.id, q.id, 'nature', q.nature),
    ...q.communes.map((commune) => relation(r, 'quartiers', q.id, 'SITUE_DANS', q.id, commune)),
  ];
}

function dispositifAssertions(
  r: Referentiels,
  d: Referentiels['dispositifs'][number],
): Assertion[] {
  const simple = (['nom', 'sigle', 'definition', 'debut', 'fin'] as const).flatMap((nom) => {
    const valeur = d[nom];
    return valeur === null ? [] : [propriete(r, 'dispositifs', d.id, d.id, nom, valeur)];
  });
  return [
    ...simple,
    ...d.predecesseurs.map((p) => relation(r, 'dispositifs', d.id, 'SUCCEDE_A', d.id, p)),
    ...d.releveDe.map((p) => relation(r, 'dispositifs', d.id, 'RELEVE_DE', d.id, p)),
  ];
}

function preuve(r: Referentiels, referentiel: NomReferentiel, cle: string): Preuve {
  return { ...r.millesimes[referentiel], cle };
}

function propriete(
  r: Referentiels,
  referentiel: NomReferentiel,
  cle: string,
  sujet: string,
  predicat: string,
  valeur: Valeur,
): Assertion {
  return {
    sujet,
    predicat,
    valeur,
    statut: 'reference',
    regle: REGLE,
    preuves: [preuve(r, referentiel, cle)],
  };
}

function relation(
  r: Referentiels,
  referentiel: NomReferentiel,
  cle: string,
  predicat: TypeRelation,
  sujet: string,
  objet: string,
): Assertion {
  return {
    sujet,
    predicat,
    objet,
    statut: 'reference',
    regle: REGLE,
    preuves: [preuve(r, referentiel, cle)],
  };
}
