import { inflateSync } from 'fflate';
import { MaillageError } from '../../../src/domain/errors.js';
import { type Entree, lireRepertoire } from './repertoire.js';

/** The parts of a ZIP file, read one at a time: nothing is inflated before it is asked for. */
export interface Archive {
  readonly noms: ReadonlySet<string>;
  /** The bytes of a part, null when there is none of this name. Throws a MaillageError `refus`. */
  lire(nom: string): Uint8Array | null;
}

/** Limits of an archive, against files made to fill the memory. */
export interface LimitesArchive {
  readonly entrees: number;
  /** Inflated bytes of all the parts that are read together. */
  readonly total: number;
  /** Largest ratio of inflated to stored bytes of one part, past `libre` bytes. */
  readonly rapport: number;
  /** A long table of like rows deflates a thousand times: what is not large may inflate as it likes. */
  readonly libre: number;
}

const MO = 1024 * 1024;
const LIMITES: LimitesArchive = { entrees: 5000, total: 120 * MO, rapport: 200, libre: 50 * MO };
const STOCKE = 0;
const DEFLATE = 8;

const REMEDE = 'Vérifiez son origine, ouvrez-le et enregistrez-le de nouveau.';

/** Opens a ZIP file. Throws a MaillageError `refus` when it is cut, encrypted or made to harm. */
export function ouvrirArchive(octets: Uint8Array, limites: LimitesArchive = LIMITES): Archive {
  const entrees = lireRepertoire(octets, limites.entrees);
  if (entrees === null) throw refus('le document est tronqué ou abîmé');
  const parNom = new Map<string, Entree>();
  for (const e of entrees) {
    if (parNom.has(e.nom)) throw refus(`le document contient deux parties « ${e.nom} »`);
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(e.nom))
      throw refus(`le document contient un chemin interdit (« ${e.nom} »)`);
    parNom.set(e.nom, e);
  }
  let reste = limites.total;
  return {
    noms: new Set(parNom.keys()),
    lire(nom) {
      const entree = parNom.get(nom);
      if (entree === undefined) return null;
      reste -= entree.taille;
      const gonflee =
        entree.taille > limites.libre && entree.taille > entree.stockee * limites.rapport;
      if (reste < 0 || gonflee) throw refus('le document, une fois décompressé, est démesuré');
      return extraire(octets, entree);
    },
  };
}

function extraire(octets: Uint8Array, entree: Entree): Uint8Array {
  if (entree.chiffree) {
    throw new MaillageError(
      'refus',
      'le document est protégé par un mot de passe',
      'Enregistrez-en une copie sans mot de passe, puis reprenez.',
    );
  }
  const donnees = octets.subarray(entree.debut, entree.debut + entree.stockee);
  if (donnees.length < entree.stockee) throw refus('le document est tronqué ou abîmé');
  if (entree.methode === STOCKE && entree.taille === entree.stockee) return donnees;
  if (entree.methode !== DEFLATE) throw refus('le document est compressé d’une façon inconnue');
  try {
    // the room is what the directory says: a part that inflates to more is cut there, never grown
    return inflateSync(donnees, { out: new Uint8Array(entree.taille) });
  } catch (cause) {
    throw refus('le document est tronqué ou abîmé', cause);
  }
}

function refus(message: string, cause?: unknown): MaillageError {
  return new MaillageError('refus', message, REMEDE, cause === undefined ? {} : { cause });
}
