import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireDate, sansDate } from '../../../ingest/stages/catalogage/communs/dates.js';
import {
  lireDoi,
  trouverIsbn,
  trouverIssn,
  verifierIsbn,
  verifierIssn,
} from '../../../ingest/stages/catalogage/communs/isbn.js';
import { codeLangue } from '../../../ingest/stages/catalogage/communs/langues.js';
import {
  estCollectif,
  lireMentionAuteur,
  lireNom,
  lireNomNaturel,
  rejeterParticule,
  separerNoms,
} from '../../../ingest/stages/catalogage/communs/noms.js';

describe('numbers that carry a check digit', () => {
  it('brings an ISBN of ten digits to thirteen', () => {
    expect(verifierIsbn('2-07-036822-X')).toBe('9782070368228');
    expect(verifierIsbn('978-2-07-036822-8')).toBe('9782070368228');
  });

  it('refuses a number whose check digit does not hold', () => {
    expect(verifierIsbn('2-07-036822-1')).toBeNull();
    expect(verifierIsbn('9782070368227')).toBeNull();
    expect(verifierIssn('0395-2038')).toBeNull();
  });

  it('accepts any hyphen, or none, in an ISSN', () => {
    expect(verifierIssn('0395-2037')).toBe('0395-2037');
    expect(verifierIssn('0395‑2037')).toBe('0395-2037');
    expect(verifierIssn('2104378x')).toBeNull();
    expect(verifierIssn('1050-124x')).toBe('1050-124X');
  });

  it('finds them with what is printed around them', () => {
    const texte = 'ISBN 2-07-036822-X (br.) : 6 EUR ; 9782070368228';
    expect(trouverIsbn(texte).map(({ debut, fin }) => texte.slice(debut, fin))).toEqual([
      '2-07-036822-X',
      '9782070368228',
    ]);
    expect(trouverIssn('0395-2037 (ISSN)')).toEqual([{ valeur: '0395-2037', debut: 0, fin: 9 }]);
  });

  it('keeps of a DOI neither the address nor the punctuation of the sentence', () => {
    expect(lireDoi('https://doi.org/10.3917/ESP.150.0015.')).toBe('10.3917/esp.150.0015');
    expect(lireDoi('doi:10.1016/S0140-6736(05)67889-3')).toBe('10.1016/s0140-6736(05)67889-3');
    expect(lireDoi('(voir 10.3917/esp.150.0015)')).toBe('10.3917/esp.150.0015');
    expect(lireDoi('110.3917/esp')).toBeNull();
  });
});

describe('lireDate', () => {
  it.each([
    ['2012', 2012, 2012],
    ['cop. 2012', 2012, 2012],
    ['[2012?]', 2012, 2012],
    ['DL 2012', 2012, 2012],
    ['C2012', 2012, 2012],
    ['2012, cop. 2011', 2012, 2012],
    ['cop. 2011, 2012', 2012, 2012],
    ['2010 (impr. 2012)', 2010, 2010],
    ['2010-2012', 2010, 2012],
    ['[2010]-2012', 2010, 2012],
    ['mai 2010-juin 2012', 2010, 2012],
    ['du 12/05/2010 au 03/06/2012', 2010, 2012],
    ['[entre 1850 et 1870]', 1850, 1870],
    ['1998-99', 1998, 1999],
    ['2009/10', 2009, 2009],
    ['2010-12', 2010, 2010],
    ['2012-05-03', 2012, 2012],
    ['2012/05/03/', 2012, 2012],
    ['20120503', 2012, 2012],
    ['03/05/2012', 2012, 2012],
    ['1er trimestre 2012', 2012, 2012],
    ['2021 [i.e. 2012]', 2012, 2012],
    ['1900-1914. 4 vol. in-fol.', 1900, 1914],
    ['1927. Gr. in-fol. (390 x 265), 23 p.', 1927, 1927],
    ['[199?]', 1990, 1999],
    ['[19..]', 1900, 1999],
    ['XIXe siècle', 1801, 1900],
  ])('reads « %s »', (imprimee, debut, fin) => {
    expect(lireDate(imprimee)).toEqual({ imprimee, debut, fin });
  });

  it.each(['1995-', '1995-....', '[1995]-…'])('leaves « %s » open', (imprimee) => {
    expect(lireDate(imprimee)).toEqual({ imprimee, debut: 1995 });
  });

  it('has no year where none is printed', () => {
    expect(lireDate('s.d.')).toEqual({ imprimee: 's.d.' });
    expect(sansDate('[S. d.]')).toBe(true);
    expect(sansDate('2012')).toBe(false);
  });

  it('never throws, and never ends before it starts', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129 -/[]?.copDL()') }), (texte) => {
        const { debut, fin } = lireDate(texte);
        expect(fin ?? debut ?? 0).toBeGreaterThanOrEqual(debut ?? 0);
      }),
    );
  });
});

