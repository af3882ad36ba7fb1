import { describe, expect, it } from 'vitest';
import { docx } from '../../../ingest/formats/docx/index.js';
import { p, petitDocx } from '../../support/bureautique.js';
import { lignesDe, pagesDe, textesDe } from '../../support/lignes.js';

const textes = (corps: string, parties = {}) => textesDe(docx, petitDocx(corps, parties));
const lignes = (corps: string, parties = {}) => lignesDe(docx, petitDocx(corps, parties));

const niveau = (rang: number, format: string, modele: string) =>
  `<w:lvl w:ilvl="${rang}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${modele}"/></w:lvl>`;
const NUMEROS = `<w:abstractNum w:abstractNumId="0">${niveau(0, 'upperRoman', '%1.')}${niveau(1, 'decimal', '%1.%2')}${niveau(2, 'lowerLetter', '%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${niveau(0, 'bullet', '\uf0a7')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;
const liste = (num: number, rang: number) =>
  `<w:numPr><w:ilvl w:val="${rang}"/><w:numId w:val="${num}"/></w:numPr>`;

describe('paragraphs of a Word file', () => {
  it('are one line each; a line break goes on with its paragraph, a tab stays', async () => {
    const corps = `${p('Un')}<w:p><w:r><w:t>Deux</w:t><w:tab/><w:t>trois</w:t><w:br/><w:t>quatre</w:t></w:r></w:p>`;
    expect((await lignes(corps)).map((l) => [l.texte, l.paragraphe])).toEqual([
      ['Un', true],
      ['Deux\ttrois', true],
      ['quatre', false],
    ]);
  });

  it('keep what was inserted and leave out what was deleted, hidden, or is a comment or a field code', async () => {
    const run = (t: string, rPr = '') => `<w:r><w:rPr>${rPr}</w:rPr><w:t>${t}</w:t></w:r>`;
    const champ = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('lien')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const corps = `<w:p><w:ins>${run('gardé ')}</w:ins><w:del><w:r><w:delText>ôté</w:delText></w:r></w:del><w:moveFrom>${run('parti')}</w:moveFrom>${run('caché', '<w:vanish/>')}${champ}<w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    expect(await textes(corps)).toEqual(['gardé lien']);
  });

  it('are read inside content controls, smart tags and links, but not what only invites to type', async () => {
    const sdt = (pr: string, t: string) =>
      `<w:sdt><w:sdtPr>${pr}</w:sdtPr><w:sdtContent>${p(t)}</w:sdtContent></w:sdt>`;
    const corps = `${sdt('', 'Rempli')}${sdt('<w:showingPlcHdr/>', 'Cliquez ici')}<w:p><w:smartTag><w:hyperlink><w:r><w:t>Garges</w:t><w:noBreakHyphen/><w:t>lès</w:t></w:r></w:hyperlink></w:smartTag></w:p>`;
    expect(await textes(corps)).toEqual(['Rempli', 'Garges-lès']);
  });

  it('have the level of their heading style, by outline or by name, through what it is based on', async () => {
    const style = (id: string, nom: string, dedans: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${nom}"/>${dedans}</w:style>`;
    const styles = `${style('Titre1', 'heading 1', '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')}${style('Fiche', 'Fiche', '<w:basedOn w:val="Titre1"/>')}${style('Plan', 'Plan', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')}`;
    const corps = ['Titre1', 'Fiche', 'Plan', 'Inconnu']
      .map((s) => p(s, `<w:pStyle w:val="${s}"/>`))
      .join('');
    expect((await lignes(corps, { styles })).map((l) => [l.niveau, l.gras, l.taille])).toEqual([
      [1, true, 16],
      [1, true, 16],
      [3, false, undefined],
      [undefined, false, undefined],
    ]);
  });

  it('have their pieces where the weight changes', async () => {
    const corps =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Public : </w:t></w:r><w:r><w:t>élus</w:t></w:r></w:p>';
    const [ligne] = await lignes(corps);
    expect(ligne?.pieces?.map((x) => x.debut)).toEqual([0, 9]);
  });
});

describe('lists of a Word file', () => {
  it('write their numbers over several levels and their bullets as a reader sees them', async () => {
    const corps = [
      p('Axe', liste(1, 0)),
      p('Un', liste(1, 1)),
      p('Deux', liste(1, 1)),
      p('Détail', liste(1, 2)),
      p('Autre axe', liste(1, 0)),
      p('Un encore', liste(1, 1)),
      p('Puce', liste(2, 0)),
      p('Hors liste', liste(0, 0)),
      p('Reprise', liste(3, 0)),
    ].join('');
    const lues = await lignes(corps, { numbering: NUMEROS });
    expect(lues.map((l) => l.texte)).toEqual([
      'I. Axe',
      'I.1 Un',
      'I.2 Deux',
      'a) Détail',
      'II. Autre axe',
      'II.1 Un encore',
      '▪ Puce',
      'Hors liste',
      'VII. Reprise',
    ]);
    expect(lues.map((l) => l.liste)).toEqual([1, 2, 2, 3, 1, 2, 1, undefined, 1]);
  });
});

