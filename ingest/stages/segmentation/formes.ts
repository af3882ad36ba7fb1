import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import { fold } from '../../../src/french/fold.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';

/** A form of action alone is a few words. */
const LONGUEUR_MAX = 60;
/** What may follow a form without being a subject: « n° 2 », « départementale », « inter-sites ». */
export const PRECISION =
  '(?:\\s(?:n\\s?[°o]\\s?)?\\d{1,2}|[\\s-](?:inter-?[a-z]+|[a-z]+(?:al|ale|ales|aux|el|elle|els|elles|ique|iques)))?';

/** True when a text is nothing but a form of action: « ATELIER », « Les cycles de qualification », « Rencontre départementale ». */
export function estForme(texte: string, v: Vocabulaire): boolean {
  if (texte.length > LONGUEUR_MAX || !/^[\p{L}\d[(]/u.test(texte)) return false;
  const plie = fold(texte).replace(/\s+/g, ' ').trim();
  const nu = plie.replace(ARTICLE, '').replace(/\s?:$/, '');
  return new RegExp(`${v.format.source}${PRECISION}$`).test(nu);
}

const ARTICLE = /^(?:(?:les|nos|des|le|la) |l')(?=[a-z])/;
const ENTETE = /^(?:(?:les|nos|des|le|la)\s|l['’])/iu;

/** True for the name of several actions: « Les ateliers », « Cycles de qualification ». */
export function estPlurielle(texte: string): boolean {
  const plie = fold(texte).trim();
  return /^(?:les|nos|des) /.test(plie) || /^[a-z-]+s(?![a-z])/.test(plie);
}

/** The form that a heading over several actions gives each of them: « Les cycles de qualification » -> « cycle de qualification ». */
export function formeDe(titre: Bloc, v: Vocabulaire): Bloc {
  const debut = ENTETE.exec(titre.texte)?.[0].length ?? 0;
  const nue = sliceBloc(titre, debut, titre.texte.replace(/\s*:\s*$/, '').length);
  const seule = auSingulier(nue);
  return estForme(seule.texte, v) ? seule : nue;
}

/** Without the s of the words before « de », « d' »: « Tables rondes » -> « Table ronde ». */
function auSingulier(bloc: Bloc): Bloc {
  const tete = /^.*?(?=\s(?:de|du|des)\s|\sd['’])/u.exec(bloc.texte)?.[0] ?? bloc.texte;
  const finales = [...tete.matchAll(/(?<=\p{L}{2})s(?!\p{L})/giu)].map((m) => m.index);
  let depuis = 0;
  const parts = [...finales, bloc.texte.length].map((fin) => {
    const part = sliceBloc(bloc, depuis, fin);
    depuis = fin + 1;
    return part;
  });
  return parts.reduce(accoler);
}

function accoler(a: Bloc, b: Bloc): Bloc {
  const suite = b.carte.map((t) => ({ ...t, debut: t.debut + a.texte.length }));
  return { texte: a.texte + b.texte, carte: [...a.carte, ...suite] };
}
