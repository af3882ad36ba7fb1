import type { RoleAuteur } from './notice.js';

/**
 * Relator codes of UNIMARC ($4) by the role that they give (IFLA, UNIMARC Manual, Bibliographic Format, appendix C).
 * The first code of a role is the one it is written with. A code that is not here is a « contributeur ».
 */
const CODES: Readonly<Record<RoleAuteur, string>> = {
  // 070 author, 100 bibliographic antecedent, 212 commentary, 305 dissertant, 330 dubious author, 690 scenarist…
  auteur: '070 072 090 100 210 212 305 330 480 520 690',
  // 651 publishing director
  'directeur de publication': '651',
  // 340 editor, 220 compiler
  'éditeur scientifique': '340 220',
  préfacier: '080',
  postfacier: '075',
  traducteur: '730',
  illustrateur: '440 430 410',
  photographe: '600',
  réalisateur: '300',
  intervieweur: '470',
  interviewé: '460',
  // 205 collaborator, 695 scientific advisor, 255 consultant to a project
  collaborateur: '205 255 695',
  // 723 sponsor, 400 funder
  commanditaire: '723 400',
  'organisme de soutenance': '295',
  'directeur de thèse': '727',
  contributeur: '570',
};

/** Role by code; a code that the table does not have is a « contributeur ». */
export const ROLE_PAR_CODE: ReadonlyMap<string, RoleAuteur> = new Map(
  (Object.entries(CODES) as [RoleAuteur, string][]).flatMap(([role, codes]) =>
    codes.split(' ').map((code): [string, RoleAuteur] => [code, role]),
  ),
);

/** The code that a role is written with. */
export function codeDuRole(role: RoleAuteur): string {
  return CODES[role].slice(0, 3);
}
