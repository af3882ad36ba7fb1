import { describe, expect, it } from 'vitest';
import { odt } from '../../../ingest/formats/odt/index.js';
import { petitOdt } from '../../support/bureautique.js';
import { lignesDe, pagesDe, textesDe } from '../../support/lignes.js';

const p = (texte: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${texte}</text:p>`;
const style = (nom: string, famille: string, dedans: string, attributs = '') =>
  `<style:style style:name="${nom}" style:family="${famille}" ${attributs}>${dedans}</style:style>`;
const GRAS = '<style:text-properties fo:font-weight="bold"/>';

describe('paragraphs of an OpenDocument text', () => {
  it('run white space into one, and keep the spaces, tabs and line breaks that are declared', async () => {
    const corps = p(
      '  Un \n  deux<text:span> </text:span> trois<text:s text:c="2"/>!<text:tab/>x<text:line-break/>y',
    );
    expect(await textesDe(odt, petitOdt(corps))).toEqual(['Un deux trois  !\tx', 'y']);
  });

  it('leave out comments, deleted text and hidden sections', async () => {
    const corps = `<text:tracked-changes><text:changed-region><text:deletion>${p('ôté')}</text:deletion></text:changed-region></text:tracked-changes>${p('Gardé<office:annotation><text:p>remarque</text:p></office:annotation>')}<text:section text:display="none">${p('caché')}</text:section><text:section>${p('visible')}</text:section>`;
    expect(await textesDe(odt, petitOdt(corps))).toEqual(['Gardé', 'visible']);
  });

  it('inherit weight and size, and change of weight makes pieces', async () => {
    const auto =
      style(
        'P1',
        'paragraph',
        '<style:text-properties fo:font-size="150%"/>',
        'style:parent-style-name="Corps"',
      ) + style('T1', 'text', GRAS);
    const styles = `<office:styles>${style('Corps', 'paragraph', '<style:text-properties fo:font-size="12pt"/>')}</office:styles>`;
    const corps = p('<text:span text:style-name="T1">Public : </text:span>élus', 'P1');
    const [ligne] = await lignesDe(odt, petitOdt(corps, auto, styles));
    expect([ligne?.taille, ligne?.gras, ligne?.pieces?.map((x) => x.debut)]).toEqual([
      18,
      true,
      [0, 9],
    ]);
  });

  it('have the level of their heading, and the number that the outline gives it', async () => {
    const plan =
      '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix=" –"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:outline-style></office:styles>';
    const h = (n: number, t: string) => `<text:h text:outline-level="${n}">${t}</text:h>`;
    const corps = h(1, 'Axe') + h(2, 'Une') + h(2, 'Deux') + h(1, 'Autre') + h(2, 'Une');
    const lues = await lignesDe(odt, petitOdt(corps, '', plan));
    expect(lues.map((l) => [l.niveau, l.texte])).toEqual([
      [1, 'I – Axe'],
      [2, 'I.1. Une'],
      [2, 'I.2. Deux'],
      [1, 'II – Autre'],
      [2, 'II.1. Une'],
    ]);
  });
});

describe('lists of an OpenDocument text', () => {
  const NUMEROS =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>';
  const item = (dedans: string, attributs = '') =>
    `<text:list-item ${attributs}>${dedans}</text:list-item>`;

  it('write numbers and bullets, go on where they say so, start again elsewhere', async () => {
    const corps = `<text:list text:style-name="L">${item(p('un') + p('suite'))}${item(`${p('deux')}<text:list>${item(p('dedans'))}</text:list>`)}</text:list>${p('Texte')}<text:list text:style-name="L" text:continue-numbering="true">${item(p('trois'))}</text:list><text:list text:style-name="L">${item(p('un'))}${item(p('neuf'), 'text:start-value="9"')}</text:list>`;
    const lues = await lignesDe(odt, petitOdt(corps, NUMEROS));
    expect(lues.map((l) => [l.liste, l.texte])).toEqual([
      [1, '1. un'],
      [1, 'suite'],
      [1, '2. deux'],
      [2, '– dedans'],
      [undefined, 'Texte'],
      [1, '3. trois'],
      [1, '1. un'],
      [1, '9. neuf'],
    ]);
  });
});

describe('tables of an OpenDocument text', () => {
  it('give each line its cell, merged ones counted, and a text box is one cell', async () => {
    const c = (t: string, a = '') => `<table:table-cell ${a}>${p(t)}</table:table-cell>`;
    const corps = `<table:table><table:table-header-rows><table:table-row>${c('A')}${c('B')}${c('C')}</table:table-row></table:table-header-rows><table:table-row>${c('D', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${c('E')}</table:table-row></table:table>${p('Avant<draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame>')}`;
    const lues = await lignesDe(odt, petitOdt(corps));
    expect(
      lues.map((l) => [l.texte, l.cellule?.rangee, l.cellule?.colonne, l.cellule?.colonnes]),
    ).toEqual([
      ['A', 0, 0, 3],
      ['B', 0, 1, 3],
      ['C', 0, 2, 3],
      ['D', 1, 0, 3],
      ['E', 1, 2, 3],
      ['Avant', undefined, undefined, undefined],
      ['Encadré', 0, 0, 1],
    ]);
  });
});

describe('pages of an OpenDocument text', () => {
  it('end at breaks, soft ones included, and carry the heads of their master page', async () => {
    const auto = style('S', 'paragraph', '<style:paragraph-properties fo:break-before="page"/>');
    const maitre =
      '<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Programme 2031</text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>';
    const corps = `${p('Un')}${p('Deux', 'S')}<text:soft-page-break/>${p('Trois')}${p('à<text:soft-page-break/>cheval')}`;
    const pages = await pagesDe(odt, petitOdt(corps, auto, maitre));
    expect(pages.map((x) => [x.imprimee, x.texte.replace(/\n+/g, ' | ')])).toEqual([
      [1, 'Programme 2031 | Un | 1'],
      [2, 'Programme 2031 | Deux | 2'],
      [3, 'Programme 2031 | Trois | à | 3'],
      [4, 'Programme 2031 | cheval | 4'],
    ]);
  });

  it('set notes at their foot', async () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>La note.</text:p></text:note-body></text:note>';
    expect(await textesDe(odt, petitOdt(p(`Onze contrats${note}.`) + p('Fin.')))).toEqual([
      'Onze contrats1.',
      'Fin.',
      '1 La note.',
    ]);
  });
});
