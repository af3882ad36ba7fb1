import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iso2709 } from '../../../ingest/formats/iso2709/index.js';
import type { NoticeLue } from '../../../ingest/stages/catalogage/notice.js';
import { lireUnimarc } from '../../../ingest/stages/catalogage/unimarc.js';
import type { Notice } from '../../../src/domain/notice.js';
import { lireTout } from '../../support/catalogues.js';
import { type ChampTest, enIso2709 } from '../../support/marc.js';

interface Lue extends NoticeLue {
  readonly texte: string;
}

async function lire(champs: readonly ChampTest[], guide?: string): Promise<Lue> {
  const [lu] = await lireTout(iso2709, enIso2709(champs, guide === undefined ? {} : { guide }));
  if (lu?.genre !== 'enregistrement') throw new Error(lu?.raison);
  return { ...lireUnimarc(lu), texte: lu.texte };
}

const TITRE: ChampTest = ['200', '$aUn titre', '1 '];
const notice = async (...champs: readonly ChampTest[]): Promise<Notice> =>
  (await lire([TITRE, ...champs])).notice;
const autres = ({ autres, texte }: Lue) =>
  autres.map((a) => `${a.etiquette} ${texte.slice(a.debut, a.fin)}`);
const citations = ({ preuves, texte }: Lue, champ: keyof Notice) =>
  (preuves[champ] ?? []).map((p) => texte.slice(p.debut, p.fin));

describe('the title', () => {
  it('has its parts, its complement apart, without the punctuation between them', async () => {
    const lue = await lire([
      [
        '200',
        '$aLa rénovation urbaine$bTexte imprimé$hTome 2$iLes habitants$e: bilan$e, perspectives$fpar A. Roy',
        '1 ',
      ],
    ]);
    expect(lue.notice).toMatchObject({
      titre: 'La rénovation urbaine. Tome 2, Les habitants',
      complement: 'bilan : perspectives',
    });
    expect(autres(lue)).toEqual(['200 $bTexte imprimé', '200 $fpar A. Roy']);
  });

  it('leaves out who is responsible, when the record names them as authors', async () => {
    const clef = ['700', '$aClaudin$bAnatole$4070'] as const;
    const champ = ['200', '$aHistoire de l’imprimerie, par A. Claudin,...'] as const;
    expect((await lire([champ, clef])).notice.titre).toBe('Histoire de l’imprimerie');
    expect((await lire([champ])).notice.titre).toBe('Histoire de l’imprimerie, par A. Claudin,...');
    const lue = await lire([['200', '$aLe monde vu par Claudin'], clef]);
    expect(lue.notice.titre).toBe('Le monde vu par Claudin');
  });

  it('says when there is none, or when the record is in MARC 21', async () => {
    expect((await lire([['001', '1']])).remarques.map((r) => r.code)).toEqual(['titre-absent']);
    expect((await lire([['245', '$aTitle']])).remarques.map((r) => r.code)).toEqual(['marc21']);
  });
});

describe('authors', () => {
  it('are persons by name and forename, with dates, and a role by its code', async () => {
    const { auteurs } = await notice(
      ['700', '$aLa Fontaine$bJean de$f1621-1695$4070'],
      ['701', '$aBacqué$bMarie-Hélène$f1957-....$4651'],
      ['702', '$aJean-Paul$dII$cpape$4080'],
      ['702', '$aDupont, Paul'],
    );
    expect(auteurs).toEqual([
      { nom: 'La Fontaine', prenom: 'Jean de', dates: '1621-1695', role: 'auteur' },
      {
        nom: 'Bacqué',
        prenom: 'Marie-Hélène',
        dates: '1957-....',
        role: 'directeur de publication',
      },
      { nom: 'Jean-Paul II', role: 'préfacier' },
      { nom: 'Dupont', prenom: 'Paul', role: 'contributeur' },
    ]);
  });

  it('are bodies with their divisions, their place when it tells them apart', async () => {
    const { auteurs } = await notice(
      ['710', '$aFrance$bMinistère de la ville$4070', '01'],
      ['712', '$aMission locale$cCergy$4723', '02'],
    );
    expect(auteurs).toEqual([
      { nom: 'France. Ministère de la ville', collectif: true, role: 'auteur' },
      { nom: 'Mission locale (Cergy)', collectif: true, role: 'commanditaire' },
    ]);
  });

  it('have one entry for each of their roles, each with its proof', async () => {
    const lue = await lire([TITRE, ['700', '$37$aRoy$bAnne$4070$4440', ' 1']]);
    expect(lue.notice.auteurs.map((a) => a.role)).toEqual(['auteur', 'illustrateur']);
    expect(citations(lue, 'auteurs')).toEqual(Array(2).fill('$37 $aRoy $bAnne $4070 $4440'));
  });

  it('are told once where the record has them in two scripts', async () => {
    const lue = await lire([
      TITRE,
      ['700', '$6a01$7ba$aČehov$bAnton$4070'],
      ['700', '$6a01$7ca$aЧехов$bАнтон$4070'],
    ]);
    expect(lue.notice.auteurs.map((a) => a.nom)).toEqual(['Čehov']);
    expect(autres(lue)).toEqual(['700 ## $6a01 $7ca $aЧехов $bАнтон $4070']);
  });
});