describe('codeLangue', () => {
  it.each(['fr', 'fre', 'fra', 'FR', 'fr-FR', 'fr_fr', 'Français', 'french'])(
    'knows « %s »',
    (texte) => {
      expect(codeLangue(texte)).toBe('fre');
    },
  );

  it('says nothing of a language that it does not know', () => {
    expect(codeLangue('volapuk de synthèse')).toBeNull();
    expect(codeLangue('')).toBeNull();
  });
});

describe('names', () => {
  it.each([
    ['Flaubert, Gustave (1821-1880)', { nom: 'Flaubert', prenom: 'Gustave', dates: '1821-1880' }],
    [
      'Bacqué, Marie-Hélène (1957-....)',
      { nom: 'Bacqué', prenom: 'Marie-Hélène', dates: '1957-....' },
    ],
    ['Morison, Stanley, 1889-1967', { nom: 'Morison', prenom: 'Stanley', dates: '1889-1967' }],
    ['La Fontaine, Jean de', { nom: 'La Fontaine', prenom: 'Jean de' }],
    [
      'Ministère de la Ville, Délégation interministérielle à la ville',
      {
        nom: 'Ministère de la Ville, Délégation interministérielle à la ville',
        collectif: true,
      },
    ],
    ['Profession Banlieue', { nom: 'Profession Banlieue', collectif: true }],
  ])('reads « %s »', (texte, attendu) => {
    expect(lireNom(texte)).toEqual(attendu);
  });

  it.each([
    ['Jean de La Fontaine', { nom: 'La Fontaine', prenom: 'Jean de' }],
    ['Marie-Hélène Bacqué', { nom: 'Bacqué', prenom: 'Marie-Hélène' }],
    ['Paul DURAND PETIT', { nom: 'DURAND PETIT', prenom: 'Paul' }],
    ['Joachim du Bellay', { nom: 'du Bellay', prenom: 'Joachim' }],
    ['Ville de Cergy', { nom: 'Ville de Cergy', collectif: true }],
  ])('reads « %s » in the order of speech', (texte, attendu) => {
    expect(lireNomNaturel(texte)).toEqual(attendu);
  });

  it('tells the bodies that their first word or their capitals announce', () => {
    expect(
      ['Conseil général du Val-d’Oise', 'INSEE', 'Les Éditions de l’Aube'].map(estCollectif),
    ).toEqual([true, true, true]);
    expect(['Donzelot', 'Maison', 'Jacques Donzelot'].map(estCollectif)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('puts the preposition of a name after the forename, and leaves its article', () => {
    expect(rejeterParticule('d’Alembert', 'Jean')).toEqual({ nom: 'Alembert', prenom: 'Jean d’' });
    expect(rejeterParticule('Du Bellay', 'Joachim')).toEqual({
      nom: 'Du Bellay',
      prenom: 'Joachim',
    });
  });

  it('reads the part that a mention after the name says', () => {
    expect(lireMentionAuteur('Durand, Paul (1950-....) (dir.)')).toEqual({
      nom: 'Durand',
      prenom: 'Paul',
      dates: '1950-....',
      role: 'directeur de publication',
    });
    expect(lireMentionAuteur('Durand, Paul, préf.').role).toBe('préfacier');
    expect(lireMentionAuteur('Durand, Paul')).toEqual({
      nom: 'Durand',
      prenom: 'Paul',
      role: 'auteur',
    });
  });

  it('parts a list of names, never at the comma of a name', () => {
    const texte = 'Durand, Paul ; Petit, Anne / ANRU';
    expect(separerNoms(texte).map(({ debut, fin }) => texte.slice(debut, fin))).toEqual([
      'Durand, Paul',
      'Petit, Anne',
      'ANRU',
    ]);
  });
});
