import { MaillageError } from '../../src/domain/errors.js';
import { decoder } from '../formats/texte/decodage.js';
import { lireElement, XmlRompu } from '../formats/xml/element.js';

/** An answer of OAI-PMH: its records as they are, and what its envelope says. */
export interface ReponseOai {
  readonly date: string;
  readonly granularite: string;
  /** Empty at the end of the list. */
  readonly jeton: string;
  readonly erreur: { readonly code: string; readonly message: string } | null;
  readonly records: readonly RecordRecu[];
}

export interface RecordRecu {
  readonly identifiant: string;
  readonly xml: string;
}

const DEBUT = /<(?:[\w.-]+:)?record(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?header[\s>]/g;
const FIN = /<\/(?:[\w.-]+:)?record\s*>/g;
const IDENTIFIANT = /<(?:[\w.-]+:)?identifier(?:\s[^>]*)?>\s*([^<]*?)\s*</;

/** True when the answer goes to its end. */
export function reponseEntiere(corps: Buffer): boolean {
  return /<\/(?:[\w.-]+:)?OAI-PMH\s*>\s*(?:<!--[\s\S]*?-->\s*)?$/.test(
    corps.subarray(-1000).toString('latin1'),
  );
}

/** Reads an answer. Throws a MaillageError `refus` for what is no answer of OAI-PMH. */
export function lireReponse(corps: Buffer): ReponseOai {
  const texte = decoder(corps).replace(/^\ufeff/, '');
  const records: RecordRecu[] = [];
  const debuts = [...texte.matchAll(DEBUT)].map((m) => m.index);
  const dernier = [...texte.matchAll(FIN)].at(-1);
  const fin = dernier === undefined ? 0 : dernier.index + dernier[0].length;
  debuts.forEach((debut, i) => {
    const xml = texte.slice(debut, Math.min(debuts[i + 1] ?? fin, fin)).trim();
    records.push({ identifiant: IDENTIFIANT.exec(xml)?.[1] ?? '', xml });
  });
  const enveloppe =
    debuts[0] === undefined
      ? texte
      : texte.slice(0, debuts[0]) + texte.slice(Math.max(fin, debuts[0]));
  return { ...lireEnveloppe(enveloppe), records };
}

function lireEnveloppe(xml: string): Omit<ReponseOai, 'records'> {
  const lus: Record<string, string> = {};
  let [courant, code] = ['', ''];
  try {
    lireElement(xml, {
      ouvrir(nom, attributs) {
        courant = nom;
        if (nom === 'error') code ||= attributs.code ?? '';
      },
      fermer() {
        courant = '';
      },
      texte(morceau) {
        if (courant !== '') lus[courant] = (lus[courant] ?? '') + morceau;
      },
    });
  } catch (cause) {
    if (!(cause instanceof XmlRompu)) throw cause;
    throw new MaillageError(
      'refus',
      `La réponse de l’entrepôt n’est pas lisible : ${cause.message}.`,
      'Vérifiez que l’adresse est celle d’un entrepôt OAI-PMH.',
      { cause },
    );
  }
  const dit = (nom: string) => (lus[nom] ?? '').trim();
  return {
    date: dit('responseDate'),
    granularite: dit('granularity'),
    jeton: dit('resumptionToken'),
    erreur: code === '' ? null : { code, message: dit('error') },
  };
}