describe('tables of a Word file', () => {
  const tc = (t: string, pr = '') => `<w:tc><w:tcPr>${pr}</w:tcPr>${t}</w:tc>`;
  const place = (l: { cellule?: { rangee: number; colonne: number; colonnes: number } }) =>
    l.cellule === undefined ? null : [l.cellule.rangee, l.cellule.colonne, l.cellule.colonnes];

  it('give each line its cell, merged ones counted', async () => {
    const corps = `<w:tbl><w:tr>${tc(p('A'))}${tc(p('B'))}${tc(p('C'))}</w:tr><w:tr>${tc(p('D'), '<w:gridSpan w:val="2"/>')}${tc(p('E1') + p('E2'))}</w:tr></w:tbl>${p('après')}`;
    expect((await lignes(corps)).map((l) => [l.texte, place(l)])).toEqual([
      ['A', [0, 0, 3]],
      ['B', [0, 1, 3]],
      ['C', [0, 2, 3]],
      ['D', [1, 0, 3]],
      ['E1', [1, 2, 3]],
      ['E2', [1, 2, 3]],
      ['après', null],
    ]);
  });

  it('read a text box once, as a table of one cell', async () => {
    const boite = `<w:txbxContent>${p('Encadré')}</w:txbxContent>`;
    const corps = `<w:p><w:r><w:t>Avant</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${boite}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${boite}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect((await lignes(corps)).map((l) => [l.texte, l.cellule?.colonnes])).toEqual([
      ['Avant', undefined],
      ['Encadré', 1],
    ]);
  });
});

describe('pages of a Word file', () => {
  const saut = '<w:r><w:br w:type="page"/></w:r>';
  const rendu = '<w:r><w:lastRenderedPageBreak/></w:r>';

  it('end at page breaks and where Word last ended them, once where both stand', async () => {
    const corps = `${p('Un')}<w:p>${saut}</w:p><w:p>${rendu}<w:r><w:t>Deux</w:t></w:r></w:p><w:p><w:r><w:t>Fin de page</w:t></w:r>${rendu}<w:r><w:t>suite</w:t></w:r></w:p>`;
    const pages = await pagesDe(docx, petitDocx(corps));
    expect(pages.map((x) => x.texte.trim())).toEqual(['Un', 'Deux\nFin de page', 'suite']);
    expect(pages[2]?.lignes[0]?.paragraphe).toBe(false);
  });

  it('carry their running heads and numbers where there are enough of them', async () => {
    const corps = `${['a', 'b', 'c', 'd'].map((t) => p(`Texte ${t}`)).join(`<w:p>${saut}</w:p>`)}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgNumType w:start="5"/></w:sectPr>`;
    const footer =
      '<w:p><w:r><w:t xml:space="preserve">Programme - </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>';
    const pages = await pagesDe(docx, petitDocx(corps, { footer }));
    expect(pages.map((x) => [x.imprimee, x.texte.split('\n').at(-1)])).toEqual(
      [5, 6, 7, 8].map((n) => [n, `Programme - ${n}`]),
    );
    const courte = await pagesDe(docx, petitDocx(`${p('Seule')}<w:sectPr/>`, { footer }));
    expect(courte.map((x) => x.texte)).toEqual(['Seule']);
  });

  it('set the text of a note at the foot of the page that calls it', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote><w:footnote w:id="2">${p('Texte de la note.')}</w:footnote>`;
    const corps = `<w:p><w:r><w:t>Onze contrats</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>${p('Fin.')}`;
    const lues = await lignes(corps, { footnotes });
    expect(lues.map((l) => l.texte)).toEqual(['Onze contrats1.', 'Fin.', '1 Texte de la note.']);
    expect(lues[0]?.exposants).toEqual([{ debut: 13, fin: 14 }]);
  });

  it('are unreadable, with the reason, when a picture is all there is', async () => {
    const corps = `<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p><w:p>${saut}</w:p>${p('Texte')}`;
    const pages = await pagesDe(docx, petitDocx(corps));
    expect(pages.map((x) => x.etat)).toEqual(['illisible', 'lu']);
    expect(pages[0]?.raison).toMatch(/image/);
  });
});
