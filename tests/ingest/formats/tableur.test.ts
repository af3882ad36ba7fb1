import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionsCatalogue } from '../../../ingest/formats/catalogue/catalogue.js';
import { devinerColonnes, ecrireColonnes } from '../../../ingest/formats/tableur/colonnes.js';
import { tableur } from '../../../ingest/formats/tableur/index.js';
import { lireTableau } from '../../../ingest/stages/catalogage/tableau.js';
import type { Notice } from '../../../src/domain/notice.js';
import { flux, lireTout } from '../../support/catalogues.js';
import { verifierCouverture } from '../../support/couverture-notices.js';
import { texte } from '../../support/notices-signes.js';

async function notices(
  octets: string | Uint8Array,
  options: OptionsCatalogue = {},
): Promise<Notice[]> {
  const lues: Notice[] = [];
  for await (const lu of tableur.lire(flux(Buffer.from(octets)), options))
    if (lu.genre === 'enregistrement') lues.push(lireTableau(lu).notice);
  return lues;
}

describe('a table', () => {
  it.each([';', ',', '\t', '|'])('is parted by %j', async (s) => {
    const lignes = ['Titre', 'Année', 'Éditeur'].join(s);
    const [lue] = await notices(`${lignes}\nLa ville${s}2012${s}Seuil\n`);
    expect(lue).toMatchObject({ titre: 'La ville', editeur: 'Seuil', date: { debut: 2012 } });
  });

  it.each(['xlsx', 'biff8', 'ods'] as const)(
    'is read in a workbook (%s), sheet by sheet',
    async (bookType) => {
      const livre = utils.book_new();
      const date = new Date(Date.UTC(2012, 4, 3));
      utils.book_append_sheet(
        livre,
        utils.aoa_to_sheet([
          ['Titre', 'Auteur', 'Date'],
          ['Un', 'Roy, Anne', date],
        ]),
        'A',
      );
      utils.book_append_sheet(
        livre,
        utils.aoa_to_sheet([
          ['Titre', 'ISBN'],
          ['Deux', '2-07-036822-X'],
        ]),
        'B',
      );
      const octets: Uint8Array = write(livre, { type: 'buffer', bookType });
      const extension = bookType === 'biff8' ? 'xls' : bookType;
      expect(tableur.reconnait(octets, `a.${extension}`)).toBe(true);
      expect(await notices(octets)).toMatchObject([
        { titre: 'Un', auteurs: [{ nom: 'Roy' }], date: { debut: 2012 } },
        { titre: 'Deux', isbn: ['9782070368228'] },
      ]);
    },
  );

  it('gives what the source declares of its columns, before what its headings say', async () => {
    const [lue] = await notices('Titre;Libellé long;X\na;b;c\n', {
      tableaux: [
        { colonnes: { titre: 'Absent' } },
        { colonnes: { titre: 'Libellé long', cote: 'X' }, type: 'rapport' },
      ],
    });
    expect(lue).toMatchObject({ titre: 'b', cote: 'c', type: 'rapport' });
  });

  it('that is no bibliography is a list of posts or of data, by its most telling column', async () => {
    const postes = await notices('id_poste;structure;montant\n07A1;CLEF JOB;21\n07A2;A J I R;21\n');
    expect(postes.map((n) => [n.type, n.titre])).toEqual([
      ['poste', 'CLEF JOB'],
      ['poste', 'A J I R'],
    ]);
    expect((await notices('code;quartier\n1;Les Doucettes\n'))[0]).toMatchObject({
      type: 'jeu de données',
      titre: 'Les Doucettes',
    });
  });

  it('keeps the key of its rows under the column of identifiers, whatever it is called', async () => {
    const octets = Buffer.from('id_poste;structure\n07A1;CLEF JOB\n07A2;A J I R\n');
    const [lu] = await lireTout(tableur, octets);
    if (lu?.genre !== 'enregistrement') throw new Error('un enregistrement est attendu');
    const { cle, notice } = lireTableau(lu);
    expect([cle, notice.type, notice.titre]).toEqual(['07A1', 'poste', 'CLEF JOB']);
  });

  it('has its guessed mapping written for a person to correct', () => {
    const entete = ['TITRE', 'Mots_clés', 'Prix'];
    expect(ecrireColonnes(entete, devinerColonnes(entete, []))).toBe(
      'tableaux:\n  - colonnes:\n      titre: "TITRE"\n      motsCles: "Mots_clés"\n      # (sans champ) : "Prix"\n',
    );
  });

  it('sets apart a row of another width, or with a quote never closed, and reads the rest', async () => {
    const lus = await lireTout(tableur, Buffer.from('Titre;Auteur\na;b;c\nd;"e\nf;g\n'));
    expect(lus.map((lu) => (lu.genre === 'rompu' ? lu.code : lu.texte))).toEqual([
      'nombre-de-colonnes',
      'guillemet-ouvert',
      'Titre : f\nAuteur : g',
    ]);
  });

  it('has each of its cells in the proofs or in the other fields, in chunks of any size', async () => {
    const colonnes = 'Titre;Auteur;Date;ISBN;Langue;Résumé;Mots-clés;URL;Prix;Cote'.split(';');
    const cellule = texte.map((t) => `"${t.replaceAll('"', '""')}"`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cellule, { minLength: 10, maxLength: 10 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 40 }),
        async (rangees, taille) => {
          const octets = Buffer.from([colonnes, ...rangees].map((r) => r.join(';')).join('\n'));
          const lus = await lireTout(tableur, octets, taille);
          expect(lus).toHaveLength(rangees.length);
          for (const lu of lus)
            if (lu.genre === 'enregistrement') verifierCouverture(lu, lireTableau);
        },
      ),
    );
  });
});
