import { foldWithMap } from '../french/fold.js';
import { estVide } from '../french/stopwords.js';
import { distance } from '../french/typo.js';

/** A word of a folded text. */
export interface Mot {
  readonly texte: string;
  readonly debut: number;
  readonly fin: number;
}

/** Words of a folded text, with their offsets. Elided articles (« l' ») are words of their own; a hyphen joins. */
export function couperMots(texte: string): Mot[] {
  const mots: Mot[] = [];
  for (const m of texte.matchAll(
    /(?:[ldjmtnsc]|qu|jusqu|lorsqu|puisqu)'|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
  )) {
    mots.push({ texte: m[0], debut: m.index, fin: m.index + m[0].length });
  }
  return mots;
}

/** Grammar: articles, pronouns, prepositions, auxiliaries, in any question. */
const GRAMMAIRE =
  "l' d' j' m' t' n' s' c' qu' le la les un une des du de au aux a en y et ou ni mais donc or car dans sur sous pour par avec sans chez vers entre " +
  'ce cet cette ces ca cela ceci mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se lui eux moi ' +
  'qui que quoi dont quel quelle quels quelles lequel laquelle lesquels lesquelles auquel comment pourquoi quand ' +
  'est sont etait etaient sera seront fut etre ete suis es sommes etes ai as avons avez ont avait aura auront avoir eu ' +
  'ne pas plus moins tres aussi bien deja encore tout toute tous toutes meme si alors puis ' +
  'est-ce y-a-t-il a-t-il a-t-on a-t-elle ont-ils ont-elles sont-ils sont-elles est-il est-elle qu-est-ce peut-on';

/** Politeness and the verbs of asking. */
const POLITESSE =
  'bonjour bonsoir salut merci svp stp plait remercie remercions madame monsieur coucou hello ' +
  'peux peut pourrais pourriez pouvez pouvez-vous pourriez-vous peux-tu peut-on voudrais voudrait voudrions veux veut voulons souhaite souhaiterais souhaitons aimerais aimerait ' +
  'savoir connaitre sais sait dire dites dites-moi dis dis-moi donner donne donnez donne-moi donnez-moi montre montrer montrez montre-moi montrez-moi cherche cherchons recherche recherchons ' +
  'trouve trouver trouvez trouve-t-on lister liste listez affiche afficher indiquer indiquez indiquez-moi besoin question renseignement info infos information informations ' +
  'dit disent pense pensent ecrit ecrivent quelque chose choses quelques-uns existe existent element elements matiere ' +
  'possible urgent rapidement concernant propos sujet rapport-a niveau part cote cadre faut fait faire faites ' +
  'avance derange derangeait ennuie aidez-moi aider gentil gentillesse cordialement grace prie beaucoup journee concerne vs versus liste precisement exactement svp-merci';

const VIDES = new Set(`${GRAMMAIRE} ${POLITESSE}`.split(' '));

/** Clauses of politeness: they ask for nothing, and their negations deny nothing. */
const CLAUSES =
  /\b(?:si (?:cela|ca|c'est|vous|tu)\b[^,?.;]{0,25}\b(?:derange|ennuie|embete|possible|pouvez|voulez|plait)(?: pas)?|s'il (?:vous|te) plait|n'hesitez pas|je ne (?:sais|trouve|connais|vois|comprends) pas(?: (?:si|ou|quelles?|quels?|comment))?|n'est[- ]ce pas|ne sachant pas|merci d'avance|d'avance|bonne journee|bien cordialement)\b/g;

/** The question with its clauses of politeness blanked; every offset stays. */
export function sansPolitesse(brut: string): string {
  const { texte, carte } = foldWithMap(brut);
  let propre = brut;
  for (const m of texte.matchAll(CLAUSES)) {
    const [debut, fin] = [carte[m.index] ?? 0, carte[m.index + m[0].length] ?? brut.length];
    propre = propre.slice(0, debut) + ' '.repeat(fin - debut) + propre.slice(fin);
  }
  return propre;
}

/** A verb without the pronoun that asks: « organise-t-on » -> « organise ». */
export function sansPronom(mot: string): string {
  return mot.replace(/-(?:t-)?(?:ils?|elles?|on|vous|nous|tu|je|ce|moi|ci|la)$/, '');
}

export function estMotVide(tape: string): boolean {
  const mot = sansPronom(tape);
  return VIDES.has(tape) || VIDES.has(mot) || estVide(mot) || mot.length < 2;
}

/**
 * The words that questions are made of, to which a word typed wrong is brought back
 * (« acions », « deploiment », « touchen »). Words of five letters at least.
 */
const LEXIQUE = (
  'action actions touche touchent concerne concernent prevu prevue prevus prevues programme programmes ' +
  'lien liens rapport rapports relation relations articulation ' +
  'deploye deployee deployes deployees deploiement deployer implante commune communes ville villes ' +
  'quelle quelles quels combien nombre intervenant intervenants intervient interviennent ' +
  'document documents publication publications notice notices definition signifie dispositif dispositifs ' +
  'atelier ateliers formation formations rencontre rencontres groupe groupes depuis entre annee derniere'
)
  .split(' ')
  .filter((mot) => mot.length >= 5);

/** Words of their own that are one letter away from one of the lexicon: « points communs » asks for no commune. */
const VRAIS_MOTS =
  'commun communs concert concerts nombreux villa villas liste listes lieu lieux lient relie relatif ' +
  'formateur rencontrer definit signifier documente intervenir actionne programmer';

const CONNUS = new Set([...LEXIQUE, ...VRAIS_MOTS.split(' ')]);

/** A word of the lexicon one edit away, or the word itself. Two edits make « concernent » of « concernées ». */
export function corriger(mot: string): string {
  if (mot.length < 5 || CONNUS.has(mot) || VIDES.has(mot)) return mot;
  const proche = LEXIQUE.find(
    (l) => l[0] === mot[0] && !estFlexion(l, mot) && distance(l, mot, 1) <= 1,
  );
  return proche ?? mot;
}

/** « programmer » is not « programme » typed wrong: a word that only goes on is another word. */
function estFlexion(lexique: string, mot: string): boolean {
  return (
    mot.startsWith(lexique) || (lexique.startsWith(mot.slice(0, -1)) && mot.length > lexique.length)
  );
}
