import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Assertion } from '../../src/domain/fait.js';
import type { Page } from '../../src/domain/page.js';
import { openFactsReader } from '../../src/facts/reader.js';
import { verifyFacts } from '../../src/facts/verify.js';
import type { Lot } from '../../src/facts/writer.js';
import { openFactsWriter } from '../../src/facts/writer.js';
import { dossierTemporaire } from '../support/dossier.js';

const TEXTE = 'Les actions touchent Garges et Sarcelles en 2012.';
const DOC = `sha256:${'a'.repeat(64)}`;

function titre(sujet: string, valeur: string, mot = 'actions'): Assertion {
  const debut = TEXTE.indexOf(mot);
  const preuve = { document: DOC, page: 1, debut, fin: debut + mot.length, citation: mot };
  return {
    sujet,
    predicat: sujet.startsWith('commune') ? 'nom' : 'titre',
    valeur,
    statut: 'dit',
    regle: 't@1',
    preuves: [preuve],
  };
}

function touche(action: string, commune: string, origine: string): Assertion {
  const { preuves } = titre('action:x', 'x', 'Garges');
  return {
    sujet: action,
    predicat: 'TOUCHE',
    objet: commune,
    proprietes: { origine },
    statut: 'dit',
    regle: 't@1',
    preuves,
  };
}

function lot(assertions: readonly Assertion[], id = DOC): Lot {
  const pages: Page[] = [{ numero: 1, imprimee: 4, etat: 'lu', texte: TEXTE }];
  const document = {
    id,
    fichier: 'p.pdf',
    titre: 'P',
    type: 'programme' as const,
    annee: 2012,
    pages: 1,
    format: 'pdf',
    source: 'defaut',
    producteur: null,
  };
  return { lot: id, empreinte: 'e', document, pages, assertions };
}

function store() {
  const facts = openFactsWriter(dossierTemporaire());
  onTestFinished(() => facts.close());
  return facts;
}

describe('date', () => {
  it('tells when a sequence was written, to the second, and never before the one it follows', () => {
    const facts = store();
    const avant = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    facts.appliquer(lot([titre('action:a', 'Autre')]));
    const [un = '', deux = ''] = [facts.date(1), facts.date(2)];
    expect(un).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    expect(un >= avant.replace('.000', '') && deux >= un).toBe(true);
    expect(facts.date(3)).toBeUndefined();
  });
});

