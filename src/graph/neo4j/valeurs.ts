import neo4j, { type Integer } from 'neo4j-driver';
import type { Valeur } from '../../domain/fait.js';
import type { Entite, Relation } from '../../domain/vue.js';
import { type Colonne, colonnesLabel, colonnesRelation } from '../ddl.js';
import type { ParametresCypher } from '../port.js';

type ValeurNeo4j = string | number | boolean | Integer | readonly (string | number | Integer)[];
type Carte = Readonly<Record<string, ValeurNeo4j>>;

export interface LigneEntite {
  readonly id: string;
  readonly proprietes: Carte;
}

export interface LigneRelation extends LigneEntite {
  readonly de: string;
  readonly vers: string;
}

export function ligneEntite(entite: Entite): LigneEntite {
  const { id, libelle, faits } = entite;
  const proprietes = carte(
    { ...entite.proprietes, id, libelle, faits },
    colonnesLabel(entite.type),
  );
  return { id, proprietes };
}

export function ligneRelation(relation: Relation, preuve: string | undefined): LigneRelation {
  const { id, de, vers, faits } = relation;
  const proprietes = carte({ ...relation.proprietes, id, faits }, colonnesRelation(relation.type));
  const lisible = preuve === undefined ? {} : { preuve };
  return { id, de, vers, proprietes: { ...proprietes, ...lisible } };
}

function carte(valeurs: Readonly<Record<string, Valeur>>, colonnes: readonly Colonne[]): Carte {
  return Object.fromEntries(
    colonnes.flatMap(({ nom }) => {
      const valeur = valeurs[nom];
      return valeur === undefined ? [] : [[nom, versNeo4j(valeur)]];
    }),
  );
}

/** A JavaScript number is a float for the server, and « 2012.0 » for who reads the graph there. */
function versNeo4j(valeur: Valeur | readonly string[] | readonly number[]): ValeurNeo4j {
  if (Array.isArray(valeur)) return valeur.map((v: string | number) => entier(v));
  return entier(valeur as string | number | boolean);
}

function entier<T extends string | number | boolean>(valeur: T): T | Integer {
  return typeof valeur === 'number' && Number.isInteger(valeur) ? neo4j.int(valeur) : valeur;
}

/** Parameters of a question: LIMIT accepts no float. */
export function parametresNeo4j(parametres: ParametresCypher): Record<string, ValeurNeo4j> {
  return Object.fromEntries(
    Object.entries(parametres).map(([cle, valeur]) => [cle, versNeo4j(valeur)]),
  );
}
