import type { Element } from './disposition.js';
import type { Hasard } from './hasard.js';

const LARGEUR = 90;

function couper(texte: string): string[] {
  const lignes: string[] = [];
  let ligne = '';
  for (const mot of texte.split(' ')) {
    if (ligne !== '' && ligne.length + mot.length >= LARGEUR) {
      lignes.push(ligne);
      ligne = mot;
    } else ligne = ligne === '' ? mot : `${ligne} ${mot}`;
  }
  return [...lignes, ligne];
}

/** Plain text: headings between blank lines, fields in a row, cells parted by tabs. */
export function enTexte(elements: readonly Element[], h: Hasard): string {
  const lignes: string[] = [];
  const serre = h.oui();
  let avant: Element | null = null;
  for (const e of elements) {
    const suite = avant?.genre === 'champ' && e.genre === 'champ';
    const colle = suite || (serre && avant?.genre === 'titre' && avant.niveau === 2);
    if (e.genre === 'page') lignes.push('\f');
    else lignes.push(...(colle || lignes.length === 0 ? [] : ['']), ...lignesDe(e));
    avant = e;
  }
  return `${lignes.join('\n').replaceAll('\f\n', '\f')}\n`;
}

function lignesDe(e: Element): string[] {
  if (e.genre === 'champ') {
    if (e.forme === 'dessous') return [e.etiquette.replace(/\s\?$/, ' ?'), ...couper(e.valeur)];
    const deux = e.etiquette.endsWith('?') ? ' ' : ' : ';
    return couper(
      `${e.forme === 'puce' ? '• ' : ''}${e.etiquette}${deux === ' ' ? ' : ' : deux}${e.valeur}`,
    );
  }
  if (e.genre === 'tableau') return e.rangees.map((r) => r.join('\t'));
  if (e.genre === 'page') return [];
  return couper(e.genre === 'puce' ? `- ${e.texte}` : e.texte);
}

const STYLES = [
  'body{font:11pt Liberation Serif,serif}h1{font-size:22pt}h2{font-size:16pt}h3{font-size:13pt}',
  'body{font:10pt Liberation Sans,sans-serif}h1{font-size:20pt;text-align:center}h2{font-size:14pt;color:#063}h3{font-size:11pt}',
  'body{font:11pt Liberation Sans,sans-serif;text-align:justify}h1{font-size:24pt}h2{font-size:15pt;text-transform:none;border-bottom:1px solid}h3{font-size:12pt;font-style:italic}',
];

/** A page of HTML that a browser or a word processor turns into a file. */
export function enHtml(elements: readonly Element[], h: Hasard): string {
  const gras = h.oui(0.7);
  const bord = h.oui(0.7) ? 'border:1px solid;' : '';
  const style = `${h.un(STYLES)} table{border-collapse:collapse;width:100%} td,th{${bord}padding:4px 8px;text-align:left;vertical-align:top} .page{page-break-before:always} p{margin:6pt 0} .c{margin:1pt 0}`;
  let page = false;
  const corps = elements.map((e) => {
    if (e.genre === 'page') {
      page = true;
      return '';
    }
    const classe = page ? ' class="page"' : '';
    page = false;
    return ecrire(e, classe, gras);
  });
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title></title><style>${style}</style></head><body>${corps.join('\n')}</body></html>`;
}

function ecrire(e: Exclude<Element, { genre: 'page' }>, classe: string, gras: boolean): string {
  const fort = (t: string) => (gras ? `<b>${t}</b>` : t);
  if (e.genre === 'titre') return `<h${e.niveau + 1}${classe}>${e.texte}</h${e.niveau + 1}>`;
  if (e.genre === 'tableau') return ecrireTableau(e, classe, fort);
  if (e.genre === 'champ') {
    if (e.forme === 'dessous')
      return `<p class="c">${fort(e.etiquette)}</p><p class="c">${e.valeur}</p>`;
    if (e.forme === 'puce')
      return `<ul class="c"><li>${fort(`${e.etiquette} :`)} ${e.valeur}</li></ul>`;
    return `<p class="c">${fort(`${e.etiquette} :`)} ${e.valeur}</p>`;
  }
  return e.genre === 'puce' ? `<ul><li>${e.texte}</li></ul>` : `<p${classe}>${e.texte}</p>`;
}

function ecrireTableau(
  e: Extract<Element, { genre: 'tableau' }>,
  classe: string,
  fort: (t: string) => string,
): string {
  const rangees = e.rangees.map((r, i) => {
    const cellules = r.map((c, j) => {
      const titre = e.entete ? i === 0 : j === 0;
      return `<td${!e.entete && j === 0 ? ' style="width:30%"' : ''}>${titre ? fort(c) : c}</td>`;
    });
    return `<tr>${cellules.join('')}</tr>`;
  });
  return `<table${classe}>${rangees.join('\n')}</table>`;
}