describe('appliquer', () => {
  it('stores facts once: the same lot again writes nothing and does not move the sequence', () => {
    const facts = store();
    const premier = facts.appliquer(
      lot([titre('action:a', 'Atelier'), titre('commune:95268', 'Garges')]),
    );
    const second = facts.appliquer(
      lot([titre('action:a', 'Atelier'), titre('commune:95268', 'Garges')]),
    );
    expect(premier).toEqual({ ajoutes: 2, retires: 0, inchanges: 0, sequence: 1 });
    expect(second).toEqual({ ajoutes: 0, retires: 0, inchanges: 2, sequence: 1 });
  });

  it('retracts what the lot no longer says and keeps the row with the sequence of its retraction', () => {
    const facts = store();
    facts.appliquer(lot([titre('action:a', 'Atelier'), titre('action:b', 'Cycle')]));
    const ancien = facts.entite('action:b')?.faits[0] ?? '';
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    expect(facts.entite('action:b')).toBeUndefined();
    expect(facts.fait(ancien)?.retire).toBe(2);
    expect(facts.changesSince(1).sujets).toEqual(new Set(['action:b']));
  });

  it('brings a retracted fact back under a new sequence when it is said again', () => {
    const facts = store();
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    facts.appliquer(lot([]));
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    expect(facts.entite('action:a')?.libelle).toBe('Atelier');
    expect(facts.changesSince(2).sujets).toEqual(new Set(['action:a']));
  });

  it('keeps a fact that two lots make until both have withdrawn it', () => {
    const facts = store();
    const autre = `sha256:${'b'.repeat(64)}`;
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    facts.appliquer(lot([titre('action:a', 'Atelier')], autre));
    facts.retirer(DOC);
    expect(facts.entite('action:a')?.libelle).toBe('Atelier');
    facts.retirer(autre);
    expect(facts.entite('action:a')).toBeUndefined();
    expect(facts.documents()).toEqual([]);
  });

  it('shows every commit to a reader opened before it', () => {
    const dossier = dossierTemporaire();
    const facts = openFactsWriter(dossier);
    const lecteur = openFactsReader(dossier);
    onTestFinished(() => {
      facts.close();
      lecteur.close();
    });
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    expect(lecteur.entite('action:a')?.libelle).toBe('Atelier');
  });

  it('has in force exactly what the last lots say, whatever came before', () => {
    const noms = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('1', '2'), fc.subarray(noms)), { maxLength: 12 }),
        (suite) => {
          const facts = openFactsWriter(dossierTemporaire());
          const attendu = new Map<string, string[]>();
          for (const [numero, dits] of suite) {
            const id = `sha256:${numero.repeat(64)}`;
            facts.appliquer(
              lot(
                dits.map((n) => titre(`action:${n}`, n)),
                id,
              ),
            );
            attendu.set(id, dits);
          }
          const vivants = new Set([...attendu.values()].flat().map((n) => `action:${n}`));
          const vus = facts.entites('Action').map((e) => e.id);
          facts.close();
          expect(vus).toEqual([...vivants].sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the confidence of recognised pages', () => {
  it('is kept with the page and the fact, and tells two facts apart', () => {
    const facts = store();
    const sur = titre('action:a', 'Atelier');
    const reconnu = { ...sur, confiance: 87 };
    const pages: Page[] = [
      { numero: 1, imprimee: null, etat: 'ocr', confiance: 87, texte: TEXTE },
      { numero: 2, imprimee: null, etat: 'illisible', raison: 'page trop pâle', texte: '' },
    ];
    facts.appliquer({ ...lot([reconnu]), pages });
    expect(facts.pages(DOC)).toEqual(pages);
    const [fait] = facts.allFaits();
    expect(fait?.confiance).toBe(87);
    expect(facts.appliquer({ ...lot([reconnu]), pages }).sequence).toBe(1);
    expect(facts.appliquer({ ...lot([sur]), pages })).toMatchObject({ ajoutes: 1, retires: 1 });
  });
});

describe('relations', () => {
  it('are one for the same ends, with all their facts and the preferred value of a property', () => {
    const facts = store();
    facts.appliquer(
      lot([
        titre('action:a', 'Atelier'),
        titre('commune:95268', 'Garges'),
        touche('action:a', 'commune:95268', 'texte'),
        touche('action:a', 'commune:95268', 'champ'),
      ]),
    );
    const [seule, autre] = facts.relations({ de: 'action:a' });
    expect(seule?.proprietes).toEqual({ origine: 'champ' });
    expect(seule?.faits).toHaveLength(2);
    expect(autre).toBeUndefined();
    expect(facts.relations({ vers: 'commune:95268', type: 'TOUCHE' })).toEqual([seule]);
  });
});

describe('verifyFacts', () => {
  it('finds nothing to say of a base whose quotes are its pages own slices', () => {
    const facts = store();
    facts.appliquer(lot([titre('action:a', 'Atelier')]));
    expect(verifyFacts(facts)).toEqual({
      faits: 1,
      citations: 1,
      entites: 1,
      relations: 0,
      fautes: [],
    });
  });

  it('names a quote that is not at its place, an end that nothing names and a deduction without its source', () => {
    const facts = store();
    const faux = titre('action:a', 'Atelier');
    const [preuve] = faux.preuves;
    facts.appliquer(
      lot([
        {
          ...faux,
          preuves: preuve === undefined ? [] : [{ ...preuve, debut: 0, fin: 3 } as never],
        },
        {
          ...touche('action:a', 'commune:99999', 'champ'),
          statut: 'deduit',
          sources: ['fait:absent'],
        },
      ]),
    );
    const { fautes } = verifyFacts(facts);
    expect(fautes.filter((f) => f.includes('qui n’est pas à cet endroit'))).toHaveLength(1);
    expect(fautes.filter((f) => f.includes('commune:99999, que rien ne nomme'))).toHaveLength(1);
    expect(fautes.filter((f) => f.includes('fait:absent'))).toHaveLength(1);
  });
});

describe('openFactsReader', () => {
  it('says in French that there is no base and how to make one', () => {
    expect(() => openFactsReader(dossierTemporaire())).toThrow(/Aucune base/);
  });
});
