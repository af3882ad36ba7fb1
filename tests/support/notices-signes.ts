import fc from 'fast-check';
import {
  type Auteur,
  type DateNotice,
  type Notice,
  ROLES_AUTEUR,
  TYPES_NOTICE,
} from '../../src/domain/notice.js';
import type { NoticeExportee } from '../../src/export/notices/notices.js';

/** The core fields: those that export then import give back. */
export const CHAMPS_CENTRAUX = [
  'type',
  'titre',
  'complement',
  'auteurs',
  'date',
  'editeur',
  'lieu',
  'collection',
  'hote',
  'isbn',
  'issn',
  'langues',
  'resume',
  'descripteurs',
  'motsCles',
  'urls',
] as const;

export function central(notice: Notice): Partial<Notice> {
  return Object.fromEntries(
    CHAMPS_CENTRAUX.flatMap((champ) =>
      notice[champ] === undefined ? [] : [[champ, notice[champ]]],
    ),
  );
}

/** Words with what trips a format: accents, ligatures, dashes, signs that LaTeX, RIS and tables give a meaning to. */
const mot = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-zéèàçœŒÉïü’'°0-9]{1,12}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'% & # $ _ { } ~ ^ \\ " « » : - – — = + @ , . ( ) [ ] / * ? ! ER TY  and % {a} \\"e -- \'\' ``'.split(
        ' ',
      ),
      '<b>',
      "'=1",
      'ER - ',
      'ŷ',
      'ffi',
      '1er',
    ),
  },
);

/** A text on one line, as readings leave them. */
export const texte = fc
  .array(mot, { minLength: 1, maxLength: 8 })
  .map((mots) => mots.join(' ').replace(/\s+/g, ' ').trim())
  .filter((t) => /[\p{L}\p{N}]/u.test(t));

/** A term of a list: no sign that parts the terms of a list. */
const terme = texte
  .map((t) =>
    t
      .replace(/[,;|<>&]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((t) => t !== '');
const nom = fc.constantFrom(
  'Donzelot',
  'La Fontaine',
  'Béhar',
  "N'Diaye",
  'de Gaulejac',
  'Roy',
  'Mac Orlan',
  'Ville',
);
const prenom = fc.constantFrom('Jacques', 'Jean de', 'Marie-Hélène', 'F.', 'Paul', 'Ève');
const corps = fc.constantFrom(
  'Ministère de la ville',
  'ANRU',
  'Centre de ressources, Cergy',
  'Ville & Banlieue',
  'Platon',
  'Conseil national des villes (CNV)',
  'Etudes and Conseil',
);

export const auteur: fc.Arbitrary<Auteur> = fc.oneof(
  fc
    .record({
      nom,
      prenom: fc.option(prenom, { nil: undefined }),
      dates: fc.option(fc.constantFrom('1821-1880', '1943-....'), { nil: undefined }),
      role: fc.constantFrom(...ROLES_AUTEUR),
    })
    .map((a) => sansVides(a) as Auteur),
  fc.record({
    nom: corps,
    collectif: fc.constant(true as const),
    role: fc.constantFrom('auteur', 'commanditaire'),
  }),
);

const date: fc.Arbitrary<DateNotice> = fc.constantFrom(
  { imprimee: '2003', debut: 2003, fin: 2003 },
  { imprimee: 'cop. 2012', debut: 2012, fin: 2012 },
  { imprimee: '[199?]', debut: 1990, fin: 1999 },
  { imprimee: '1995-', debut: 1995 },
  { imprimee: '[s.d.]', debut: 1970, fin: 1980 },
  { imprimee: 's.d.' },
  { imprimee: '2012-07-01', debut: 2012, fin: 2012 },
);

function sansVides(objet: object): unknown {
  return Object.fromEntries(Object.entries(objet).filter(([, v]) => v !== undefined));
}

const option = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const liste = <T>(a: fc.Arbitrary<T>, max = 3) => fc.uniqueArray(a, { maxLength: max });

export const notice: fc.Arbitrary<Notice> = fc
  .record({
    type: fc.constantFrom(...TYPES_NOTICE),
    titre: texte,
    complement: option(texte),
    auteurs: fc.uniqueArray(auteur, { maxLength: 4, selector: (a) => JSON.stringify(a) }),
    date: option(date),
    editeur: option(texte),
    lieu: option(texte),
    collection: option(texte),
    hote: option(texte),
    numero: option(fc.constantFrom('n° 34', 'vol. 12, n° 3', 'vol. 2', 'hors-série')),
    pagination: option(fc.constantFrom('12-18', '239 p.')),
    isbn: liste(fc.constantFrom('9782070368228', '9782020484459')),
    issn: liste(fc.constantFrom('0042-1014', '0014-0759')),
    doi: option(fc.constantFrom('10.3917/esp.150.0015')),
    langues: liste(fc.constantFrom('fre', 'eng', 'spa')),
    resume: option(texte.map((t) => t.replace(/[<>&]/g, '').replace(/\s+/g, ' ').trim())).map(
      (t) => (t === '' ? undefined : t),
    ),
    descripteurs: liste(terme),
    motsCles: liste(terme),
    sujetsGeographiques: liste(fc.constantFrom('Cergy', 'Val-d’Oise')),
    cote: option(fc.constantFrom('VIL 12', '361.25 DON')),
    exemplaires: liste(fc.constantFrom('Pôle : VIL 12', 'Réserve')),
    urls: liste(fc.constantFrom('https://exemple.fr/a_b?c=d&e=%20f', 'http://exemple.org/~x#y')),
  })
  .map((n) => {
    // A term is a descriptor or a keyword, not both
    const motsCles = n.motsCles.filter(
      (m) => !n.descripteurs.includes(m) && !n.sujetsGeographiques.some((s) => s === m),
    );
    return sansVides({ ...n, motsCles }) as Notice;
  });

export function exporter(n: Notice, rang = 1): NoticeExportee {
  return {
    id: `notice:${rang}`,
    notice: n,
    autres: [],
    url: `https://maillage.exemple.fr/notices/${rang}`,
  };
}
