/** Offsets in a text. */
export interface Segment {
  readonly debut: number;
  readonly fin: number;
}

/** Words that join two items when a new item clearly starts after them: « ANRU et DDT », « X ainsi que Y ». */
const LIAISON =
  /(?<!\s)\s+(?:(?:et|puis|ainsi qu[e’']) (?:(?:à|par) (?=\p{Lu})|(?:de\s|d[’'])(?=\p{Lu}[\p{L}’'-]+\s\p{Lu}))|accompagnée?s? (?:de |d[’']|par )|(?:et|puis|ainsi que|avec|ou)\s+)(?=(?:les?|la|des?|du|l[’']|une?)?\s*(?:deux|trois)?\s*(?:\p{Lu}|d[’'](?=autres))|(?:la|le|l[’'])\s*[\p{Ll}-]{5,}(?:\s\p{Ll}+)?\s\p{Lu}\p{Ll}+\s\p{Lu})/gu;
/** What « et » joins inside one name: « Fédération des centres sociaux et socioculturels ». */
const DANS_UN_NOM =
  /(?:^|[\s'’])(?:des?|du|aux?|centres?|maisons?|pour|sur|entre)\s+(?:[\p{L}'’-]+\s+){0,4}[\p{L}'’-]+$/iu;

/**
 * Cuts a list of names at commas, semicolons and slashes outside brackets, and at « et » when both
 * sides are names by themselves. Offsets of each item, spaces excluded.
 */
export function splitList(texte: string): Segment[] {
  const bornes = coupures(texte);
  const segments: Segment[] = [];
  let debut = 0;
  for (const c of [...bornes, { debut: texte.length, fin: texte.length }]) {
    if (debut < c.debut) segments.push({ debut, fin: c.debut });
    debut = c.fin;
  }
  return segments.flatMap((s) => couperLiaisons(texte, s));
}

function coupures(texte: string): Segment[] {
  const trouvees: Segment[] = [];
  let profondeur = 0;
  for (let i = 0; i < texte.length; i += 1) {
    const c = texte[i] ?? '';
    if (c === '(') profondeur += 1;
    else if (c === ')') profondeur = Math.max(0, profondeur - 1);
    else if (profondeur === 0 && (/[,;\n•]/.test(c) || (c === '/' && texte[i - 1] === ' '))) {
      trouvees.push({ debut: i, fin: i + 1 });
    }
  }
  return trouvees;
}

function couperLiaisons(texte: string, { debut, fin }: Segment): Segment[] {
  const contenu = texte.slice(debut, fin);
  const segments: Segment[] = [];
  let depuis = 0;
  for (const liaison of contenu.matchAll(LIAISON)) {
    const avant = contenu.slice(depuis, liaison.index);
    if (
      dansParenthese(contenu, liaison.index) ||
      !seTient(avant, contenu.slice(liaison.index + liaison[0].length))
    )
      continue;
    segments.push({ debut: debut + depuis, fin: debut + liaison.index });
    depuis = liaison.index + liaison[0].length;
  }
  segments.push({ debut: debut + depuis, fin });
  return segments;
}

/** « Fédération des Centres sociaux et Socioculturels » is one name: its second half starts with an adjective. */
function seTient(avant: string, apres: string): boolean {
  const mot = /^[\p{L}'’-]+/u.exec(apres)?.[0] ?? '';
  const complement = DANS_UN_NOM.test(avant);
  return !(
    complement &&
    /(?:els?|elles?|aux|ales?|ifs?|ives?|iques?|ains?|aires?|iens?)$/i.test(mot) &&
    !/\s\p{Lu}/u.test(apres.slice(0, 40))
  );
}

function dansParenthese(texte: string, position: number): boolean {
  const avant = texte.slice(0, position);
  return avant.split('(').length > avant.split(')').length;
}

const A_QUELQU_UN = /^(?:à|par)\s+(?=\p{Lu})/u;
const DE_QUELQU_UN =
  /^(?:(?:à|par)\s+(?=\p{Lu})|(?:de\s+|d[’'])(?=(?:M\.|Mme|\p{Lu}[\p{L}’'-]+)\s\p{Lu}))/u;

/** Without outer spaces, bullets, a leading « et », a final period; null when nothing is left. */
export function cleanSegment(texte: string, debut: number, fin: number): Segment | null {
  const contenu = texte.slice(debut, fin);
  const liaison =
    /^[\s\-–—•*·:]*(?:(?:et|puis|ainsi qu[e’']|avec|dont|notamment|accompagnée?s? (?:de|d[’']|par))\s*(?<=[\s’']))?/iu.exec(
      contenu,
    )?.[0].length ?? 0;
  // « confiée à Anne Roy, juriste, et à Jean Morel », « la participation de … et d'Aïcha Hamdi »
  const lien = /[\p{L}]/u.test(contenu.slice(0, liaison)) ? DE_QUELQU_UN : A_QUELQU_UN;
  const preposition = lien.exec(contenu.slice(liaison))?.[0].length ?? 0;
  const tete = liaison + preposition;
  let queue = 0;
  while (/[\s.…–-]/.test(contenu[contenu.length - 1 - queue] ?? '')) queue += 1;
  // « M. » and « etc. » keep nothing to name, « (chercheurs…) » keeps its bracket
  return tete + queue >= contenu.length ? null : { debut: debut + tete, fin: fin - queue };
}
