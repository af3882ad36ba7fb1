import { fold } from '../../../../src/french/fold.js';
import { CODES_LANGUES } from './codesLangues.js';

/** Names that catalogues give beside the usual French ones: English ones (BibLaTeX's `langid`), older ones. Folded. */
const AUTRES_NOMS: Readonly<Record<string, string>> = {
  american: 'eng',
  arabic: 'ara',
  british: 'eng',
  catalan: 'cat',
  chinese: 'chi',
  dutch: 'dut',
  english: 'eng',
  farsi: 'per',
  flamand: 'dut',
  french: 'fre',
  german: 'ger',
  greek: 'gre',
  'grec moderne': 'gre',
  italian: 'ita',
  ngerman: 'ger',
  polish: 'pol',
  portuguese: 'por',
  roumain: 'rum',
  russian: 'rus',
  spanish: 'spa',
  turkish: 'tur',
};

/** By any code or name, folded, the bibliographic code. */
const PAR_NOM: ReadonlyMap<string, string> = new Map([
  ...Object.entries(AUTRES_NOMS),
  ...CODES_LANGUES.split(/;\s*/).flatMap((ligne) => {
    const noms = ligne.trim().split('/');
    const [code = ''] = noms;
    return noms.filter((nom) => nom !== '').map((nom): [string, string] => [fold(nom), code]);
  }),
]);

/** Bibliographic ISO 639-2 code (« fre ») of « fr », « fra », « fr-FR », « Français », « english »; null when unknown. */
export function codeLangue(texte: string): string | null {
  const direct = PAR_NOM.get(texte);
  if (direct !== undefined) return direct;
  const nom = fold(texte.trim());
  return (
    PAR_NOM.get(nom) ?? PAR_NOM.get(/^([a-z]{2,3})[-_][a-z]{2,4}$/.exec(nom)?.[1] ?? '') ?? null
  );
}
