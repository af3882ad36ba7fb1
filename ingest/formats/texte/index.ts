import { MaillageError } from '../../../src/domain/errors.js';
import { normalizePageText, type PageLue } from '../../../src/domain/page.js';
import { titresCourants } from '../courants.js';
import { EXTENSIONS } from '../extensions.js';
import type { Format } from '../format.js';
import { lignesSansMiseEnPage } from '../lignes.js';
import { decoder, encodageUtf16 } from './decodage.js';
import { decouperPages } from './pages.js';
import { avecTitresSoulignes } from './soulignes.js';

const ECHANTILLON = 65_536;

/** Plain text, in UTF-8, UTF-16 or windows-1252, whose page breaks may be lost. */
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

/** Stray control characters, a zero among them, that are an accident in any text. */
const ACCIDENTS = 3;

/** True unless many characters are those that only binary files have: zeros, control characters. */
function estTexte(octets: Uint8Array): boolean {
  if (octets.length === 0) return false;
  const debut = octets.subarray(0, ECHANTILLON);
  const seize = encodageUtf16(debut);
  const unites = seize === null ? debut : Uint16Array.from(decoder(debut), (c) => c.charCodeAt(0));
  // tab, line feed, form feed and carriage return are text; a stray other one is an accident
  let commandes = 0;
  for (const o of unites) {
    if (o < 0x09 || o === 0x0b || (o > 0x0d && o < 0x20)) commandes += 1;
  }
  return commandes <= Math.max(ACCIDENTS, unites.length / 200);
}

function pagesDe(contenu: string): PageLue[] {
  const textes = decouperPages(contenu.replace(/\r\n?/g, '\n')).map(normalizePageText);
  const lignes = avecTitresSoulignes(textes.map(lignesSansMiseEnPage), textes);
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