describe('publication', () => {
  it('takes place, publisher and date, and lets a second field that says the same prove them', async () => {
    const lue = await lire([
      TITRE,
      ['210', '$aParis$cLa Découverte$dcop. 2012'],
      ['214', '$aParis$cLa Découverte$dcop. 2012', ' 0'],
    ]);
    expect(lue.notice).toMatchObject({
      lieu: 'Paris',
      editeur: 'La Découverte',
      date: { imprimee: 'cop. 2012', debut: 2012, fin: 2012 },
    });
    expect(autres(lue)).toEqual([]);
  });

  it('prefers who published to who distributed or printed', async () => {
    const lue = await notice(
      ['214', '$aMayenne$cImpr. Jouve', ' 3'],
      ['214', '$aParis$cSeuil$d2012', ' 0'],
      ['214', '$dDL 2013', ' 4'],
    );
    expect(lue).toMatchObject({ lieu: 'Paris', editeur: 'Seuil', date: { imprimee: '2012' } });
  });

  it('has neither place nor publisher where the record says that none is known', async () => {
    const lue = await notice(['210', '$a[S.l.]$c[s.n.]$d[2012?]']);
    expect(lue).not.toHaveProperty('lieu');
    expect(lue).not.toHaveProperty('editeur');
    expect(lue.date).toEqual({ imprimee: '[2012?]', debut: 2012, fin: 2012 });
  });

  it('reads the place, the publisher and the collation that old records have in one value', async () => {
    const lue = await notice([
      '210',
      '$aParis, Impr. nationale$a(Mayenne, impr. Jouve)$d1900-1914. 4 vol. in-fol., fig.',
    ]);
    expect(lue).toMatchObject({
      lieu: 'Paris',
      editeur: 'Impr. nationale',
      date: { imprimee: '1900-1914', debut: 1900, fin: 1914 },
      pagination: '4 vol. in-fol., fig.',
    });
    expect(await notice(['210', '$aCambridge, Mass.$d2012'])).toMatchObject({
      lieu: 'Cambridge, Mass.',
    });
    expect((await notice(['210', '$d2012. Réimpression 2014'])).pagination).toBeUndefined();
  });

  it.each([
    ['f', '19701980', { imprimee: '[s.d.]', debut: 1970, fin: 1980 }],
    ['d', '2012    ', { imprimee: '[s.d.]', debut: 2012, fin: 2012 }],
    ['a', '19959999', { imprimee: '[s.d.]', debut: 1995 }],
  ])('takes the years of 100$a, kind « %s », when none is printed', async (genre, annees, date) => {
    const champs: ChampTest[] = [
      ['100', `$a20120101${genre}${annees}k  y0frey50      ba`],
      ['210', '$d[s.d.]'],
    ];
    expect((await notice(...champs)).date).toEqual(date);
    const { debut, fin } = date as { debut: number; fin?: number };
    const codee = fin === undefined ? `${debut}-` : fin === debut ? `${debut}` : `${debut}-${fin}`;
    expect((await notice(champs[0] ?? TITRE)).date?.imprimee).toBe(codee);
  });
});

