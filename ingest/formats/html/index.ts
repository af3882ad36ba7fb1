import { EXTENSIONS } from '../extensions.js';
import { Mise } from '../flux/pages.js';
import { titreUtile } from '../flux/titre.js';
import type { Format } from '../format.js';
import { lireHtml, texteDe, toutes } from './arbre.js';
import { Corps } from './corps.js';
import { decoderHtml } from './encodage.js';
import { trouverNotes } from './notes.js';
import { Feuilles } from './styles.js';

const DEBUT = 2048;
const BALISE =
  /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i;

/** Web pages. One page, unless its style sheets or its rules break it for printing. */
export const html: Format = {
  nom: 'html',
  extensions: EXTENSIONS.html,
  reconnait: (octets) => BALISE.test(decoderHtml(octets.subarray(0, DEBUT)).replace(/^\ufeff/, '')),
  async lire(octets) {
    const document = lireHtml(decoderHtml(octets));
    const css: string[] = [];
    let titre: string | null = null;
    for (const e of toutes(document)) {
      if (e.tagName === 'style') css.push(texteDe(e));
      else if (e.tagName === 'title') titre ??= titreUtile(texteDe(e));
    }
    const mise = new Mise();
    new Corps(new Feuilles(css.join('\n')), trouverNotes(document), mise).lire(document.childNodes);
    return { pages: mise.finir(), ...(titre === null ? {} : { titre }) };
  },
};
