import { MaillageError } from '../domain/errors.js';
import { slug } from '../domain/ids.js';
import { definitionLabel, type Label, labelDe } from '../domain/schema.js';
import type { Entite } from '../domain/vue.js';
import { fold } from '../french/fold.js';
import { distance, fautesPermises } from '../french/typo.js';
import { type Contexte, estIdConnu } from './contexte.js';
import { enumerer } from './francais.js';

/** Shapes of bare codes: an INSEE code (« 95268 », « 2A004 »), a SIREN, a département code. */
const CODES: readonly (readonly [RegExp, Label])[] = [
  [/^\d[\dAB]\d{3}$/i, 'Commune'],
  [/^\d{9}$/, 'Intercommunalite'],
  [/^(\d{2}|2[AB]|97\d)$/i, 'Departement'],
];

const NOMS_TYPES: Partial<Readonly<Record<Label, string>>> = {
  Action: 'Action',
  Commune: 'Commune',
  Departement: 'Département',
  Dispositif: 'Dispositif',
  Intercommunalite: 'Intercommunalité',
  Notice: 'Notice',
  Organisme: 'Intervenant',
  Personne: 'Intervenant',
  Programme: 'Programme',
  Quartier: 'Quartier',
};

/**
 * The id that an address or a person gives, made whole: « 95268 » is `commune:95268`, « pre » with
 * `Dispositif` expected is `dispositif:pre`. Does not say that it exists.
 */
function completerId(brut: string, types: readonly Label[]): string[] {
  if (estIdConnu(brut)) return [brut];
  const code = CODES.find(([motif, label]) => types.includes(label) && motif.test(brut));
  if (code !== undefined) return [`${definitionLabel(code[1]).prefixe}:${brut.toUpperCase()}`];
  return types.flatMap((type) => [
    `${definitionLabel(type).prefixe}:${brut}`,
    `${definitionLabel(type).prefixe}:${slug(brut)}`,
  ]);
}

/**
 * The entity of an id of one of these types.
 * @throws MaillageError `introuvable`, with the nearest names when there are some
 */
export function resolveEntite(contexte: Contexte, brut: string, types: readonly Label[]): Entite {
  const ids = completerId(brut, types).filter((id) => types.includes(labelDe(id)));
  // a joined id answers for the entity it was joined to
  const courants = ids.map((id) => contexte.faits.alias(id) ?? id);
  const trouvees = contexte.entites(courants);
  for (const id of courants) {
    const entite = trouvees.get(id) ?? entiteSeed(contexte, id);
    if (entite !== undefined) return entite;
  }
  throw introuvable(contexte, brut, types);
}

/** Same, for a caller that only needs the id. */
export function resolveId(contexte: Contexte, brut: string, types: readonly Label[]): string {
  return resolveEntite(contexte, brut, types).id;
}

/** A commune or a dispositif that the seeds know and that no fact names yet: it exists, the base is silent on it. */
function entiteSeed(contexte: Contexte, id: string): Entite | undefined {
  const commune = contexte.gazetteer.commune(id);
  if (commune !== undefined) {
    const { insee, nom, departement } = commune;
    return {
      type: 'Commune',
      id,
      libelle: nom,
      proprietes: { nom, insee, departement },
      faits: [],
    };
  }
  const { dispositifs, intercommunalites } = contexte.gazetteer.referentiels;
  const autre = dispositifs.find((d) => d.id === id) ?? intercommunalites.find((e) => e.id === id);
  if (autre === undefined) return undefined;
  return { type: labelDe(id), id, libelle: autre.nom, proprietes: { nom: autre.nom }, faits: [] };
}

function introuvable(contexte: Contexte, brut: string, types: readonly Label[]): MaillageError {
  const premier = types[0];
  const quoi = (premier === undefined ? undefined : NOMS_TYPES[premier]) ?? 'Élément';
  const proches = nomsProches(contexte, brut, types);
  const remede =
    proches.length === 0
      ? 'Vérifiez l’identifiant, ou cherchez par le nom avec la recherche.'
      : `Vouliez-vous dire ${enumerer(proches)} ?`;
  return new MaillageError('introuvable', `${quoi} introuvable : « ${brut} ».`, remede);
}

/** Names of the base that start like what was typed, or are a few letters away; three at most. */
function nomsProches(contexte: Contexte, brut: string, types: readonly Label[]): string[] {
  const tape = fold(brut.slice(brut.indexOf(':') + 1)).replace(/-/g, ' ');
  if (tape.length < 3) return [];
  const noms = types.flatMap((type) => contexte.tous(type));
  const proches = noms.flatMap((entite) => {
    const nom = fold(entite.libelle).replace(/-/g, ' ');
    const rang = nom.startsWith(tape) ? 0 : distance(nom, tape, Math.max(1, fautesPermises(tape)));
    return rang <= fautesPermises(tape) ? [{ entite, rang }] : [];
  });
  const tries = proches.sort((a, b) => a.rang - b.rang).slice(0, 3);
  return tries.map(({ entite }) => `« ${entite.libelle} » (${entite.id})`);
}
