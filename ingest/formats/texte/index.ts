import { MaillageError } from '../../../src/domain/errors.js';
import { normalizePageText, type PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../courants.js';
import { EXTENSIONS } from '../extensions.js';
import type { Format } from '../format.js';
import { lignesSansMiseEnPage } from '../lignes.js';
import { decoder } from './decodage.js';
import { decouperPages } from './pages.js';

const ECHANTILLON = 65_536;

/** Plain text, in UTF-8, marked UTF-16 or windows-1252, whose page breaks may be lost. */
export const texte: Format = {
  nom: 'texte',
  extensions: EXTENSIONS.texte,
  reconnait: estTexte,
  async lire(octets) {
    if (!estTexte(octets)) {
      throw new MaillageError(
        'refus',
        'le contenu n’est pas du texte',
        'Vérifiez que le fichier porte la bonne extension, ou exportez-le en texte.',
      );
    }
    return { pages: pagesDe(decoder(octets)) };
  },
};

/** True unless the bytes hold what only binary files have: null bytes, or many control characters. */
function estTexte(octets: Uint8Array): boolean {
  if (octets.length === 0) return false;
  const [a, b] = octets;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const debut = octets.subarray(0, ECHANTILLON);
  if (debut.includes(0)) return false;
  // tab, line feed, form feed and carriage return are text; a stray other one is an accident
  const commandes = debut.filter((o) => o < 0x09 || o === 0x0b || (o > 0x0d && o < 0x20)).length;
  return commandes <= Math.max(1, debut.length / 200);
}

function pagesDe(contenu: string): PageLue[] {
  const textes = decouperPages(contenu.replace(/\r\n?/g, '\n')).map(normalizePageText);
  const lignes = textes.map(lignesSansMiseEnPage);
  const { imprimees } = titresCourants(
    lignes.map((page, i) => page.map((l) => (textes[i] ?? '').slice(l.debut, l.fin))),
  );
  return textes.map((t, i) => ({
    numero: i + 1,
    imprimee: imprimees[i] ?? null,
    etat: t.trim() === '' ? 'vide' : 'lu',
    texte: t,
    lignes: lignes[i] ?? [],
  }));
}
