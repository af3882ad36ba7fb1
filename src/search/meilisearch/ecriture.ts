import { createHash } from 'node:crypto';
import type { ChangementsIndexListes, DocumentIndexe } from '../port.js';
import { VERSION_MINIMALE, versionTropAncienne } from './erreurs.js';
import { documentDe, type Fiche } from './fiche.js';
import { ETAT } from './interrogation.js';
import {
  type Annexe,
  creerRecueil,
  enregistrements,
  envois,
  siglesDe,
  synonymesDe,
} from './recueil.js';
import { reglages, reglagesDesMots, VERSION } from './reglages.js';
import type { Serveur } from './serveur.js';

/** Records read at once. */
const LECTURE = 1_000;
const CONTEXTE = 'Écriture de l’index';

/**
 * Brings the index to `changements`: a second index is made, then takes the place of the first in
 * one step, so that there is an answer at every moment and nothing is half written. What a run that
 * was cut short left behind goes first.
 */
export async function appliquer(
  serveur: Serveur,
  changements: ChangementsIndexListes,
): Promise<void> {
  await verifierVersion(serveur);
  await serveur.supprimer(CONTEXTE, construction(serveur));
  const documents = changements.complet
    ? changements.documents
    : await suivants(serveur, changements);
  const generation = generationDe(documents);
  const etat = { cle: ETAT, genre: 'etat', ordre: -1, generation } as const;
  const neuf = { ...etat, sequence: changements.sequence, version: VERSION };
  const { index } = serveur;
  if ((await lireEtat(serveur))?.generation === generation) {
    await serveur.ecrire(CONTEXTE, (c) => c.index(index).addDocuments([neuf]));
    return;
  }
  await construire(serveur, documents, neuf);
  await remplacer(serveur);
}

/** The state of the index as a writer reads it, undefined without an index or with one of another version. */
async function lireEtat(serveur: Serveur): Promise<{ generation: unknown } | undefined> {
  const lu = await serveur.ecrire(CONTEXTE, (c) =>
    c.httpRequest.get({ path: `indexes/${serveur.index}/documents/${ETAT}` }),
  );
  const etat = lu as { generation: unknown; version: unknown } | undefined;
  return etat?.version === VERSION ? etat : undefined;
}

const construction = (serveur: Serveur): string => `${serveur.index}-construction`;

async function construire(
  serveur: Serveur,
  documents: readonly DocumentIndexe[],
  etat: Annexe,
): Promise<void> {
  const uid = construction(serveur);
  const ecrire = (demande: Parameters<Serveur['ecrire']>[1]) => serveur.ecrire(CONTEXTE, demande);
  const regler = (body: object) =>
    ecrire((c) => c.httpRequest.patch({ path: `indexes/${uid}/settings`, body }));
  await ecrire((c) => c.createIndex(uid, { primaryKey: 'cle' }));
  await regler(reglages());
  const recueil = creerRecueil();
  const path = `indexes/${uid}/documents`;
  const corps = envois(enregistrements(documents, etat, recueil));
  await serveur.ecrireEnFile(
    CONTEXTE,
    chaque(
      corps,
      (body) => (c) => c.httpRequest.post({ path, contentType: 'application/json', body }),
    ),
  );
  await regler(reglagesDesMots(siglesDe(recueil), synonymesDe(recueil)));
}

function* chaque<T, U>(liste: Iterable<T>, f: (t: T) => U): Generator<U> {
  for (const t of liste) yield f(t);
}

/** Puts the new index in the place of the old one, which goes away. */
async function remplacer(serveur: Serveur): Promise<void> {
  const uid = construction(serveur);
  const { index } = serveur;
  await serveur.ecrire(CONTEXTE, async (c) =>
    (await existe(serveur, index)) ? undefined : c.createIndex(index, { primaryKey: 'cle' }),
  );
  await serveur.ecrire(CONTEXTE, (c) =>
    c.httpRequest.post({ path: 'swap-indexes', body: [{ indexes: [index, uid] }] }),
  );
  await serveur.supprimer(CONTEXTE, uid);
}

async function existe(serveur: Serveur, uid: string): Promise<boolean> {
  const lu = await serveur.ecrire(CONTEXTE, (c) => c.httpRequest.get({ path: `indexes/${uid}` }));
  return lu !== undefined;
}

/** Documents of the index once some of them are changed: those that stay, in their order, then the new ones. */
async function suivants(
  serveur: Serveur,
  { documents, retires }: ChangementsIndexListes,
): Promise<DocumentIndexe[]> {
  const partants = new Set([...retires, ...documents.map((d) => d.id)]);
  const presents: Fiche[] = [];
  for (let offset = 0; ; offset += LECTURE) {
    const lu = await serveur.ecrire(CONTEXTE, (c) =>
      c.httpRequest.post({
        path: `indexes/${serveur.index}/documents/fetch`,
        body: { filter: 'genre = document', offset, limit: LECTURE },
      }),
    );
    const { results } = (lu ?? { results: [] }) as { results: Fiche[] };
    presents.push(...results);
    if (results.length < LECTURE) break;
  }
  const gardes = presents
    .sort((a, b) => a.ordre - b.ordre)
    .map(documentDe)
    .filter((d) => !partants.has(d.id));
  return [...gardes, ...documents];
}

/** Same documents, same name: readers keep the vocabulary that they have read of it. */
function generationDe(documents: readonly DocumentIndexe[]): string {
  const empreinte = createHash('sha256').update(String(VERSION));
  for (const d of documents) empreinte.update(JSON.stringify(d)).update('\n');
  return empreinte.digest('hex').slice(0, 16);
}

async function verifierVersion(serveur: Serveur): Promise<void> {
  const lu = await serveur.ecrire(CONTEXTE, (c) => c.getVersion());
  const { pkgVersion = '' } = (lu ?? {}) as { pkgVersion?: string };
  const [majeure = 0, mineure = 0] = pkgVersion.split('.').map(Number);
  const [a, b] = VERSION_MINIMALE;
  if (majeure < a || (majeure === a && mineure < b)) throw versionTropAncienne(pkgVersion);
}