describe('what a record is', () => {
  it.each([
    ['nam  22', [], 'livre'],
    ['nas  22', [], 'périodique'],
    ['ngm  22', [], 'vidéo'],
    ['nem  22', [], 'carte'],
    ['nab  22', [], 'numéro de périodique'],
    ['naa  22', [['461', '$tUrbanisme$x0042-1014', ' 0']], 'article'],
    ['naa  22', [['463', '$tLa ville en débat$y978-2-07-036822-8', ' 0']], 'chapitre'],
    ['nac  22', [], 'dossier'],
    ['nlm  22', [['135', '$aa||||||||']], 'jeu de données'],
    ['nlm  22', [['215', '$a1 cédérom']], 'cédérom'],
    ['nam  22', [['105', '$ay   m   00|y|']], 'thèse'],
    ['nam  22', [['105', '$ay   p   00|y|']], 'rapport'],
    ['nam  22', [['105', '$ay   z   10|y|']], 'acte de colloque'],
    ['nam  22', [['328', '$aThèse de doctorat']], 'thèse'],
    ['nrm  22', [], 'document'],
  ] as const)('is by its leader « %s » and coded fields', async (guide, champs, type) => {
    expect((await lire([TITRE, ...champs], guide)).notice.type).toBe(type);
  });
});

describe('what a record is in', () => {
  it('is a periodical and its issue, for an article', async () => {
    const lue = await lire(
      [
        TITRE,
        ['461', '$tUrbanisme$x0042-1014$9lnk:perio', ' 0'],
        ['463', '$tLa ville sensible$v385$d2012-07-01$p12-18', ' 0'],
      ],
      'naa  22',
    );
    expect(lue.notice).toMatchObject({
      hote: 'Urbanisme',
      numero: 'n° 385',
      pagination: '12-18',
      issn: ['0042-1014'],
      date: { imprimee: '2012-07-01', debut: 2012 },
    });
    expect(autres(lue)).toEqual(['461 $9lnk:perio', '463 $tLa ville sensible']);
  });

  it('is read in embedded fields too', async () => {
    const lue = await lire(
      [TITRE, ['463', '$1001123$12001 $aEsprit$v3$1011  $a0014-0759', ' 0']],
      'naa  22',
    );
    expect(lue.notice).toMatchObject({
      type: 'article',
      hote: 'Esprit',
      numero: 'n° 3',
      issn: ['0014-0759'],
    });
  });

  it('is a set and its volume, or a collection, for a book', async () => {
    const lue = await notice(
      ['461', '$tHistoire de la France urbaine$v5', ' 0'],
      ['225', '$aRepères$v345', '2 '],
    );
    expect(lue).toMatchObject({
      hote: 'Histoire de la France urbaine',
      numero: 'vol. 5',
      collection: 'Repères',
    });
  });
});

describe('numbers, languages, subjects, copies', () => {
  it('are kept when their check digit holds, told when it does not', async () => {
    const lue = await lire([
      TITRE,
      ['010', '$a2-07-036822-X$bbr.$d6 EUR'],
      ['010', '$a2-07-036822-1'],
      ['011', '$a0042-1014'],
      ['017', '$a10.3917/ESP.150.0015$2doi'],
    ]);
    expect(lue.notice).toMatchObject({
      isbn: ['9782070368228'],
      issn: ['0042-1014'],
      doi: '10.3917/esp.150.0015',
    });
    expect(lue.remarques.map((r) => r.code)).toEqual(['isbn-faux']);
    expect(autres(lue)).toEqual(['010 $bbr.', '010 $d6 EUR', '010 ## $a2-07-036822-1']);
  });

  it('reads codes of languages, one or several in a value', async () => {
    expect((await notice(['101', '$afreeng$ager$ceng', '1 '])).langues).toEqual([
      'fre',
      'eng',
      'ger',
    ]);
  });

  it('parts a subject and its subdivisions with « -- », and the terms of a value', async () => {
    const lue = await notice(
      ['606', '$311$aGravure$312$yFrance$z16e siècle', ' 1'],
      ['600', '$aDubet$bFrançois$f1946-....$xCritique', ' 1'],
      ['601', '$aFrance$bDIV', '01'],
      ['607', '$aVal-d’Oise$xUrbanisme'],
      ['610', '$apolitique de la ville ; médiation;CUCS', '0 '],
    );
    expect(lue).toMatchObject({
      descripteurs: [
        'Gravure -- France -- 16e siècle',
        'Dubet, François (1946-....) -- Critique',
        'France. DIV',
      ],
      sujetsGeographiques: ['Val-d’Oise -- Urbanisme'],
      motsCles: ['politique de la ville', 'médiation', 'CUCS'],
    });
  });

  it('takes the call number of a copy before a class, and tells a copy once', async () => {
    const lue = await notice(
      ['676', '$a361.25'],
      ['995', '$aPôle$f5901$kVIL 12'],
      ['996', '$f5901$kVIL 12$eLivre$1Empruntable'],
    );
    expect(lue).toMatchObject({ cote: 'VIL 12', exemplaires: ['Pôle ; 5901 ; VIL 12'] });
    expect((await notice(['676', '$a361.25'])).cote).toBe('361.25');
  });

  it('takes the marks of HTML out of an abstract', async () => {
    expect(
      (await notice(['330', '$a<p>Un &amp; deux,<br />trois &lt; <i>quatre</i></p>'])).resume,
    ).toBe('Un & deux, trois < quatre');
  });
});

