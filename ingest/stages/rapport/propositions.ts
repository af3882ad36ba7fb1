import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE } from '../../../src/french/nombres.js';
import type { Lexique } from './entrees.js';
import type { Sujet } from './phrases.js';
import { contentWords, cueOf, sentences, subjectOf, subjectToCome } from './phrases.js';
import type { Element } from './sections.js';
import type { VocabulaireRapport } from './vocabulaire.js';

/** A sentence or an item, and what it names when it tells what became of an action. */
export interface Proposition {
  readonly bloc: Bloc;
  /** It says what became of an action. */
  readonly principale: boolean;
  /** The words that name the action, null when the sentence names none. */
  readonly titre: Bloc | null;
  readonly mots: readonly string[];
  readonly numero: number | null;
  /** What it names without saying that it took place: « Le club des élus se réunira ». */
  /** It has no verb: its capital letters name the action. */
  readonly nominale?: true;
  readonly annonce?: { readonly titre: Bloc; readonly mots: readonly string[] };
}

/** The sentences and items of a section. `statut`: its heading already says what became of each item. */
export function propositionsOf(
  elements: readonly Element[],
  statut: boolean,
  lexique: Lexique,
): Proposition[] {
  return elements.flatMap((e) => {
    if (e.genre !== 'texte' && e.genre !== 'puce') return [];
    const item = e.genre === 'puce' ? itemOf(e.bloc, e.numero, statut, lexique) : null;
    if (item !== null) return [item];
    return sentences(e.bloc).map((s) => sentenceOf(s, lexique));
  });
}

