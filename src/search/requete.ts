import { analyze, type Terme } from '../french/chain.js';
import { estDemande, estPhrase } from '../french/stopwords.js';

/** A word asked for; `prefixe` when the person may still be typing it. */
export interface MotDemande {
  readonly genre: 'mot';
  readonly terme: Terme;
  /** As typed, for « Vouliez-vous dire ». */
  readonly ecrit: string;
  readonly accents: boolean;
  readonly prefixe: boolean;
}

/** Words asked for side by side: between quotes, or joined by hyphens (`souple`: any form of them). */
export interface SuiteDemandee {
  readonly genre: 'suite';
  readonly termes: readonly Terme[];
  readonly ecrit: string;
  readonly souple: boolean;
}

export type Demande = MotDemande | SuiteDemandee;

export interface RequeteLue {
  readonly demandes: readonly Demande[];
  readonly exclues: readonly Demande[];
}

/** More words than this say nothing more, and a text pasted whole must not stop the engine. */
const MOTS_MAX = 16;
const LONGUEUR_MAX = 1000;

/**
 * Reads what a person typed: words, « quotes » for words side by side, -negation, and the
 * last word as a beginning. In a whole sentence the words that only ask carry no weight.
 * Never throws; nothing usable gives two empty lists.
 */
export function lireRequete(saisie: string): RequeteLue {
  const texte = saisie
    .slice(0, LONGUEUR_MAX)
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ');
  const demandes: Demande[] = [];
  const exclues: Demande[] = [];
  for (const m of morceaux(texte)) {
    const cible = m.exclu ? exclues : demandes;
    if (m.entreGuillemets) cible.push(...suite(m.texte));
    else cible.push(...mots(m.texte, m.exclu ? false : m.dernier));
  }
  const utiles = sansDemande(texte, dedoublonne(demandes));
  return { demandes: utiles.slice(0, MOTS_MAX), exclues: exclues.slice(0, MOTS_MAX) };
}

interface Morceau {
  readonly texte: string;
  readonly exclu: boolean;
  readonly entreGuillemets: boolean;
  /** True when nothing follows it, not even a space: its last word may be unfinished. */
  readonly dernier: boolean;
}

/** Divides at quotes and negations. A quote that is never closed is no quote. */
function morceaux(texte: string): Morceau[] {
  const trouves: Morceau[] = [];
  const motif =
    /(?<![\p{L}\p{N}])(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)|(?<=^|\s)-(?=[\p{L}\p{N}])([^\s"«“]+)/gu;
  let position = 0;
  const libre = (fin: number): void => {
    const reste = texte.slice(position, fin);
    if (/[\p{L}\p{N}]/u.test(reste)) {
      trouves.push({
        texte: reste,
        exclu: false,
        entreGuillemets: false,
        dernier: fin === texte.length,
      });
    }
  };
  for (const m of texte.matchAll(motif)) {
    libre(m.index);
    const cite = m[2] ?? m[3] ?? m[4];
    const exclu = cite === undefined || m[1] === '-';
    trouves.push({
      texte: cite ?? m[5] ?? '',
      exclu,
      entreGuillemets: cite !== undefined,
      dernier: false,
    });
    position = m.index + m[0].length;
  }
  libre(texte.length);
  return trouves;
}

function suite(texte: string): Demande[] {
  const termes = analyze(texte, { mode: 'query' });
  if (termes.every((t) => t.vide) && termes.length < 2) return [];
  return [{ genre: 'suite', termes, ecrit: texte.trim(), souple: false }];
}

function mots(texte: string, dernier: boolean): Demande[] {
  const termes = analyze(texte, { mode: 'query' });
  const demandes: Demande[] = [];
  const faits = new Set<number>();
  for (const [i, terme] of termes.entries()) {
    const bout = dernier && i === termes.length - 1 && terme.fin === texte.length;
    if (terme.compose === null || bout) {
      if (!terme.vide) demandes.push(mot(texte, terme, bout));
    } else if (!faits.has(terme.compose)) {
      faits.add(terme.compose);
      demandes.push(...compose(texte, termes, terme.compose, dernier));
    }
  }
  return demandes;
}

/** A hyphenated word. While its last part is being typed, its parts are asked for one by one. */
function compose(
  texte: string,
  termes: readonly Terme[],
  numero: number,
  dernier: boolean,
): Demande[] {
  const parties = termes.filter((t) => t.compose === numero);
  const fin = parties.at(-1)?.fin ?? 0;
  if (dernier && fin === texte.length) {
    return parties
      .slice(0, -1)
      .filter((t) => !t.vide)
      .map((t) => mot(texte, t, false));
  }
  const ecrit = texte.slice(parties[0]?.debut ?? 0, fin);
  const pleins = parties.filter((t) => !t.vide);
  if (pleins.length === 0) return [];
  return [{ genre: 'suite', termes: parties, ecrit, souple: true }];
}

function mot(texte: string, terme: Terme, prefixe: boolean): MotDemande {
  const ecrit = texte.slice(terme.debut, terme.fin);
  return {
    genre: 'mot',
    terme,
    ecrit,
    accents: /[^\x20-\x7e]/u.test(ecrit),
    prefixe: prefixe && terme.sigle === null && !/\d/.test(ecrit),
  };
}

/** In a sentence that asks, leaves out the words that only ask, unless nothing would be left. */
function sansDemande(texte: string, demandes: readonly Demande[]): readonly Demande[] {
  const tous = analyze(texte, { mode: 'query' }).map((t) => t.mot);
  if (!estPhrase(texte, tous)) return demandes;
  const utiles = demandes.filter(
    (d) => d.genre === 'suite' || d.terme.sigle !== null || !estDemande(d.terme.mot),
  );
  return utiles.length > 0 ? utiles : demandes;
}

function dedoublonne(demandes: readonly Demande[]): Demande[] {
  const vus = new Set<string>();
  return demandes.filter((d) => {
    const cle = d.genre === 'mot' ? `${d.terme.sigle ?? ''} ${d.terme.racine}` : d.ecrit;
    return vus.has(cle) ? false : vus.add(cle) !== undefined;
  });
}