describe('a hostile record', () => {
  it.each([
    ['spaces', ' '.repeat(4500)],
    ['spaces and line breaks', ' \n\u0085'.repeat(1200)],
    ['marks', ' :'.repeat(2200)],
    ['commas and names', ', a'.repeat(1500)],
    ['years', '2012-'.repeat(900)],
    ['digits', '9-7-8-'.repeat(750)],
    ['tags', '<p '.repeat(1500)],
  ])('full of %s takes no longer than another', async (_, bruit) => {
    const depart = performance.now();
    const champs = [
      '010',
      '011',
      '017',
      '101',
      '200',
      '210',
      '215',
      '225',
      '330',
      '461',
      '606',
      '610',
      '700',
      '995',
    ];
    for (const c of champs) await lire([[c, `$aa${bruit}b $dx${bruit}y $4070`]]);
    expect(performance.now() - depart).toBeLessThan(3000);
  });
});

describe('any record', () => {
  const etiquettes = fc.constantFrom(
    '010',
    '011',
    '017',
    '100',
    '101',
    '105',
    '200',
    '205',
    '210',
    '214',
    '215',
    '225',
    '300',
    '330',
    '410',
    '461',
    '463',
    '600',
    '601',
    '606',
    '607',
    '610',
    '676',
    '700',
    '701',
    '702',
    '710',
    '720',
    '801',
    '856',
    '900',
    '930',
    '995',
    '996',
  );
  const mots = fc.stringMatching(/^[ ,:;/=A-Za-zé0-9().-]{1,30}$/);
  const champs = fc.array(
    fc.tuple(
      etiquettes,
      fc.array(fc.tuple(fc.constantFrom(...'abcdefhitvxyz149'), mots), {
        minLength: 1,
        maxLength: 6,
      }),
    ),
    { maxLength: 15 },
  );

  it('has each of its fields in the proofs or in the other fields, and one proof for each value of a list', async () => {
    await fc.assert(
      fc.asyncProperty(
        champs,
        fc.constantFrom('nam  22', 'naa  22', 'nas  22'),
        async (lignes, guide) => {
          const lue = await lire(
            [
              ['001', 'x'],
              ...lignes.map(
                ([e, v]) => [e, v.map(([c, t]) => `$${c}${t}`).join(''), '1 '] as const,
              ),
            ],
            guide,
          );
          const couverts = [...Object.values(lue.preuves).flat(), ...lue.autres];
          let place = 0;
          for (const ligne of lue.texte.split('\n')) {
            const [debut, fin] = [place, place + ligne.length];
            place = fin + 1;
            if (!/[\p{L}\p{N}]/u.test(ligne.slice(4).replace(/^.. \$./, ''))) continue;
            expect(
              couverts.some((p) => p.debut < fin && p.fin > debut),
              ligne,
            ).toBe(true);
            for (const { index, 0: sous } of ligne.matchAll(
              /(?<= \$.)[^$]*[\p{L}\p{N}][^$]*?(?= \$|$)/gu,
            )) {
              const [d, f] = [debut + index, debut + index + sous.length];
              expect(
                couverts.some((p) => p.debut < f && p.fin > d),
                `${ligne} : ${sous}`,
              ).toBe(true);
            }
          }
          for (const [champ, valeur] of Object.entries(lue.notice))
            if (Array.isArray(valeur))
              expect(lue.preuves[champ as keyof Notice] ?? []).toHaveLength(valeur.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
