import { fold } from './fold.js';

/** A printed function and the organisation that it names. */
export interface Affiliation {
  /** As printed, without the organisation where a comma or brackets set it apart. */
  readonly fonction: string;
  readonly organisme?: string;
}

/** What a person does; a bailleur or an opérateur is an organisation. Folded. */
const METIER =
  /^(?!(?:bailleur|operateur|promoteur|financeur|acteur|secteur|porteur)s?\b)(?:(?:psycho|socio|ethno|anthropo|geo|philo|polito|demo)?(?:[a-z-]+(?:logue|iste|iatre|graphe|teur|trice|eure?|euse|cien|cienne|sophe|ecte))|juristes?|medecin|maire|adjointe?|elue?|chargee?|cheff?e?|maitre|maitresse|deleguee?|presidente?|consultante?|responsable|avocate?|secretaire|historienne?|geographe|coordonnat(?:eur|rice)|politiste|infirmiere?|enseignante?|chercheuse?|doctorante?|membre|agente?|docteure?|professeure?|ingenieure?|commissaire|notaire|magistrate?|juge|substitute?|greffier|greffiere|prefete?|sous-prefete?|officier|capitaine|commandante?|lieutenante?|gendarme|policier|policiere|gardien|gardienne|dentiste|sage-femme|principale?|assistante?|attachee?|interprete|syndic|libraire|bibliothecaire|tresorier|tresoriere|comedienne?|anthropologue|conseillere?|permanente?)s?(?![a-z])/;

/** First words of organisations: « Ville de Rennes, chargée de mission » names no person. Folded. */
const STRUCTURE =
  /^(?:agence|association|atelier|bureau|cabinet|caisse|centre|club|collectif|comite|commune|communaute|compagnie|conseil|cooperative|departement|direction|ecole|college|lycee|espace|faculte|federation|fondation|foyer|groupe|habitat|hopital|institut|laboratoire|ligue|mairie|maison|metropole|mission|mouvement|observatoire|office|pole|prefecture|regie|region|reseau|secours|service|societe|syndicat|union|universite|ville)s?(?![a-z])/;

/** True for the name of a trade or a function, whatever its capital: « Sociologue », « maître de conférences ». */
export function isMetier(texte: string): boolean {
  return METIER.test(fold(texte.slice(0, 60)));
}

/** True when the first word is that of an organisation: « université de Nantes », « cabinet Émergences ». */
export function isStructure(texte: string): boolean {
  return STRUCTURE.test(fold(texte.slice(0, 60)));
}

const DERNIER_LIEN =
  /(?:^|\s)(?:(?:à l|de l|d)[’']|(?:à la|au|aux|à|chez|de la|du|des|de)(?=\s|$))\s*/gu;

/** True when a name must follow to end a function: « président du conseil de », « fondatrice de la coopérative ». */
export function opensStructure(fonction: string): boolean {
  const lien = [...fonction.matchAll(DERNIER_LIEN)].at(-1);
  if (lien === undefined) return false;
  const reste = fonction.slice(lien.index + lien[0].length);
  return reste === '' || (isStructure(reste) && /^\S+(?:\s\p{Ll}+)?$/u.test(reste));
}

/** « (EHESS) », « (par intérim) » at the end of a function. */
const ENTRE_PARENTHESES = /^(.*?)\s*\(([^()]*)\)$/su;
/** « directrice du CCAS », « chercheuse à l’université de Nantes »: up to the next comma. */
const APRES_LIEN =
  /(?:^|\s)(?:à la|à l[’']|à|au|aux|chez|de la|de l[’']|du|des|de|d[’'])\s*((?:\p{Lu}{2}|(?:l[’']|la )?\p{L}).*)$/u;
const LIENS =
  /(?:^|\s)(à la|à l[’']|à|au|aux|chez|de la|de l[’']|du|des|de|d[’'])\s*(?=[\p{L}«])/gu;
const SIGLE = /^\p{Lu}[\p{Lu}\d-]{2,}(?![\p{Ll}])/u;

/**
 * Tells the function from the organisation in what follows a name: « sociologue (EHESS) »,
 * « sociologue, université de Nantes », « directrice du CCAS », « chargée de mission à la DDCS ».
 * Without an organisation, the whole is the function.
 */
export function readAffiliation(fonction: string): Affiliation {
  if (/^\p{Lu}[^,;()]*$/u.test(fonction) && !isMetier(fonction))
    return { fonction, organisme: fonction };
  const parentheses = ENTRE_PARENTHESES.exec(fonction);
  const [, tete, dedans] = parentheses ?? [];
  if (
    tete !== undefined &&
    tete !== '' &&
    dedans !== undefined &&
    (/^\p{Lu}/u.test(dedans) || isStructure(dedans))
  )
    return { fonction: tete, organisme: dedans };
  const virgule = fonction.lastIndexOf(',');
  const derniere = fonction.slice(virgule + 1).trim();
  if (virgule > 0 && (isStructure(derniere) || (/^\p{Lu}/u.test(derniere) && !isMetier(derniere))))
    return { fonction: fonction.slice(0, virgule).trimEnd(), organisme: derniere };
  if (virgule < 0 && isStructure(fonction)) return { fonction, organisme: fonction };
  const organisme = parentheses === null ? afterLink(derniere) : undefined;
  return organisme === undefined ? { fonction } : { fonction, organisme };
}

/** « ISP Cachan » in « chercheur associé à l’ISP Cachan »: the first name of an organisation after a link word. */
function afterLink(fonction: string): string | undefined {
  if (!APRES_LIEN.test(fonction)) return undefined;
  // « chargée de mission à la DDCS »: where one works, before what one does
  const liens = [...fonction.matchAll(LIENS)];
  const lieux = liens.filter((l) => /^(?:à|au|chez)/.test(l[1] ?? ''));
  for (const lien of [...lieux, ...liens]) {
    const nom = fonction.slice(lien.index + lien[0].length);
    const dispositif = /^(?:de|du|des|d[’'])/.test(lien[1] ?? '') && /^\p{Lu}+$/u.test(nom);
    const propre = isStructure(nom) && /\s.*\p{Lu}|^\p{Lu}/u.test(nom);
    const ecole = /^(?:universite|institut|faculte|ecole)/.test(fold(nom)) && /\p{Lu}/u.test(nom);
    if (propre || ecole || (SIGLE.test(nom) && (!dispositif || /^du$/.test(lien[1] ?? ''))))
      return nom;
  }
  return undefined;
}
