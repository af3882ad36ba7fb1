/** A field of a test record: « 001 » and its value, or a tag, indicators and subfields « $aTitre$eSuite ». */
export type ChampTest = readonly [etiquette: string, valeur: string, indicateurs?: string];

type Encoder = (texte: string) => Uint8Array;
const utf8: Encoder = (texte) => Buffer.from(texte);

/** A record in ISO 2709, made apart from the code under test. `encoder` gives the bytes of a text. */
export function enIso2709(
  champs: readonly ChampTest[],
  { encoder = utf8, guide = 'nam  22' }: { encoder?: Encoder; guide?: string } = {},
): Buffer {
  const donnees = champs.map(([etiquette, valeur, indicateurs = '  ']) => {
    const texte = etiquette.startsWith('00')
      ? valeur
      : indicateurs + valeur.replaceAll('$', '\u001f');
    return Buffer.concat([encoder(texte), Buffer.from([0x1e])]);
  });
  let adresse = 0;
  const repertoire = champs.map(([etiquette], i) => {
    const longueur = donnees[i]?.length ?? 0;
    const entree = etiquette + String(longueur).padStart(4, '0') + String(adresse).padStart(5, '0');
    adresse += longueur;
    return entree;
  });
  const base = 24 + 12 * champs.length + 1;
  const total = base + adresse + 1;
  const tete = `${String(total).padStart(5, '0')}${guide}${String(base).padStart(5, '0')}   450 `;
  return Buffer.concat([
    Buffer.from(`${tete}${repertoire.join('')}\u001e`, 'latin1'),
    ...donnees,
    Buffer.from([0x1d]),
  ]);
}

/** The same record in MARCXML, or in another vocabulary of the same shape. */
export function enMarcXml(champs: readonly ChampTest[], prefixe = ''): string {
  const p = prefixe === '' ? '' : `${prefixe}:`;
  const echapper = (t: string) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const corps = champs.map(([etiquette, valeur, indicateurs = '  ']) => {
    if (etiquette.startsWith('00'))
      return `<${p}controlfield tag="${etiquette}">${echapper(valeur)}</${p}controlfield>`;
    const sous = valeur
      .split('$')
      .slice(1)
      .map((s) => `<${p}subfield code="${s[0]}">${echapper(s.slice(1))}</${p}subfield>`);
    return `<${p}datafield tag="${etiquette}" ind1="${indicateurs[0]}" ind2="${indicateurs[1]}">${sous.join('')}</${p}datafield>`;
  });
  return `<${p}record><${p}leader>00000nam  2200000   450 </${p}leader>${corps.join('')}</${p}record>`;
}

/** A small record: its identifier, its title. */
export function petite(cle: string, titre: string): ChampTest[] {
  return [
    ['001', cle],
    ['200', `$a${titre}$eessai`, '1 '],
  ];
}
