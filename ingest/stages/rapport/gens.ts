import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { isMetier } from '../../../src/french/affiliations.js';
import { fold } from '../../../src/french/fold.js';
import type { ChampLu } from '../structure.js';

const NOM =
  "(?!(?:Animations?|Interventions?|Intervenante?s?|Témoignages?|Conférences?|Exposés?|Présentations?|Contributions?|Communications?|Apports?|Éclairages?|Regards?|Débats?|Avec|Et|Pour|Par|Madame|Monsieur|Maître|Docteur)\\s)\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s(?:(?:de|du|des|le|la|Le|La|El|Ben|Van|d[’'])\\s?)*\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)?";
/** « Yann Kervella, sociologue », « Paul Meunier (sociologue) ». */
const PUIS_FONCTION = new RegExp(
  `(?<![\\p{L}’'-])${NOM}(?:,\\s|\\s\\()(?<fonction>\\p{Ll}[^,;.:()]{2,90}?)(?=[,;.:)]|\\s(?:et|qui|que|pour|lors|dans|devant|sur|est|a|ont|y|en)\\s|$)`,
  'gu',
);
/** « l'architecte Erwan Jaouen », « un formateur, Yannick Corre ». */
const FONCTION_PUIS = new RegExp(
  `(?<![\\p{L}])(?:l[ae]\\s|l[’']|une?\\s)(?<fonction>\\p{Ll}[\\p{L}’'-]+(?:\\s\\p{Ll}[\\p{L}’'-]+){0,3}),?\\s${NOM}`,
  'gu',
);
/** Who was to come, or whose work is told of. */
const AUTREMENT =
  /(?:empeche|, absente?s?(?![a-z])|excuse|fait representer|souffrant|pressenti|remplac|desiste|devait|devaient|aurait|auraient|quitte|depart|selon|mission|auteure? d|dirige par|president)/;

/** The people whom a sentence names with their function. */
export function peopleWithFunction(phrase: Bloc, deja: readonly ChampLu[]): ChampLu[] {
  if (AUTREMENT.test(fold(phrase.texte))) return [];
  return [PUIS_FONCTION, FONCTION_PUIS].flatMap((motif) =>
    [...phrase.texte.matchAll(motif)].flatMap((m): ChampLu[] => {
      const fonction = m.groups?.fonction ?? '';
      if (!isMetier(fonction) && !isMetier(fonction.split(/\s/)[0] ?? '')) return [];
      const nom = new RegExp(NOM, 'u').exec(m[0])?.[0] ?? '';
      if (deja.some(({ valeur }) => valeur.texte.includes(nom) && valeur.texte.includes(fonction)))
        return [];
      const ferme = phrase.texte[m.index + m[0].length] === ')' ? 1 : 0;
      const tete = /^(?:l[ae]\s|l[’']|une?\s)/.exec(m[0])?.[0].length ?? 0;
      const valeur = sliceBloc(phrase, m.index + tete, m.index + m[0].length + ferme);
      return [{ champs: ['intervenants'], etiquette: sliceBloc(phrase, 0, 0), valeur }];
    }),
  );
}
