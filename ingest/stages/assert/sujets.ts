import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import type { TypeMention } from '../../../src/gazetteer/types.js';
import type { ActionLue } from '../structure.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import { publicFields } from './publicsEtiquettes.js';

/** « du logement », « de la prévention » after « acteurs », at a comma or « et ». */
const ELEMENT =
  /(?:^\s|,|;|\set\s|\sou\s)\s*((?:de la|de l[’']|du|des)\s*[^,;.()]+?)(?=\s*(?:[,;.()]|\set\s|\sou\s|$))/gu;

/** « de l'emploi, de l'éducation et de la culture »: complements of one word, with nothing between. */
const COMPLEMENTS =
  /^(?:(?:\s|,\s*|\set\s)\s*(?:de la\s|de l[’']|du\s|des\s|de\s)[\p{L}’' -]+?(?=\s*(?:[,;.(]|\set\s|$)))+/u;

/** S_ADRESSE_A: the kinds of public that the public field names. */
export function assertPublics(contexte: Contexte, action: string, lue: ActionLue): void {
  const blocs = publicFields(contexte, lue).map((c) => c.valeur);
  assertPublicsOf(contexte, action, blocs, 'public@1');
}

/** S_ADRESSE_A for every public that these passages name. */
export function assertPublicsOf(
  contexte: Contexte,
  action: string,
  blocs: readonly Bloc[],
  regle: string,
): void {
  const nommes = [
    ...named(contexte, blocs, 'public'),
    ...blocs.flatMap((b) => shared(contexte, b)),
  ];
  for (const [id, preuves] of nommes)
    contexte.registre.relation('S_ADRESSE_A', action, id, preuves, regle);
}

/** « acteurs de l'emploi et de la prévention de la délinquance », « professionnels de l'éducation »: the first word is that of every element. */
function shared(contexte: Contexte, bloc: Bloc): [string, Preuve[]][] {
  const tete = /(?:acteurs?|professionnel(?:le)?s?)(?=\s)/i.exec(bloc.texte);
  if (tete === null) return [];
  const depuis = tete.index + tete[0].length;
  const suite = bloc.texte.slice(depuis);
  // « professionnels des collectivités, associations des champs sociaux, de l'insertion » : not theirs
  const portee = /^acteur/i.test(tete[0]) ? suite : (COMPLEMENTS.exec(suite)?.[0] ?? '');
  return [...portee.matchAll(ELEMENT)].flatMap((m) => {
    const element = m[1] ?? '';
    const debut = depuis + m.index + m[0].indexOf(element);
    const [mention] = contexte.gazetteer.mentions(`acteurs ${element}`, {
      annee: contexte.annee,
      mode: 'document',
      types: ['public'],
    });
    const [candidat, autre] = mention?.candidats ?? [];
    if (mention?.debut !== 0 || candidat === undefined || autre !== undefined) return [];
    return [[candidat.id, proofs(contexte, bloc, debut, debut + element.length)]];
  });
}

/** TRAITE_DE: the themes that titles name; those of the part, when they name none. */
export function assertThemes(
  contexte: Contexte,
  sujet: string,
  titres: readonly Bloc[],
  partie?: Bloc,
): void {
  const propres = named(contexte, titres, 'theme');
  const themes =
    propres.size > 0 || partie === undefined ? propres : named(contexte, [partie], 'theme');
  for (const [id, preuves] of themes) {
    contexte.registre.relation('TRAITE_DE', sujet, id, preuves, 'theme@1');
  }
}

function named(
  contexte: Contexte,
  blocs: readonly Bloc[],
  type: TypeMention,
): Map<string, Preuve[]> {
  const trouves = new Map<string, Preuve[]>();
  for (const bloc of blocs) {
    for (const m of contexte.gazetteer.mentions(bloc.texte, {
      annee: contexte.annee,
      mode: 'document',
      types: [type],
    })) {
      const [candidat, autre] = m.candidats;
      if (candidat === undefined || autre !== undefined) continue;
      const avant = fold(bloc.texte.slice(0, m.debut)).replace(/\s/g, ' ');
      if (type === 'public' && contexte.vocabulaire.publicComplement.test(avant)) continue;
      const preuves = proofs(contexte, bloc, m.debut, m.fin);
      trouves.set(candidat.id, [...(trouves.get(candidat.id) ?? []), ...preuves]);
    }
  }
  return trouves;
}
