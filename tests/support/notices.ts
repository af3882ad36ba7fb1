import fc from 'fast-check';
import { lireDate } from '../../ingest/stages/catalogage/communs/dates.js';
import { verifierIsbn, verifierIssn } from '../../ingest/stages/catalogage/communs/isbn.js';
import type { Auteur, Notice } from '../../src/domain/notice.js';
import { ROLES_AUTEUR, TYPES_NOTICE } from '../../src/domain/notice.js';

const MOTS =
  'ville santé accès quartier l’école œuvre cité mémoire France été habitants Île médiation 2012 n° ASV & a<b "fin" $5 Žižek'.split(
    ' ',
  );
const mot = fc.constantFrom(...MOTS);
const texte = fc.array(mot, { minLength: 1, maxLength: 8 }).map((m) => m.join(' '));
const nom = fc.constantFrom('La Fontaine', 'Bacqué', 'Dubet', 'Le Clert', 'O’Neill', 'Ndiaye');
const chiffres = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
/** A number with its check digit: the ten that could be are tried. */
const avecCle = (corps: string, verifier: (t: string) => string | null): string =>
  [...'0123456789X'].map((c) => verifier(corps + c)).find((n) => n !== null) ?? '';

const auteur: fc.Arbitrary<Auteur> = fc.oneof(
  fc.record(
    {
      nom,
      prenom: fc.constantFrom('Jean de', 'Marie-Hélène', 'F.'),
      dates: fc.constantFrom('1621-1695', '1957-....'),
      role: fc.constantFrom(...ROLES_AUTEUR),
    },
    { requiredKeys: ['nom', 'role'] },
  ),
  fc.record({
    nom: fc.constantFrom('France. Ministère de la ville', 'Ville de Cergy', 'ANRU'),
    collectif: fc.constant(true),
    role: fc.constantFrom(...ROLES_AUTEUR),
  }),
);

/** Notices such as catalogues give them, any field present or not. */
export const notices: fc.Arbitrary<Notice> = fc.record(
  {
    type: fc.constantFrom(...TYPES_NOTICE),
    titre: texte,
    complement: texte,
    auteurs: fc.array(auteur, { maxLength: 4 }),
    date: fc
      .constantFrom(
        '2012',
        'cop. 2012',
        '[2012?]',
        '2010-2012',
        '1995-',
        'DL 2012',
        '2011-10-01',
        's.d.',
      )
      .map(lireDate),
    editeur: fc.constantFrom('La Découverte', 'Seuil ; Arte éditions', 'Éd. de l’Aube'),
    lieu: fc.constantFrom('Paris', 'Paris ; Genève', 'Saint-Ouen-l’Aumône'),
    collection: texte,
    hote: texte,
    numero: fc.constantFrom('n° 34', 'vol. 12, n° 3', 'hors-série'),
    pagination: fc.constantFrom('142 p.', 'p. 12-18', '1 vol. (64 p., 72 pl.)'),
    isbn: fc.uniqueArray(
      chiffres(9).map((c) => avecCle(`978${c}`, verifierIsbn)),
      { maxLength: 2 },
    ),
    issn: fc.uniqueArray(
      chiffres(7).map((c) => avecCle(c, verifierIssn)),
      { maxLength: 2 },
    ),
    doi: fc.constantFrom('10.3917/esp.150.0015', '10.1016/s0140-6736(05)67889-3'),
    langues: fc.uniqueArray(fc.constantFrom('fre', 'eng', 'ger'), { maxLength: 2 }),
    resume: fc.array(texte, { minLength: 1, maxLength: 3 }).map((l) => l.join('\n')),
    descripteurs: fc.uniqueArray(
      fc.constantFrom('santé publique', 'Gravure -- France -- 16e siècle', 'quartier'),
      { maxLength: 3 },
    ),
    motsCles: fc.uniqueArray(mot, { maxLength: 3 }),
    sujetsGeographiques: fc.uniqueArray(fc.constantFrom('Cergy', 'Val-d’Oise -- Urbanisme'), {
      maxLength: 2,
    }),
    cote: fc.constantFrom('SAN 12', '361.25'),
    exemplaires: fc.uniqueArray(fc.constantFrom('Centre ; 0041 ; SAN 12', 'Annexe ; 0042'), {
      maxLength: 2,
    }),
    urls: fc.uniqueArray(
      fc.constantFrom('https://exemple.fr/a?b=1&c=2', 'http://exemple.fr/é.pdf'),
      { maxLength: 2 },
    ),
  },
  {
    requiredKeys: [
      'type',
      'titre',
      'auteurs',
      'isbn',
      'issn',
      'langues',
      'descripteurs',
      'motsCles',
      'sujetsGeographiques',
      'exemplaires',
      'urls',
    ],
  },
);