/** « Groupe santé : 3 séances, 45 participants », « Journée logement (reportée en 2013) ». */
function itemOf(
  bloc: Bloc,
  numero: number | null,
  statut: boolean,
  lexique: Lexique,
): Proposition | null {
  const { v, formats } = lexique;
  const indice = cueOf(bloc.texte, v);
  const coupe = /\s+:\s|:\s|\s\(|\s[–—-]\s/.exec(bloc.texte);
  const apres = coupe === null ? '' : bloc.texte.slice(coupe.index);
  const avant = coupe === null ? bloc.texte : bloc.texte.slice(0, coupe.index);
  const dit = indice === null || (coupe !== null && indice.debut > coupe.index);
  const compte = counts(apres, v);
  if (!dit || !(statut || compte || (indice !== null && coupe !== null))) return null;
  const fin = avant.replace(/[\s,.;]+$/, '').length;
  const titre = withoutNumber(sliceBloc(bloc, 0, fin));
  const mots = contentWords(titre.bloc.texte, formats, v);
  if (mots.length === 0 && titre.numero === null) return null;
  return { bloc, principale: true, titre: titre.bloc, mots, numero: titre.numero ?? numero };
}

/** True when a text counts sessions or participants. */
function counts(texte: string, v: VocabulaireRapport): boolean {
  const { texte: plie } = foldWithMap(texte);
  return new RegExp(
    `${NOMBRE} (?:[a-z]+ )?(?:${v.participants.join('|')}|${v.seances})(?![a-z])`,
  ).test(plie);
}

/** « elle », « celle du 20 juin »: the action before. */
const PRONOM =
  /^(?:ils?|elles?|ce(?:lle|lui|lles|ux|la|ci)|l'ensemble|tout|toutes|tous|y)(?![a-z])/;

/** « deux suivantes », « trois rencontres »: counted, and named by nothing. */
function sessionsAlone(plie: string, v: VocabulaireRapport): boolean {
  return new RegExp(
    `^(?:les |ces |ses |seule?s )*(?:une seule|${NOMBRE})(?: ${v.seances})?(?: (?:sur|des|de ses) (?:les )?${NOMBRE})?(?: (?:${v.seances}|premieres?|suivantes?|autres?|de travail|seulement|uniquement|prevu(?:e?s?)|programme(?:e?s?)))*[ ,]*$`,
  ).test(plie);
}

function sentenceOf(bloc: Bloc, lexique: Lexique): Proposition {
  const { v, formats } = lexique;
  const indice = cueOf(bloc.texte, v);
  if (indice === null)
    return (lexique.parMois ? nominal(bloc, lexique) : null) ?? announced(bloc, lexique);
  let place: Sujet | null = subjectOf(bloc.texte, indice);
  const { texte: plie } = foldWithMap(bloc.texte.slice(place.debut, place.fin));
  const gens = new RegExp(
    `^(?:au total,? )?(?:quelque |environ |pres de |plus de )?(?:${NOMBRE}|plusieurs|de nombreu(?:x|ses)|les|des)? ?(?:d'|de )?(?:[a-z]+ ){0,2}?(?:${v.participants.join('|')})(?![a-z-])`,
  );
  if (v.autreActeur.test(plie))
    return { bloc, principale: false, titre: null, mots: [], numero: null };
  const tete = SEANCE_DE.exec(bloc.texte.slice(place.debut, place.fin))?.[0].length;
  if (tete !== undefined) {
    const titre = sliceBloc(bloc, place.debut + tete, place.fin);
    const mots = contentWords(titre.texte, formats, v);
    if (mots.length > 0) return { bloc, principale: true, titre, mots, numero: null };
  }
  const seul = sessionsAlone(plie, v);
  const sujet = topicOf(bloc.texte);
  if (sujet !== null) place = sujet;
  else if (seul && /consacr/.test(bloc.texte.slice(indice.debut, indice.fin)))
    place = objectOf(bloc.texte, indice.fin);
  else if (seul || v.partieDAction.test(plie) || PRONOM.test(plie))
    return { bloc, principale: true, titre: null, mots: [], numero: null };
  else if (v.acteur.test(plie) || gens.test(plie)) place = objectOf(bloc.texte, indice.fin);
  if (
    place === null ||
    place.fin <= place.debut ||
    !isNamed(bloc.texte.slice(place.debut, place.fin))
  ) {
    return { bloc, principale: true, titre: null, mots: [], numero: null };
  }
  const cite = formats.test(plie) ? null : quotedTitle(bloc);
  const nomme = cite === null ? named(bloc, place) : { bloc: cite, numero: null };
  const mots = contentWords(nomme.bloc.texte, formats, v);
  return { bloc, principale: true, titre: nomme.bloc, mots, numero: nomme.numero };
}

/** A person, who is no action: « Gwenaëlle Le Roux, psychologue », « M. Bruno Casteran ». */
const PERSONNE =
  /^(?:M\.|Mme|Mmes|MM\.|Dr|Maître|Me)\s|^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:(?:de|du|des|le|la|Le|La|El|Ben|Van|d[’'])\s?)*\p{Lu}[\p{L}’'-]+(?:,\s\p{Ll}|\s*$)/u;
/** « telles que prévues », « avec le soutien de l'ARS »: words that name nothing. */
const TOURNURE =
  /^(?:tels?|telles?|avec|selon|comme|sans|sous|malgre|grace|faute|pour|par|dans|a|en|de|que|qui|mais|ou|et|ainsi|tres|plus|moins|toute?s?|ensemble|presque)(?![a-z'-])/;

/** « La conférence de Rachel Simonin »: what somebody said, in the action told of. */
const DE_QUELQU_UN =
  /^(?:[Ll][ae]\s|[Ll][’']|[Uu]ne?\s)?(?:conférence|intervention|exposé|présentation|témoignage|communication|apport|contribution)s?\s(?:de\s|d[’'])(?:M\.\s|Mme\s)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:[Ll][ea]\s|de\s|d[’'])?\p{Lu}\p{Ll}/u;

/** True when the words may name an action. */
function isNamed(texte: string): boolean {
  if (DE_QUELQU_UN.test(texte.trim())) return false;
  return !PERSONNE.test(texte.trim()) && !TOURNURE.test(foldWithMap(texte.trim()).texte);
}

/** « Pour « Valeurs de la République », nos deux formateurs ont assuré… »: the quoted title is what the sentence is about. */
const INTITULE_CITE =
  /(?:^|[,:]\s|(?<!\p{L})(?:[Ll][’']action|[Aa]ction|[Pp]our|raison de|[Qq]uant à)\s)«\s?(\p{Lu}[^«»]{8,}?)\s?»/u;

function quotedTitle(bloc: Bloc): Bloc | null {
  const trouve = INTITULE_CITE.exec(bloc.texte);
  const [tout, titre] = trouve ?? [];
  if (trouve === null || tout === undefined || titre === undefined) return null;
  if (titre.split(/\s+/).length < 3) return null;
  const debut = trouve.index + tout.indexOf(titre);
  return sliceBloc(bloc, debut, debut + titre.length);
}

const RANG =
  '(?:[Pp]remi(?:er|ère)|[Dd]euxième|[Ss]econde?|[Tt]roisième|[Qq]uatrième|[Dd]ernière?|[Nn]ouvelle?|\\d+e)';
/** « La première session de Laïcité, mode d'emploi »: what follows is a title, its capital says so. */
const SEANCE_DE = new RegExp(
  `^(?:[Ll][ae]\\s|[Ll][’'])?(?:${RANG}\\s)(?:\\p{Ll}+(?:-\\p{Ll}+)?\\s(?:de\\sla\\s|de\\sl[’']|du\\s|des\\s|de\\s|d[’'])(?:«\\s?)?(?=\\p{Lu})|(?=\\p{Lu}))`,
  'u',
);
/** Where the title of a sentence without a verb ends: at its day, its figures, a remark. */
const FIN_NOMINALE =
  /,?\s(?:le|les|du)\s(?=\d)|\s[:(–—]|,\s(?:avec|devant|en présence)\s|\savec\s|\s(?:a|ont|s[’']est)\s/u;

/** « Deuxième Rencontre des délégués le 20, avec 8 présents »: a title, a day, who came. */
function nominal(bloc: Bloc, { v, formats }: Lexique): Proposition | null {
  const debut = SEANCE_DE.exec(bloc.texte)?.[0].length ?? (/^\p{Lu}/u.test(bloc.texte) ? 0 : null);
  if (debut === null) return null;
  const fin = debut + (FIN_NOMINALE.exec(bloc.texte.slice(debut))?.index ?? 0);
  const reste = bloc.texte.slice(fin);
  if (fin <= debut || !(counts(reste, v) || /\s\d{1,2}(?:er)?(?=[\s,.;)])/.test(reste)))
    return null;
  const texte = bloc.texte.slice(debut, fin);
  const mots = contentWords(texte, formats, v);
  if (mots.length < 2 || !isNamed(texte) || PRONOM.test(foldWithMap(texte).texte)) return null;
  const titre = sliceBloc(bloc, debut, fin);
  return { bloc, principale: true, titre, mots, numero: null, nominale: true };
}

function announced(bloc: Bloc, { v, formats }: Lexique): Proposition {
  const muette = { bloc, principale: false, titre: null, mots: [], numero: null };
  const place = subjectToCome(bloc.texte);
  if (place === null || place.fin <= place.debut) return muette;
  const titre = named(bloc, place).bloc;
  const mots = contentWords(titre.texte, formats, v);
  const { texte: plie } = foldWithMap(titre.texte);
  return mots.length > 0 && formats.test(plie) ? { ...muette, annonce: { titre, mots } } : muette;
}

/** « De l'accès aux soins, il n'a pas été question »: what is put before the sentence is what it is about. */
const THEME =
  /^(?:de |du |des |d'|quant (?:a |aux? )|cote |concernant |s'agissant (?:de |du |des |d'))(?:l[ae]s? |l')?([^,«]{8,90}), (?:il |elles? |ils |nous |on |aucun|rien)/;

/** « Pas de conférence sur la souffrance psychique des jeunes cette année : … » */
const SANS =
  /^(?:pas|point) (?:de |d')([^,.;:«]{8,110}?)(?= (?:cette annee|en (?:19|20)\d\d|faute|au programme)| ?[,.;:(]|$)/;

function topicOf(texte: string): Sujet | null {
  const { texte: plie, carte } = foldWithMap(texte);
  const m = THEME.exec(plie) ?? SANS.exec(plie);
  const nom = m?.[1];
  if (m === null || nom === undefined || /\d/.test(nom)) return null;
  const debut = m[0].indexOf(nom);
  return { debut: carte[debut] ?? 0, fin: carte[debut + nom.length] ?? 0 };
}

const FIN_OBJET =
  /[,.;:(]|\s(?:le|les|du|entre|en|au|a)\s(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|mois|cours)|\d|janv|fevr|mars|avril|mai|juin|juil|aout|sept|oct|nov|dec|20\d\d)|\s(?:qui|ou|dont|avec|auxquel)\s|$/;

/** « … a organisé deux séances du cycle « Habitat » », « … ont participé au groupe santé ». */
function objectOf(texte: string, depuis: number): Sujet | null {
  const { texte: plie, carte } = foldWithMap(texte.slice(depuis));
  const tete =
    /^\s*(?:au |aux |a la |a l'|a |dans le cadre d(?:u |e la |e l'|es |e )|(?:pour|afin de|a) (?:parler|debattre|echanger|reflechir|travailler|discuter|traiter) (?:autour )?(?:d(?:u |e la |e l'|es |e |')|sur (?:l[ae]s? |l')?)|d(?:u |e la |e l'|es )|avec )?/.exec(
      plie,
    )?.[0].length ?? 0;
  const reste = plie.slice(tete).replace(/«[^»]*»/g, (q) => '#'.repeat(q.length));
  const fin = tete + (FIN_OBJET.exec(reste)?.index ?? reste.length);
  const a = depuis + (carte[tete] ?? 0);
  const b = depuis + (carte[fin] ?? 0);
  return a < b ? { debut: a, fin: b } : null;
}

/** The name in a phrase: « trois séances du cycle « Habitat » » is the cycle; « l'action 4 » is its number. */
function named(bloc: Bloc, { debut, fin }: Sujet): { bloc: Bloc; numero: number | null } {
  const { texte: plie, carte } = foldWithMap(bloc.texte.slice(debut, fin));
  const comptees = new RegExp(
    `^(?:(?:seule?s )?(?:une seule|${NOMBRE}|les|des|plusieurs|une|la (?:premiere|deuxieme|troisieme|derniere)) (?:(?:sur |des |sur les )${NOMBRE} )?)(?:(?:[a-z]+ ){0,1}(?:seances?|reunions?|sessions?|rencontres?|dates?|demi-journees?|journees?|jours?)(?: de travail| (?:prevu|programme|annonce)[es]*)? (?:du |de la |de l'|des |(?:de |d')(?=formation|travail|groupe|cycle)))?`,
  ).exec(plie);
  const article =
    comptees?.[0] ?? /^(?:l[ae]s? |l'|une? |des |ces? |cette |cet )/.exec(plie)?.[0] ?? '';
  // « trois conférences du cycle Mémoires sur les cinq annoncées »
  const reste = plie.slice(article.length);
  const parmi = new RegExp(` sur (?:les |ses )?${NOMBRE}(?: [a-z]+)?$`).exec(reste);
  const bout = parmi === null ? fin : debut + (carte[article.length + parmi.index] ?? fin);
  return withoutNumber(sliceBloc(bloc, debut + (carte[article.length] ?? 0), bout));
}

/** « Action 4 », « action n° 4 : les ateliers »: its number, and the rest of it when there is one. */
function withoutNumber(bloc: Bloc): { bloc: Bloc; numero: number | null } {
  const m =
    /^(?:l[’'])?(?:fiche[ -])?action\s(?:n\s?[°o]\s?)?(\d{1,3})\s*(?:[:.)–—-]\s*|$|\s(?=[«(]))/iu.exec(
      bloc.texte,
    ) ?? /^(\d{1,2})[.)°]\s+/.exec(bloc.texte);
  if (m === null) return { bloc, numero: null };
  const reste = sliceBloc(bloc, m[0].length, bloc.texte.length);
  return { bloc: /\p{L}{3}/u.test(reste.texte) ? reste : bloc, numero: Number(m[1]) };
}
