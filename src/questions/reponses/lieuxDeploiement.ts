import { labelDe } from '../../domain/schema.js';
import type { Contexte } from '../contexte.js';
import { anneesCouvertes } from '../couverture.js';
import { lieuxDistincts, lireDeploiement } from '../deploiement.js';
import { compter, enumerer, intercommunaliteArticle, periode } from '../francais.js';
import { deDepartement, lieu } from '../phrases.js';
import { nomCourt, texte } from '../references.js';
import type { Deploiement, Equation } from '../types.js';

/** « 15 communes », « 12 communes et 2 intercommunalités ». */
export function lieuxEnMots(deploiements: readonly Deploiement[]): string {
  const de = (type: Deploiement['type']) => deploiements.filter((d) => d.type === type);
  const [communes, epci] = [lieuxDistincts(de('Commune')), lieuxDistincts(de('Intercommunalite'))];
  return enumerer([
    ...(communes > 0 ? [compter(communes, 'commune')] : []),
    ...(epci > 0 ? [compter(epci, 'intercommunalité')] : []),
  ]);
}

/** Code of the département of a commune, null for another place. */
export function departementDe(contexte: Contexte, id: string): string | null {
  return (
    contexte.gazetteer.commune(id)?.departement ??
    texte(contexte.entites([id]).get(id), 'departement')
  );
}

/** Whether a place lies in the département or the intercommunalité asked; every place does when none is. */
export function dansTerritoire(
  contexte: Contexte,
  { departement, intercommunalite, annee }: Equation,
): (lieu: string) => boolean {
  const membres = intercommunalite && membresDe(contexte, intercommunalite.id, annee);
  const communes = (id: string): string[] =>
    labelDe(id) === 'Commune' ? [id] : [...membresDe(contexte, id, annee)];
  return (id) =>
    (membres === undefined || membres.has(id) || id === intercommunalite?.id) &&
    (departement === undefined ||
      communes(id).some((c) => `departement:${departementDe(contexte, c)}` === departement.id));
}

/** Members of an intercommunalité in the years asked, else in those the documents are of. */
export function membresDe(
  contexte: Contexte,
  intercommunalite: string,
  annee: Equation['annee'],
): ReadonlySet<string> {
  const annees = annee === undefined ? anneesCouvertes(contexte) : [annee.debut, annee.fin];
  const relations = contexte.faits.relations({ vers: intercommunalite, type: 'MEMBRE_DE' });
  const actifs = relations.filter((r) =>
    annees.some((a) => Number(r.proprietes.debut) <= a && a <= Number(r.proprietes.fin ?? 9999)),
  );
  return new Set(actifs.map((r) => r.de));
}

/** Places that a question sets aside: named ones, and those that have a dispositif it excludes. */
export async function exclusDe(
  contexte: Contexte,
  { exclus = [], annee }: Equation,
): Promise<ReadonlySet<string>> {
  const listes = await Promise.all(
    exclus.map(async ({ id, type }) => {
      if (type === 'Dispositif') {
        const lieux = await lireDeploiement(contexte, id, annee ?? null);
        return lieux.flatMap((d) => [d.id, ...membresDe(contexte, d.id, annee)]);
      }
      return [id, ...membresDe(contexte, id, annee)];
    }),
  );
  return new Set(listes.flat());
}

export function exclusEnMots(contexte: Contexte, { exclus = [] }: Equation): string {
  if (exclus.length === 0) return '';
  const parts = exclus.map((r) =>
    r.type === 'Dispositif'
      ? `celles dites dotées du dispositif ${nomCourt(contexte, r.id)}`
      : lieu(contexte, r.id),
  );
  return ` (sauf ${enumerer(parts)})`;
}

/** « du Val-d'Oise », « de la CA Val de France », with a space before. */
export function territoireEnMots(
  contexte: Contexte,
  { departement, intercommunalite }: Equation,
): string {
  if (intercommunalite !== undefined)
    return ` membres de ${intercommunaliteArticle(intercommunalite.libelle)}`;
  return departement === undefined ? '' : ` ${deDepartement(contexte, departement.id)}`;
}

/** « : 15 du Val-d'Oise (2012) et 6 de Seine-et-Marne (2016) »: the years of each, and the départements when several. */
export function datesEtDepartements(
  contexte: Contexte,
  lieux: readonly Deploiement[],
  { annee }: Equation,
): string {
  const groupes = new Map<
    string,
    { lieux: Set<string>; quand: string | null; code: string | null }
  >();
  for (const d of lieux) {
    const quand = periode(d.debut, d.fin);
    const code = d.type === 'Commune' ? departementDe(contexte, d.id) : null;
    const cle = `${quand} ${code}`;
    const groupe = groupes.get(cle) ?? { lieux: new Set<string>(), quand, code };
    groupe.lieux.add(d.id);
    groupes.set(cle, groupe);
  }
  const tous = [...groupes.values()];
  const [premier] = tous;
  if (tous.length === 1) {
    const dit = annee !== undefined && annee.debut === annee.fin;
    return dit || premier?.quand == null ? '' : ` (${premier.quand})`;
  }
  const plusieurs = new Set(tous.map((g) => g.code)).size > 1;
  const parts = tous.map((g) => {
    const ou = !plusieurs
      ? ''
      : g.code === null
        ? ` ${g.lieux.size === 1 ? 'intercommunalité' : 'intercommunalités'}`
        : ` ${deDepartement(contexte, `departement:${g.code}`)}`;
    return `${g.lieux.size}${ou}${g.quand === null ? '' : ` (${g.quand})`}`;
  });
  return ` : ${enumerer(parts)}`;
}
