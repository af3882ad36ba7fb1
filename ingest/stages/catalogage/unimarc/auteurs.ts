import { ROLE_PAR_CODE } from '../../../../src/domain/codesUnimarc.js';
import type { Auteur, RoleAuteur } from '../../../../src/domain/notice.js';
import { lireNom } from '../communs/noms.js';
import type { Champ } from './champs.js';
import { contenu, valeur, valeurs } from './champs.js';
import type { Releve } from './releve.js';

const PERSONNES = ['700', '701', '702'];
const COLLECTIVITES = ['710', '711', '712'];
const FAMILLES = ['716', '720', '721', '722', '730'];

/** 7XX: one author a field and a role. Without a code of relation, 702, 712 and 722 are secondary. */
export function lireAuteurs(releve: Releve, ecartes: ReadonlySet<Champ>): void {
  for (const champ of releve.de(...PERSONNES, ...COLLECTIVITES, ...FAMILLES)) {
    const nom = ecartes.has(champ) ? null : lireNomDe(champ);
    if (nom === null) continue;
    for (const role of rolesDe(champ)) releve.ajouter('auteurs', { ...nom, role }, contenu(champ));
  }
}

function rolesDe(champ: Champ): RoleAuteur[] {
  const codes = valeurs(champ, '4').map((v) => v.texte);
  if (codes.length === 0) return [champ.etiquette.endsWith('2') ? 'contributeur' : 'auteur'];
  return [...new Set(codes.map((code) => ROLE_PAR_CODE.get(code.slice(0, 3)) ?? 'contributeur'))];
}

function lireNomDe(champ: Champ): Omit<Auteur, 'role'> | null {
  if (PERSONNES.includes(champ.etiquette)) return nommerPersonne(champ);
  return COLLECTIVITES.includes(champ.etiquette) ? nommerCollectivite(champ) : nommer(champ);
}

/** A person: a name, a number with it (« Jean-Paul II »), a forename, dates. */
export function nommerPersonne(champ: Champ): Omit<Auteur, 'role'> | null {
  const nom = valeur(champ, 'a')?.texte;
  if (nom === undefined) return null;
  const [prenom, dates, numero] = ['b', 'f', 'd'].map((code) => valeur(champ, code)?.texte);
  if (prenom === undefined && nom.includes(','))
    return { ...lireNom(nom), ...(dates === undefined ? {} : { dates: sansParentheses(dates) }) };
  return {
    nom: numero === undefined ? nom : `${nom} ${numero}`,
    ...(prenom === undefined ? {} : { prenom }),
    ...(dates === undefined ? {} : { dates: sansParentheses(dates) }),
  };
}

/** A body and its divisions, or a meeting: « France. Ministère de la ville »; its place when no other tells it apart. */
export function nommerCollectivite(champ: Champ): Omit<Auteur, 'role'> | null {
  const nom = valeurs(champ, 'ab')
    .map((v) => v.texte)
    .join('. ');
  if (nom === '') return null;
  const [dates, lieu] = ['f', 'c'].map((code) => valeur(champ, code)?.texte);
  const ou = lieu === undefined || /\d/.test(lieu) ? '' : ` (${sansParentheses(lieu)})`;
  return {
    nom: nom + ou,
    ...(dates === undefined ? {} : { dates: sansParentheses(dates) }),
    collectif: true,
  };
}

/** A family, a trade mark, a name that no authority controls. */
function nommer(champ: Champ): Omit<Auteur, 'role'> | null {
  const nom = valeur(champ, 'a')?.texte;
  if (nom === undefined) return null;
  return champ.etiquette === '730' && nom.includes(',') ? lireNom(nom) : { nom, collectif: true };
}

function sansParentheses(texte: string): string {
  return texte.replace(/^\((.*)\)$/, '$1');
}
