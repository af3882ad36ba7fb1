import type { Assertion } from '../../../src/domain/fait.js';
import type { Auteur } from '../../../src/domain/notice.js';
import { lireAuteur } from '../../../src/domain/notice.js';

/** What a record says of the work that it describes, as far as two records are compared by it. */
export interface Signalement {
  /** `notice:…` */
  readonly id: string;
  readonly type: string;
  readonly titre: string;
  readonly complement: string;
  readonly auteurs: readonly Auteur[];
  readonly annee: number | null;
  readonly editeur: string;
  readonly hote: string;
  readonly numero: string;
  readonly pagination: string;
  readonly isbn: readonly string[];
  readonly doi: string;
  readonly langues: readonly string[];
  /** The statement of edition as printed: « 2e éd. revue ». */
  readonly edition: string;
}

/** Tags under which each dialect keeps the statement of edition: UNIMARC, RIS, BibTeX, a column of a table. */
const EDITION = /^(?:205|ET|éditions?|editions?)(?=\s)\s*(?:[#\d ]{2}\s+)?(?:\$a\s*)?/iu;

/** What the raw facts of a record say of its work. */
export function signalementOf(id: string, assertions: readonly Assertion[]): Signalement {
  const valeurs = new Map(
    assertions.flatMap((a) => (a.objet === undefined ? [[a.predicat, a.valeur] as const] : [])),
  );
  const texte = (nom: string) => {
    const valeur = valeurs.get(nom);
    return typeof valeur === 'string' ? valeur : '';
  };
  const liste = (nom: string): string[] => {
    const valeur = valeurs.get(nom);
    return Array.isArray(valeur) ? valeur.map(String) : [];
  };
  const annee = valeurs.get('annee');
  const edition = liste('autres').find((ligne) => EDITION.test(ligne)) ?? '';
  return {
    id,
    type: texte('type') || 'document',
    titre: texte('titre'),
    complement: texte('complement'),
    auteurs: liste('auteurs').map(lireAuteur),
    annee: typeof annee === 'number' ? annee : null,
    editeur: texte('editeur'),
    hote: texte('hote'),
    numero: texte('numero'),
    pagination: texte('pagination'),
    isbn: liste('isbn'),
    doi: texte('doi'),
    langues: liste('langues'),
    edition: edition.replace(EDITION, '').replace(/\s\$[a-z].*$/, ''),
  };
}
