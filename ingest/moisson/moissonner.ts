import { existsSync } from 'node:fs';
import { MaillageError } from '../../src/domain/errors.js';
import type { EnCours, Etat, Source } from './etat.js';
import { Moisson } from './etat.js';
import type { ReponseOai } from './reponse.js';
import { lireReponse, reponseEntiere } from './reponse.js';
import { demander, type Politesse } from './requete.js';

export interface DemandeMoisson extends Source {
  /** « 2026-03-17 »; the last harvest when absent. */
  readonly depuis?: string;
  /** Told after each answer: how many were received. */
  progression?(pages: number): void;
}

export interface BilanMoisson {
  /** All the records of the source; null when it never gave any. */
  readonly fichier: string | null;
  readonly recues: number;
  readonly pages: number;
  /** From when it was asked; null for everything. */
  readonly depuis: string | null;
}

/** How far back a harvest goes before the last one, in milliseconds: what was being written then had its date already. */
const RECOUVREMENT_MS = 3_600_000;
const JOUR_MS = 86_400_000;

/**
 * Harvests the records of a repository that changed since the last harvest into the file of this source. A run that
 * is cut short is carried on by the next one. Throws a MaillageError `refus` that names what the repository answered.
 */
export async function moissonner(
  dataDir: string,
  demande: DemandeMoisson,
  politesse: Politesse,
): Promise<BilanMoisson> {
  const moisson = new Moisson(dataDir, demande);
  const etat = moisson.lire();
  let courant: EnCours | undefined = etat.enCours;
  if (courant === undefined) {
    const { granularite } = await poser(demande, { verb: 'Identify' }, politesse);
    courant = { jeton: '', pages: 0, date: '', depuis: depuisQuand(demande, etat, granularite) };
  }
  let recommence = false;
  for (;;) {
    const avant: EnCours = courant;
    const jeton: string = avant.jeton;
    const { pages, depuis } = avant;
    if (pages > 0 && jeton === '') break;
    const { corps, ...reponse }: ReponseOai & { corps: Buffer } = await poser(
      demande,
      parametres(demande, jeton, depuis),
      politesse,
    );
    const code = reponse.erreur?.code;
    if (code === 'badResumptionToken' && jeton !== '' && !recommence) {
      // expired: what it gave comes again, each record once
      recommence = true;
      moisson.oublierPages();
      courant = { jeton: '', pages: 0, date: '', depuis };
      moisson.noter(sansListe(etat));
      continue;
    }
    if (reponse.erreur !== null && code !== 'noRecordsMatch') throw refus(reponse.erreur);
    if (reponse.jeton !== '' && reponse.jeton === jeton)
      throw refus({ code: 'resumptionToken', message: 'le même jeton revient sans fin' });
    moisson.garderPage(pages + 1, corps);
    courant = {
      jeton: reponse.jeton,
      pages: pages + 1,
      date: pages === 0 ? reponse.date : courant.date,
      depuis,
    };
    moisson.noter({ ...etat, enCours: courant });
    demande.progression?.(courant.pages);
  }
  const recues = moisson.fondre(courant.pages);
  moisson.noter({ derniere: courant.date });
  moisson.oublierPages();
  return {
    fichier: existsSync(moisson.fichier) ? moisson.fichier : null,
    recues,
    pages: courant.pages,
    depuis: courant.depuis === '' ? null : courant.depuis,
  };
}

function sansListe({ derniere }: Etat): Etat {
  return derniere === undefined ? {} : { derniere };
}

/** What is asked to carry a list on, or to start it. */
function parametres(
  { prefixe, ensemble }: Source,
  jeton: string,
  depuis: string,
): Readonly<Record<string, string>> {
  if (jeton !== '') return { verb: 'ListRecords', resumptionToken: jeton };
  return {
    verb: 'ListRecords',
    metadataPrefix: prefixe,
    ...(ensemble === undefined ? {} : { set: ensemble }),
    ...(depuis === '' ? {} : { from: depuis }),
  };
}

async function poser(
  { url }: Source,
  parametres: Readonly<Record<string, string>>,
  politesse: Politesse,
): Promise<ReponseOai & { corps: Buffer }> {
  const adresse = new URL(url);
  for (const [nom, valeur] of Object.entries(parametres)) adresse.searchParams.set(nom, valeur);
  const corps = await demander(adresse.href, politesse, reponseEntiere);
  return { ...lireReponse(corps), corps };
}

/** From when to ask, to the precision of the repository; '' for everything. */
function depuisQuand({ depuis }: DemandeMoisson, { derniere }: Etat, granularite: string): string {
  const jours = !granularite.includes('T');
  if (depuis !== undefined) {
    if (Number.isNaN(Date.parse(depuis)) || !/^\d{4}-\d\d-\d\d(?:T[\d:]+Z)?$/.test(depuis))
      throw new MaillageError(
        'usage',
        `« ${depuis} » n’est pas une date.`,
        'Écrivez-la ainsi : --depuis 2026-03-17',
      );
    return jours ? depuis.slice(0, 10) : new Date(depuis).toISOString().replace(/\.\d+Z$/, 'Z');
  }
  const date = Date.parse(derniere ?? '');
  if (Number.isNaN(date)) return '';
  const recul = new Date(date - (jours ? JOUR_MS : RECOUVREMENT_MS)).toISOString();
  return jours ? recul.slice(0, 10) : recul.replace(/\.\d+Z$/, 'Z');
}

function refus({ code, message }: { code: string; message: string }): MaillageError {
  const remedes: Readonly<Record<string, string>> = {
    cannotDisseminateFormat: 'Choisissez un autre format avec --prefixe, par exemple oai_dc.',
    noSetHierarchy: 'Retirez --ensemble : cet entrepôt n’a pas d’ensembles.',
  };
  return new MaillageError(
    'refus',
    `L’entrepôt refuse : ${code}${message === '' ? '' : ` (${message.slice(0, 200)})`}.`,
    remedes[code] ?? 'Vérifiez l’adresse, le format et l’ensemble demandés.',
  );
}
