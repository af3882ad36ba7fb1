/** Words that carry no subject, folded. Their place in a phrase is kept, their weight is nil. */
const VIDES: ReadonlySet<string> = new Set(
  `a ai aie ainsi alors apres as au aucun aucune aujourd'hui aussi autre autres aux avait avant avec avez avoir
   avons ayant beaucoup bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chaque
   chez ci comme comment d dans de depuis des deja donc dont du elle elles en encore enfin entre es est et
   etaient etait etant ete etes etre eu eux fait faut fois font fut grace hors ici il ils j je jusque l la
   laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme memes mes moi
   moins mon n ne ni non nos notamment notre nous on ont or ou outre par parce parmi pas pendant peu peut
   peuvent plus plusieurs plutot pour pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi
   s sa sans se selon sera seront ses si soient soit son sont sous sur t ta tandis te tel telle telles tels
   tes toi ton toujours tous tout toute toutes tres tu un une vers via voici voila vos votre vous y ete
   etc afin lequel auquel auxquels auxquelles desquels desquelles duquel b e f g h i k o p q r u v w x z`.split(
    /\s+/,
  ),
);

/** Words that ask, greet or thank: dropped from a sentence, kept in a query of a few words. */
const DEMANDE: ReadonlySet<string> = new Set(
  `action actions aider aimerais aimerait annee annees apporter bonjour bonsoir centre cherche cherchons
   chercher combien concerne concernant concernent concernes connaitre connaissez consulter cordialement dire
   dispose disposez document documents documentation donner donnez donne doit existe existent existants faire
   indiquer indiquez information informations intervenir intervient interviennent intervenu intervenue intervenus liste lister listez madame
   merci monsieur montrer montrez ouvrage ouvrages parle parlent parler permet plait possible possedez pourriez porte portent
   portant relatif relatifs relative relatives
   pouvez pourrais pourrait propose proposent prevu prevue prevus prevues publication publications question
   questions recherchons rechercher salut savoir souhaite souhaitons souhaiterais stp sujet svp theme thematique
   touche touchent toucher traite traitent travaille travaillent trouve trouver trouvez veux voudrais voudrions
   voir`.split(/\s+/),
);

const INTERROGATIFS =
  /^(?:qui|que|qu|quoi|quel|quels|quelle|quelles|quand|comment|pourquoi|combien|ou|lequel|laquelle|lesquels|lesquelles|est|y|existe|avez|pouvez|pourriez|je|nous|j|on|bonjour|bonsoir|merci|donnez|montrez|trouvez|listez|liste|cherche|recherche|peut|doit|sont)$/;

/** True for a word that carries no subject (folded). */
export function estVide(mot: string): boolean {
  return VIDES.has(mot);
}

/** Every word that carries no subject, for an engine that drops them itself. */
export function motsVides(): string[] {
  return [...VIDES].sort();
}

/** True for a word that only serves to ask (folded). */
export function estDemande(mot: string): boolean {
  return DEMANDE.has(mot) || VIDES.has(mot);
}

/**
 * True when words typed are a sentence that asks, not keywords: it opens as a question or a
 * request, or ends with a question mark, and has at least three words.
 */
export function estPhrase(texte: string, mots: readonly string[]): boolean {
  const premier = mots[0];
  if (premier === undefined || mots.length < 3) return false;
  return /\?\s*$/.test(texte) || INTERROGATIFS.test(premier);
}
