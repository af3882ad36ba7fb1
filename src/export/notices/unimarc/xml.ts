import type { ChampEcrit, NoticeEcrite } from './champ.js';

/** ISO 25577, MarcXchange: what the BnF and the Sudoc write UNIMARC in. */
export const ENTETE_XML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="info:lc/xmlns/marcxchange-v2">\n';
export const FIN_XML = '</collection>\n';

/** Declaration for a record that stands outside of a collection. */
export const ESPACE_XML = ' xmlns="info:lc/xmlns/marcxchange-v2"';

/** A record in MarcXchange, a field a line. */
export function ecrireXml({ guide, champs }: NoticeEcrite, espace = ''): string {
  const lignes = champs.map((c) => `  ${ecrireChamp(c)}\n`).join('');
  return `<record${espace} format="UNIMARC" type="Bibliographic">\n  <leader>     ${guide} 22        450 </leader>\n${lignes}</record>\n`;
}

function ecrireChamp({ etiquette, indicateurs, sousChamps }: ChampEcrit): string {
  if (indicateurs === '')
    return `<controlfield tag="${etiquette}">${echapper(sousChamps[0]?.[1] ?? '')}</controlfield>`;
  const [un, deux] = [indicateurs.slice(0, 1), indicateurs.slice(1, 2)].map(echapper);
  const corps = sousChamps.map(
    ([code, v]) => `<subfield code="${echapper(code)}">${echapper(v)}</subfield>`,
  );
  return `<datafield tag="${etiquette}" ind1="${un}" ind2="${deux}">${corps.join('')}</datafield>`;
}

function echapper(texte: string): string {
  return texte
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
