export type SousChampEcrit = readonly [code: string, valeur: string];

/** A field to write. A control field (00X) has one value, without code. */
export interface ChampEcrit {
  readonly etiquette: string;
  /** Two characters, blanks as spaces. */
  readonly indicateurs: string;
  readonly sousChamps: readonly SousChampEcrit[];
}

/** A record to write: what its leader says of it, and its fields. */
export interface NoticeEcrite {
  /** Positions 5 to 8 of the leader: status, type of record, bibliographic level, hierarchical level. */
  readonly guide: string;
  readonly champs: readonly ChampEcrit[];
}

/** A field, without its empty values; null when nothing is left. */
export function champ(
  etiquette: string,
  indicateurs: string,
  ...sousChamps: readonly (readonly [code: string, valeur: string | undefined])[]
): ChampEcrit | null {
  const pleins = sousChamps.flatMap(([code, valeur]): SousChampEcrit[] => {
    const propre = nettoyer(valeur ?? '');
    return propre === '' ? [] : [[code, propre]];
  });
  return pleins.length === 0 ? null : { etiquette, indicateurs, sousChamps: pleins };
}

/** A value on one line, composed, without what parts records and fields, nor what no XML can hold. */
function nettoyer(valeur: string): string {
  return (
    valeur
      .split(/[\r\n\t\u2028\u2029]+/)
      .map((ligne) => ligne.trim())
      .join(' ')
      .replace(
        /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g,
        '\ufffd',
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
      .normalize('NFC')
      .trim()
  );
}
