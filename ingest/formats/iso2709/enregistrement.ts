import type { EnregistrementLu, RemarqueLecture } from '../catalogue/catalogue.js';
import type { ChampMarc, NoticeMarc, ValeurMarc } from '../marc/composer.js';
import { composer } from '../marc/composer.js';
import type { EncodageMarc } from '../marc/encodage.js';
import { decoderMarc, encodageDeclare, reconnaitreEncodage } from '../marc/encodage.js';
import type { Troncon } from './decouper.js';
import type { Structure } from './structure.js';
import { dansLOrdre, Rupture, situerChamps } from './structure.js';

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
  const structure = situerChamps(octets);
  const declare = encodageDeclare(donneesGenerales(octets, structure));
  const encodage = reconnaitreEncodage(octets, declare);
  if (encodage === null)
    throw new Rupture('utf8-invalide', 'des octets de la notice ne sont pas de l’UTF-8');
  const notice: NoticeMarc = {
    guide: octets.toString('latin1', 0, 24),
    champs: lireChamps(octets, structure, encodage),
  };
  return composer(notice, { numero, dialecte: 'unimarc', remarques: remarquer(encodage, declare) });
}

/** The data are decoded whole: the terminators that part them are the same in every encoding. */
function lireChamps(octets: Buffer, structure: Structure, encodage: EncodageMarc): ChampMarc[] {
  const donnees = decoderMarc(octets.subarray(structure.base, octets.length - 1), encodage);
  const textes = donnees.split('\u001e');
  const ranges = dansLOrdre(structure.champs);
  if (textes.length !== ranges.length + 1)
    throw new Rupture('repertoire-faux', 'le répertoire n’a pas une entrée pour chaque champ');
  const lus = ranges.map(({ etiquette }, i) => lireChamp(etiquette, textes[i] ?? ''));
  if (ranges === structure.champs) return lus;
  return structure.champs.flatMap((champ) => lus[ranges.indexOf(champ)] ?? []);
}

function lireChamp(etiquette: string, texte: string): ChampMarc {
  const [tete = '', ...morceaux] = texte.split('\u001f');
  if (morceaux.length === 0) return { etiquette, sousChamps: [{ code: '', valeur: tete }] };
  // Beyond two indicators, what stands before the first subfield is kept as a value without code
  const sousChamps: ValeurMarc[] = tete.length > 2 ? [{ code: '', valeur: tete.slice(2) }] : [];
  for (const morceau of morceaux) {
    const signe = morceau.charCodeAt(0);
    if (signe > 0x20 && signe < 0x7f)
      sousChamps.push({ code: morceau.charAt(0), valeur: morceau.slice(1) });
    else if (morceau !== '') sousChamps.push({ code: '', valeur: morceau });
  }
  return { etiquette, indicateurs: indicateursDe(tete), sousChamps };
}

/** Two characters that a line can show. */
function indicateursDe(tete: string): string {
  if (tete === '  ') return tete;
  return tete
    .slice(0, 2)
    .padEnd(2)
    .replace(/[^ -~]/g, '?');
}

/** The value of 100$a, in ASCII. */
function donneesGenerales(octets: Buffer, { champs }: Structure): string {
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
