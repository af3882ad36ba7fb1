import type {
  OuvertureRecherche,
  RechercheEcriture,
  ReponseRecherche,
  RequeteRecherche,
} from '../port.js';
import { appliquer } from './ecriture.js';
import { estIndexAbsent, indexAbsent, indexInstable } from './erreurs.js';
import { parmi } from './filtre.js';
import { ETAT, Interrogation, Perime } from './interrogation.js';
import { repondre, VIDE } from './lecture.js';
import { type LexiqueCharge, lireVocabulaire } from './lexique.js';
import { VERSION } from './reglages.js';
import { type Acces, type ReponseSimple, Serveur } from './serveur.js';

/** Times a search starts again because the index was replaced meanwhile. */
const REPRISES = 3;
const ANNEXE = ['genre', 'ordre', 'generation', 'contenu', 'sequence', 'version'];
const TOUTES = { page: 1, hitsPerPage: 10_000 };

/**
 * Opens the index of a Meilisearch server. Nothing is asked of it before the first search, so that
 * the program starts while the server is away; each search sees the index of its moment. With
 * `ecriture: false` searches go with a key that can do nothing else, whatever the one given, and an index that is not there is said (`indisponible`), else it is empty.
 */
export function openMeilisearch(
  acces: Acces,
  { ecriture, motFrancais = () => false }: OuvertureRecherche,
): RechercheEcriture {
  const lecteur = new Lecteur(
    new Serveur(acces, 'lecture', { restreint: !ecriture }),
    ecriture,
    motFrancais,
  );
  const serveur = new Serveur(acces, 'ecriture');
  return {
    moteur: 'Meilisearch',
    capacites: { totauxExacts: true, parChangements: false },
    chercher: (requete) => lecteur.chercher(requete),
    sequence: () => lecteur.sequence(),
    indexer: (changements) =>
      appliquer(serveur, { ...changements, documents: [...changements.documents] }),
    fermer: async () => undefined,
  };
}

class Lecteur {
  readonly #serveur: Serveur;
  /** An index that is not there is an empty one. */
  readonly #tolere: boolean;
  readonly #motFrancais: (mot: string) => boolean;
  #lexique: Promise<LexiqueCharge | undefined> | undefined;

  constructor(serveur: Serveur, tolere: boolean, motFrancais: (mot: string) => boolean) {
    this.#serveur = serveur;
    this.#tolere = tolere;
    this.#motFrancais = motFrancais;
  }

  async chercher(requete: RequeteRecherche): Promise<ReponseRecherche> {
    for (let essai = 1; essai <= REPRISES; essai += 1) {
      const lexique = await this.#vocabulaire();
      if (lexique === undefined) return VIDE;
      try {
        return await repondre(new Interrogation(this.#serveur, lexique), lexique, requete);
      } catch (erreur) {
        if (!(erreur instanceof Perime) && !estIndexAbsent(erreur)) throw erreur;
        this.#lexique = undefined;
      }
    }
    throw indexInstable();
  }

  /** Sequence of the facts that the index holds; for a writer 0 also when its version is another. */
  async sequence(): Promise<number> {
    return Number(etatDe(await this.#lire([ETAT]))?.sequence ?? 0);
  }

  /** Searches that come together read it once; an index that is not there is looked for again. */
  async #vocabulaire(): Promise<LexiqueCharge | undefined> {
    this.#lexique ??= this.#lireVocabulaire();
    try {
      const lexique = await this.#lexique;
      if (lexique === undefined) this.#lexique = undefined;
      return lexique;
    } catch (erreur) {
      this.#lexique = undefined;
      throw erreur;
    }
  }

  async #lireVocabulaire(): Promise<LexiqueCharge | undefined> {
    const annexes = await this.#lire([ETAT, 'lexique']);
    const etat = etatDe(annexes);
    if (etat === undefined) return undefined;
    const pieces = annexes
      .filter((h) => h.genre === 'lexique')
      .sort((a, b) => Number(a.ordre) - Number(b.ordre))
      .map((h) => String(h.contenu));
    return lireVocabulaire(String(etat.generation), pieces, this.#motFrancais);
  }

  /** Records of these kinds, the state among them; none when there is no index and that is allowed. */
  async #lire(genres: readonly string[]): Promise<ReponseSimple['hits']> {
    const page = { filter: parmi('genre', genres), attributesToRetrieve: ANNEXE, ...TOUTES };
    try {
      const [reponse] = await this.#serveur.chercher([page]);
      const hits = reponse?.hits ?? [];
      if (this.#tolere || etatDe(hits) !== undefined) return hits;
    } catch (erreur) {
      if (!estIndexAbsent(erreur)) throw erreur;
      if (this.#tolere) return [];
    }
    throw indexAbsent();
  }
}

/** The state of the index, undefined when it is of another version. */
function etatDe(hits: ReponseSimple['hits']): ReponseSimple['hits'][number] | undefined {
  return hits.find((h) => h.genre === ETAT && h.version === VERSION);
}
