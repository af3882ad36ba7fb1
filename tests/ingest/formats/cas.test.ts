import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Lecture } from '../../../ingest/formats/format.js';
import { formatOf } from '../../../ingest/formats/registry.js';
import { chooseProfil, loadProfils } from '../../../ingest/sources/profil.js';
import { loadVocabulaire } from '../../../ingest/stages/assert/vocabulaire.js';
import { buildLot } from '../../../ingest/stages/lot.js';
import { segmentProgramme } from '../../../ingest/stages/segment.js';
import type { ProgrammeLu } from '../../../ingest/stages/structure.js';
import { uncovered } from '../../../ingest/stages/uncovered.js';
import { understandLayout } from '../../../ingest/stages/understand.js';
import { estRelation } from '../../../src/domain/schema.js';
import { seedGazetteer } from '../../support/base.js';
import { CATALOGUES } from '../../support/catalogues.js';

const FORMATS = fileURLToPath(new URL('../../../ingest/formats', import.meta.url));
const PROFILS = loadProfils();
const VOCABULAIRE = loadVocabulaire();

/** Cases of every format of document: `source.*`, and `expected.json` or `expected.lien`, the same programme in another format. */
const CAS = readdirSync(FORMATS).flatMap((format) => {
  const dossier = join(FORMATS, format, 'cases');
  return existsSync(dossier) && CATALOGUES[format] === undefined
    ? readdirSync(dossier).map((nom) => join(format, 'cases', nom))
    : [];
});
const LIES = CAS.filter((cas) => existsSync(join(FORMATS, cas, 'expected.lien')));

interface Lu {
  readonly format: string;
  readonly lecture: Lecture;
  readonly programme: ProgrammeLu;
}

const LUS = new Map<string, Promise<Lu>>();

/** Reads a file once: several tests look at it. */
function lire(chemin: string): Promise<Lu> {
  const lu = LUS.get(chemin) ?? lireUneFois(chemin);
  LUS.set(chemin, lu);
  return lu;
}

async function lireUneFois(chemin: string): Promise<Lu> {
  const octets = readFileSync(chemin);
  const format = formatOf(octets, chemin);
  const lecture = await format.lire(octets);
  const programme = segmentProgramme(lecture.pages, chooseProfil(lecture.pages, PROFILS));
  return { format: format.nom, lecture, programme };
}

function source(cas: string): string {
  const dossier = join(FORMATS, cas);
  return join(dossier, readdirSync(dossier).find((n) => n.startsWith('source.')) ?? '');
}

function lien(cas: string): string {
  const dossier = join(FORMATS, cas);
  return resolve(dossier, readFileSync(join(dossier, 'expected.lien'), 'utf8').trim());
}

/** A programme without what its layout alone decides: pages, and the order of fields and texts. */
function structure({ programme }: Lu) {
  return {
    titre: programme.titre?.texte,
    annee: programme.annee,
    axes: programme.axes.map((axe) => ({
      titre: axe.titre.texte,
      notes: axe.notes.map((n) => `${n.appel}. ${n.texte.texte}`),
      actions: axe.actions.map((a) => ({
        titre: a.titre.texte,
        champs: a.champs
          .map((c) => `${c.champs.join('+')} | ${c.etiquette.texte} | ${c.valeur.texte}`)
          .sort(),
        notes: a.notes.map((n) => `${n.appel}. ${n.texte.texte}`),
      })),
      services: axe.services.map((s) => s.titre.texte),
      publications: axe.publications.map((p) => p.ligne.texte),
    })),
  };
}

/** Relations that the rules assert, one readable line each, the document's own apart. */
function relations({ format, lecture }: Lu): string[] {
  const id = `sha256:${'0'.repeat(64)}`;
  const lu = understandLayout({ id, format, lecture }, 'programme', PROFILS);
  const lot = buildLot(lu, seedGazetteer(), VOCABULAIRE, '');
  const lignes = lot.assertions
    .filter((a) => a.objet !== undefined && estRelation(a.predicat) && a.predicat !== 'DOCUMENTE')
    .map((a) => `${a.sujet} ${a.predicat} ${a.objet} ${JSON.stringify(a.proprietes ?? {})}`);
  return [...new Set(lignes)].sort();
}

describe.each(CAS)('%s', (cas) => {
  it('loses no character', async () => {
    const { lecture, programme } = await lire(source(cas));
    expect(uncovered(lecture.pages, programme)).toEqual([]);
  });

  it('has the structure that was reviewed', async () => {
    const lue = structure(await lire(source(cas)));
    if (LIES.includes(cas)) {
      expect(lue).toEqual(structure(await lire(lien(cas))));
      return;
    }
    const attendu = join(FORMATS, cas, 'expected.json');
    if (process.env.MAILLAGE_GOLDEN === 'refresh') {
      writeFileSync(attendu, `${JSON.stringify(lue, null, 1)}\n`);
    }
    expect(lue).toEqual(JSON.parse(readFileSync(attendu, 'utf8')));
  });
});

describe.each(LIES)('%s', (cas) => {
  it('gives the relations that the same programme gives in another format', async () => {
    const lu = await lire(source(cas));
    expect(relations(lu)).toEqual(relations(await lire(lien(cas))));
  });
});
