/**
 * The program of the child process in which a catalogue is read (`lecture.ts` starts it, with its
 * limits): answers its parts one by one, each once the last but one was taken, and ends.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { MaillageError } from '../../../src/domain/errors.js';
import { packageRoot } from '../../../src/domain/racine.js';
import { createGazetteer } from '../../../src/gazetteer/gazetteer.js';
import { loadReferentiels } from '../../../src/gazetteer/load.js';
import type { OptionsCatalogue } from '../../formats/catalogue/catalogue.js';
import { FORMATS_CATALOGUE } from '../../formats/catalogue/registry.js';
import type { PartCatalogue } from './lots.js';
import { buildParts } from './lots.js';

/** What the parent asks. */
export interface DemandeCatalogue {
  readonly genre: 'demande';
  readonly chemin: string;
  readonly fichier: string;
  readonly format: string;
  readonly catalogue: string;
  readonly regles: string;
  readonly connues: ReadonlyMap<string, string>;
  readonly options: Pick<OptionsCatalogue, 'tableaux'>;
}

export type ReponseCatalogue =
  | { readonly genre: 'part'; readonly part: PartCatalogue }
  | { readonly genre: 'colonnes'; readonly tableau: string }
  | { readonly genre: 'fin' }
  | { readonly genre: 'refus'; readonly message: string; readonly remede: string };

/** Parts on their way at once: the reading goes on while the parent writes, and no further. */
const EN_ROUTE = 2;

/** Resolves once fewer than `EN_ROUTE` parts are on their way. */
function createGate(): { sent(): Promise<void>; taken(): void } {
  let enRoute = 0;
  let ouvrir: (() => void) | undefined;
  return {
    sent() {
      enRoute += 1;
      if (enRoute < EN_ROUTE) return Promise.resolve();
      return new Promise((resolve) => {
        ouvrir = resolve;
      });
    },
    taken() {
      enRoute -= 1;
      ouvrir?.();
      ouvrir = undefined;
    },
  };
}

async function answer(demande: DemandeCatalogue, porte: ReturnType<typeof createGate>) {
  const format = FORMATS_CATALOGUE.find((f) => f.nom === demande.format);
  if (format === undefined) throw new Error(`format inconnu : ${demande.format}`);
  const gazetteer = createGazetteer(loadReferentiels(join(packageRoot(), 'seeds')));
  const octets = createReadStream(demande.chemin, { highWaterMark: 1 << 18 });
  const surColonnes = (tableau: string): void => send({ genre: 'colonnes', tableau });
  const lus = format.lire(octets, { ...demande.options, surColonnes });
  for await (const part of buildParts(lus, { ...demande, gazetteer })) {
    send({ genre: 'part', part });
    await porte.sent();
  }
}

function send(reponse: ReponseCatalogue, ensuite: () => void = () => undefined): void {
  process.send?.(reponse, ensuite);
}

function refusal(fichier: string, erreur: unknown): ReponseCatalogue {
  if (erreur instanceof MaillageError) {
    const message = `« ${fichier} » : ${erreur.message}.`;
    return { genre: 'refus', message, remede: erreur.remede };
  }
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  return {
    genre: 'refus',
    message: `« ${fichier} » : la lecture a échoué (${detail}).`,
    remede: 'Exportez le catalogue de nouveau ; si l’erreur persiste, signalez-la avec le fichier.',
  };
}

const porte = createGate();
process.once('disconnect', () => process.exit());
process.on('message', (message: DemandeCatalogue | { readonly genre: 'pris' }) => {
  if (message.genre === 'pris') return porte.taken();
  const fin = (reponse: ReponseCatalogue) => send(reponse, () => process.disconnect());
  answer(message, porte).then(
    () => fin({ genre: 'fin' }),
    (erreur: unknown) => fin(refusal(message.fichier, erreur)),
  );
});
