import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../../../src/api/app.js';
import type { Services } from '../../../src/api/services.js';
import type { Readers } from '../../../src/engines.js';
import { createQuestions } from '../../../src/questions/questions.js';
import { createPages } from '../../../src/web/pages.js';
import { ingestInto, readersOf, seedGazetteer } from '../../support/base.js';
import type { ChampTest } from '../../support/marc.js';
import { enIso2709 } from '../../support/marc.js';

export const SCRIPT = '<script>alert("titre")</script>';

const SAMPLE = fileURLToPath(
  new URL('../../support/fonds/fonds-documentaire.ris', import.meta.url),
);
const PROGRAMME = fileURLToPath(
  new URL('../../golden/programmes/fiches-action/source.txt', import.meta.url),
);

/** A record with every field of the model, and two that it has no place for. */
const COMPLETE: readonly ChampTest[] = [
  ['001', 'FRBNF123'],
  ['010', '$a978-2-7071-6932-7$d20 EUR'],
  ['100', '$a20120315d2012    m  y0frey50      ba'],
  ['101', '$afre', '0 '],
  ['200', '$aMédiation santé à Sarcelles$ebilan de l’atelier santé ville$fAda Lovelace', '1 '],
  ['210', '$aParis$cLa Découverte$d2012'],
  ['215', '$a142 p.'],
  ['225', '$aTerrains', '2 '],
  ['330', '$aUn atelier santé ville et ses habitants, à Garges-lès-Gonesse aussi.'],
  ['606', '$aSanté publique', ' 1'],
  ['610', '$amédiation', '0 '],
  ['700', '$aLovelace$bAda$f1815-1852$4070', ' 1'],
  ['702', '$aDubet$bFrançois$4080', ' 1'],
  ['801', '$aFR$bCRDSU'],
  ['856', '$uhttps://exemple.fr/mediation?a=1&b=2', '4 '],
  ['995', '$aCentre de ressources$f0041$kSAN 12$uDisponible'],
];

/** An article that tries to run in whoever reads it. */
const HOSTILE: readonly ChampTest[] = [
  ['001', 'X1'],
  ['200', `$aTitre ${SCRIPT}$e"><img src=x onerror=alert(1)>`, '1 '],
  ['210', `$c${SCRIPT}$d2013`],
  ['330', `$a${SCRIPT} à Sarcelles`],
  ['700', `$a${SCRIPT}$bAda`, ' 1'],
  ['856', '$ujavascript:alert(1)', '4 '],
  ['999', `$a${SCRIPT}`],
];

export interface FondsApp {
  readonly app: Awaited<ReturnType<typeof buildApp>>;
  readonly lecteurs: Readers;
  readonly data: string;
  json<T>(url: string): Promise<T>;
  html(url: string): Promise<string>;
  close(): Promise<void>;
}

/** The server over a catalogue in UNIMARC, one in RIS and a programme, really ingested into a folder. */
export async function openFondsApp(dossier: string): Promise<FondsApp> {
  mkdirSync(dossier, { recursive: true });
  const unimarc = join(dossier, 'fonds-unimarc.mrc');
  writeFileSync(unimarc, Buffer.concat([HOSTILE, COMPLETE].map((champs) => enIso2709(champs))));
  const data = join(dossier, 'data');
  await ingestInto(data, [unimarc, SAMPLE, PROGRAMME]);
  return serveFonds(data);
}

/** The server over a base. */
export async function serveFonds(data: string): Promise<FondsApp> {
  const lecteurs = await readersOf(data);
  const services: Services = {
    ...lecteurs,
    questions: createQuestions({ ...lecteurs, gazetteer: seedGazetteer() }),
    originaux: join(data, 'originaux'),
  };
  const app = await buildApp({ services, pages: createPages(services) });
  const get = async (url: string) => {
    const reponse = await app.inject({ url, headers: { accept: 'text/html,application/json' } });
    if (reponse.statusCode !== 200)
      throw new Error(`${url} : ${reponse.statusCode} ${reponse.body}`);
    return reponse;
  };
  return {
    app,
    lecteurs,
    data,
    json: async <T>(url: string) => (await get(url)).json() as T,
    html: async (url) => (await get(url)).body,
    async close() {
      await app.close();
      await lecteurs.fermer();
    },
  };
}
