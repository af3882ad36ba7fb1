import type { EnregistrementLu, RemarqueLecture } from '../catalogue/catalogue.js';
import type { ChampMarc, NoticeMarc } from '../marc/composer.js';
import { composer } from '../marc/composer.js';
import type { EncodageMarc } from '../marc/encodage.js';
import { decoderMarc, encodageDeclare, reconnaitreEncodage } from '../marc/encodage.js';
import type { Troncon } from './decouper.js';
import type { ChampSitue } from './structure.js';
import { Rupture, situerChamps } from './structure.js';

const SOUS_CHAMP = 0x1f;

/**
 * The records of a stretch of the file: one, or none that can be read; where a terminator is missing, the
 * broken one and the whole one that follows it.
 */
export function lireTroncon(troncon: Troncon, numero: number): EnregistrementLu[] {
  try {
    return [lire(troncon, numero)];
  } catch (cause) {
    if (!(cause instanceof Rupture)) throw cause;
    const coupe = debutDuDernier(troncon);
    if (coupe === null) return [rompre(troncon.octets, numero, cause)];
    const tete = troncon.octets.subarray(0, coupe);
    const manque = new Rupture(
      'fin-absente',
      'la notice n’a pas de marque de fin : la suivante y est collée',
    );
    return [
      rompre(tete, numero, manque),
      ...lireTroncon({ ...troncon, octets: troncon.octets.subarray(coupe) }, numero + 1),
    ];
  }
}

function lire({ octets, clos, demesure }: Troncon, numero: number): EnregistrementLu {
  if (demesure)
    throw new Rupture('demesure', 'la notice est démesurée : seul son début est gardé ici');
  if (!clos) throw new Rupture('fin-absente', 'le fichier s’arrête au milieu de la notice');
  const champs = situerChamps(octets);
  const declare = encodageDeclare(donneesGenerales(octets, champs));
  const encodage = reconnaitreEncodage(octets, declare);
  if (encodage === null)
    throw new Rupture('utf8-invalide', 'des octets de la notice ne sont pas de l’UTF-8');
  const notice: NoticeMarc = {
    guide: octets.toString('latin1', 0, 24),
    champs: champs.map((champ) => lireChamp(octets, champ, encodage)),
  };
  return composer(notice, { numero, dialecte: 'unimarc', remarques: remarquer(encodage, declare) });
}

function lireChamp(
  octets: Buffer,
  { etiquette, debut, fin }: ChampSitue,
  encodage: EncodageMarc,
): ChampMarc {
  const premier = octets.indexOf(SOUS_CHAMP, debut);
  if (premier === -1 || premier >= fin)
    return {
      etiquette,
      sousChamps: [{ code: '', valeur: decoderMarc(octets.subarray(debut, fin), encodage) }],
    };
  const sousChamps: { code: string; valeur: string }[] = [];
  // Beyond two indicators, what stands before the first subfield is kept as a value without code
  if (premier > debut + 2)
    sousChamps.push({
      code: '',
      valeur: decoderMarc(octets.subarray(debut + 2, premier), encodage),
    });
  for (let place = premier; place < fin; ) {
    const suivant = octets.indexOf(SOUS_CHAMP, place + 1);
    const bout = suivant === -1 || suivant > fin ? fin : suivant;
    const code = octets.toString('latin1', place + 1, Math.min(place + 2, bout));
    const codee = /[!-~]/.test(code);
    const valeur = decoderMarc(octets.subarray(place + (codee ? 2 : 1), bout), encodage);
    if (codee || valeur !== '') sousChamps.push({ code: codee ? code : '', valeur });
    place = bout;
  }
  const indicateurs = octets.toString('latin1', debut, Math.min(debut + 2, premier)).padEnd(2);
  return { etiquette, indicateurs: indicateurs.replace(/[^ -~]/g, '?'), sousChamps };
}

/** The value of 100$a, in ASCII. */
function donneesGenerales(octets: Buffer, champs: readonly ChampSitue[]): string {
  const champ = champs.find((c) => c.etiquette === '100');
  if (champ === undefined) return '';
  const valeur = octets.toString('latin1', champ.debut, champ.fin);
  return valeur.slice(valeur.indexOf('\u001fa') + 2);
}

const NOMS: Readonly<Record<EncodageMarc, string>> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  'iso-5426': 'ISO 5426',
  'windows-1252': 'windows-1252',
};

function remarquer(encodage: EncodageMarc, declare: EncodageMarc | null): RemarqueLecture[] {
  if (encodage === 'ascii' || encodage === declare) return [];
  const annonce = declare === null ? 'n’annonce pas son encodage' : `annonce ${NOMS[declare]}`;
  return [
    {
      code: 'encodage-annonce-faux',
      message: `La notice ${annonce} ; elle est en ${NOMS[encodage]}.`,
    },
  ];
}

function rompre(octets: Uint8Array, numero: number, { code, message }: Rupture): EnregistrementLu {
  return { genre: 'rompu', numero, octets: Uint8Array.from(octets), code, raison: message };
}

/** Where a whole record starts that ends with the stretch: its five digits tell the length of the rest, after a field's end. */
function debutDuDernier({ octets, clos, demesure }: Troncon): number | null {
  if (!clos || demesure) return null;
  for (let place = octets.indexOf(0x1e) + 1; place > 0; place = octets.indexOf(0x1e, place) + 1) {
    let debut = place;
    while (octets[debut] === 0x0a || octets[debut] === 0x0d) debut += 1;
    const annonce = octets.toString('latin1', debut, debut + 5);
    if (/^\d{5}$/.test(annonce) && Number(annonce) === octets.length - debut) return debut;
  }
  return null;
}
