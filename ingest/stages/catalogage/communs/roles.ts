import type { RoleAuteur } from '../../../../src/domain/notice.js';

/** What follows a name to say its part in the work, in this order: « Durand, Paul (dir.) », « Paul Durand, trad. ». */
const MENTIONS: readonly (readonly [RegExp, RoleAuteur])[] = [
  [
    /^(?:dir(?:ecteur|ectrice)?\.? (?:de )?(?:la )?th[èe]se|promot(?:eur|rice))$/iu,
    'directeur de thèse',
  ],
  [
    /^(?:sous la )?dir(?:s?\.|ection|ecteurs?|ectrices?|ig[ée]\p{L}*)?(?: (?:de )?(?:la )?(?:publ(?:ication|\.)|ouvrage))?$/iu,
    'directeur de publication',
  ],
  [
    /^(?:[ée]d(?:s?\.|iteurs? scientifiques?|\. scientifique|itors?)|coord(?:\.|\p{L}*)|[ée]d\. sci\.)$/iu,
    'éditeur scientifique',
  ],
  [/^(?:pr[ée]f(?:\.|ace|ac\p{L}+)?|avant-propos|introd(?:\.|uction)?)$/iu, 'préfacier'],
  [/^(?:postf(?:\.|ace|ac\p{L}+))$/iu, 'postfacier'],
  [/^(?:trad(?:\.|uction|uct\p{L}+)?|translators?|transl?\.)$/iu, 'traducteur'],
  [/^(?:ill(?:\.|us\.?|ustrations?|ustrat\p{L}+)|dessins?|dessinat\p{L}+)$/iu, 'illustrateur'],
  [/^(?:photo(?:s|g?\.|graphies?|graphes?|gr\.)?)$/iu, 'photographe'],
  [/^(?:r[ée]al(?:\.|is\.|isat\p{L}+)|directors?)$/iu, 'réalisateur'],
  [/^(?:intervieweurs?|intervieweuses?|interviewers?)$/iu, 'intervieweur'],
  [/^(?:interview[ée]e?s?|interviewees?)$/iu, 'interviewé'],
  [/^(?:collab(?:\.|orat\p{L}+)|avec la collaboration)$/iu, 'collaborateur'],
  [/^(?:commanditaires?|comm\.)$/iu, 'commanditaire'],
  [/^(?:organisme de soutenance|universit[ée] de soutenance)$/iu, 'organisme de soutenance'],
  [/^(?:contrib(?:\.|ut\p{L}+))$/iu, 'contributeur'],
  [/^(?:aut(?:\.|eur|eure|rice|hors?)s?)$/iu, 'auteur'],
];

/** The role that a mention says (« dir. », « préface », « Traducteur »); null when it says none. */
export function lireRole(mention: string): RoleAuteur | null {
  const propre = mention.trim();
  return MENTIONS.find(([motif]) => motif.test(propre))?.[1] ?? null;
}
