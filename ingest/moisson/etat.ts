import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { slug } from '../../src/domain/ids.js';
import type { RecordRecu } from './reponse.js';
import { lireReponse } from './reponse.js';

/** What is harvested. */
export interface Source {
  readonly url: string;
  readonly prefixe: string;
  readonly ensemble?: string;
}

/** A list under way: carried on from its token by whoever comes next. */
export interface EnCours {
  readonly jeton: string;
  /** Answers kept on disk. */
  readonly pages: number;
  /** When the repository gave the first of them. */
  readonly date: string;
  /** From when it was asked. */
  readonly depuis: string;
}

export interface Etat {
  /** When the repository gave the first answer of the last harvest that went to its end. */
  readonly derniere?: string;
  readonly enCours?: EnCours;
}

const TETE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<ListRecords>\n';
const PIED = '</ListRecords>\n</OAI-PMH>\n';

/** The folder of one harvest: `data/moissons/<source>`. Each file is whole or absent, whenever a run is killed. */
export class Moisson {
  private readonly dossier: string;
  /** All the records of the source, as the last harvest left them. */
  readonly fichier: string;

  constructor(dataDir: string, { url, prefixe, ensemble = '' }: Source) {
    const { hostname, pathname } = new URL(url);
    const marque = createHash('sha256').update([url, prefixe, ensemble].join('\n')).digest('hex');
    const nom = [slug(`${hostname}${pathname}`).slice(0, 60), slug(ensemble), slug(prefixe)];
    const stable = [...nom, `m${marque.slice(0, 6)}`].filter((p) => p !== '').join('-');
    this.dossier = join(dataDir, 'moissons', stable);
    this.fichier = join(this.dossier, `${stable}-oai.xml`);
    mkdirSync(join(this.dossier, 'pages'), { recursive: true });
  }

  lire(): Etat {
    const chemin = join(this.dossier, 'etat.json');
    return existsSync(chemin) ? (JSON.parse(readFileSync(chemin, 'utf8')) as Etat) : {};
  }

  noter(etat: Etat): void {
    ecrire(join(this.dossier, 'etat.json'), JSON.stringify(etat));
  }

  garderPage(numero: number, corps: Buffer): void {
    ecrire(this.page(numero), corps);
  }

  /** Forgets the answers of a list that cannot be carried on. */
  oublierPages(): void {
    for (const nom of readdirSync(join(this.dossier, 'pages')))
      rmSync(join(this.dossier, 'pages', nom), { force: true });
  }

  /** Brings the file up to date with the answers kept: each record once, as it was given last. Returns how many came. */
  fondre(pages: number): number {
    const recus = new Map<string, string>();
    for (let numero = 1; numero <= pages; numero += 1)
      for (const { identifiant, xml } of lireReponse(readFileSync(this.page(numero))).records)
        recus.set(identifiant === '' ? xml : identifiant, xml);
    const tous = new Map(this.records().map(({ identifiant, xml }) => [identifiant || xml, xml]));
    for (const [identifiant, xml] of recus) tous.set(identifiant, xml);
    if (tous.size > 0) ecrire(this.fichier, `${TETE}${[...tous.values()].join('\n')}\n${PIED}`);
    return recus.size;
  }

  private records(): readonly RecordRecu[] {
    return existsSync(this.fichier) ? lireReponse(readFileSync(this.fichier)).records : [];
  }

  private page(numero: number): string {
    return join(this.dossier, 'pages', `${String(numero).padStart(6, '0')}.xml`);
  }
}

function ecrire(chemin: string, contenu: string | Uint8Array): void {
  const provisoire = `${chemin}.${process.pid}.tmp`;
  const fichier = openSync(provisoire, 'w');
  try {
    const octets = Buffer.from(contenu);
    for (let ecrits = 0; ecrits < octets.length; ) ecrits += writeSync(fichier, octets, ecrits);
    fsyncSync(fichier);
  } finally {
    closeSync(fichier);
  }
  renameSync(provisoire, chemin);
}
