import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Assertion } from '../../src/domain/fait.js';
import { EXPORT_FORMATS } from '../../src/export/formats.js';
import type { FactsReader } from '../../src/facts/reader.js';
import { openFactsReader } from '../../src/facts/reader.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { ingestInto } from '../support/base.js';
import { dossierTemporaire } from '../support/dossier.js';
import { dossierDuFichier } from '../support/dossierDuFichier.js';

interface Lu {
  readonly noeuds: Map<string, Record<string, string>>;
  readonly aretes: { de: string; vers: string; donnees: Record<string, string> }[];
}

/** The nodes and edges of a file, by a strict parser that is not ours. */
function lire(texte: string): Lu {
  const lu: Lu = { noeuds: new Map(), aretes: [] };
  let courant: Record<string, string> = {};
  let cle: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (erreur) => {
    throw erreur;
  });
  parser.on('opentag', ({ name, attributes: a }) => {
    const attribut = (nom: string): string => String(a[nom] ?? '');
    if (name === 'node') {
      courant = { label: attribut('label'), start: attribut('start') };
      lu.noeuds.set(attribut('id'), courant);
    } else if (name === 'edge') {
      courant = { start: attribut('start'), end: attribut('end') };
      lu.aretes.push({ de: attribut('source'), vers: attribut('target'), donnees: courant });
    } else if (name === 'data') cle = attribut('key').replace(/^(?:node|edge)-/, '');
    else if (name === 'attvalue')
      courant[attribut('for').replace(/^(?:node|edge)-/, '')] = attribut('value');
  });
  parser.on('text', (t) => {
    if (cle !== undefined) courant[cle] = (courant[cle] ?? '') + t;
  });
  parser.on('closetag', () => {
    cle = undefined;
  });
  parser.write(texte).close();
  return lu;
}

const ecrire = (format: string, facts: FactsReader, ids?: readonly string[]): string =>
  [...(EXPORT_FORMATS[format]?.write(facts, ids === undefined ? {} : { ids }) ?? [])].join('');

const FORMATS = ['graphml', 'gexf'] as const;
let dossier: string;
beforeAll(async () => {
  dossier = dossierDuFichier();
  await ingestInto(dossier);
}, 120_000);

function ouvrir(): FactsReader {
  const facts = openFactsReader(dossier);
  onTestFinished(() => facts.close());
  return facts;
}

describe.each(FORMATS)('export en %s', (format) => {
  it('holds every entity and every relation of the base, each once, its ends present', () => {
    const facts = ouvrir();
    const { noeuds, aretes } = lire(ecrire(format, facts));
    expect(new Set(noeuds.keys())).toEqual(
      new Set([...facts.fluxFaits()].flatMap((f) => facts.entite(f.sujet)?.id ?? [])),
    );
    expect(aretes).toHaveLength(facts.relations({}).length);
    expect(aretes.every(({ de, vers }) => noeuds.has(de) && noeuds.has(vers))).toBe(true);
  });

  it('names each node for a person, with its kind and its properties', () => {
    const facts = ouvrir();
    const { noeuds } = lire(ecrire(format, facts));
    expect(noeuds.get('commune:95268')).toMatchObject({
      label: 'Garges-lès-Gonesse',
      genre: 'Commune',
      insee: '95268',
      adresse: '/communes/95268',
    });
  });

  it('gives of some things what one relation ties them to, and nothing else', () => {
    const facts = ouvrir();
    const [action] = facts.relations({ type: 'MOBILISE', vers: 'dispositif:asv' });
    const { noeuds, aretes } = lire(ecrire(format, facts, [action?.de ?? '']));
    expect(noeuds.has('dispositif:asv')).toBe(true);
    expect(aretes.length).toBeGreaterThan(3);
    expect(aretes.every(({ de, vers }) => [de, vers].includes(action?.de ?? ''))).toBe(true);
  });

  it('gives back any title as it is, what XML cannot hold left out', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (titre) => {
        const facts = openFactsWriter(dossierTemporaire());
        try {
          const preuves = [{ referentiel: 'essai', millesime: '2012', cle: 'x' }];
          const dit: Assertion = {
            sujet: 'action:a',
            predicat: 'titre',
            valeur: `${titre} <script>&"]]>\u0007`,
            statut: 'dit',
            regle: 'essai@1',
            preuves,
          };
          facts.appliquer({ lot: 'essai', empreinte: '', assertions: [dit] });
          const lu = lire(ecrire(format, facts)).noeuds.get('action:a')?.label;
          const permis = titre.replace(
            // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
            /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu,
            '',
          );
          expect(lu).toBe(`${permis} <script>&"]]>`);
        } finally {
          facts.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('export en gexf', () => {
  it('gives the years in which a relation holds as its interval', () => {
    const facts = ouvrir();
    const { aretes } = lire(ecrire('gexf', facts));
    const membre = aretes.find(
      (a) => a.de === 'commune:95268' && a.vers === 'intercommunalite:249500380',
    );
    expect(membre?.donnees).toMatchObject({ genre: 'MEMBRE_DE', start: '2002', end: '2015' });
  });
});
