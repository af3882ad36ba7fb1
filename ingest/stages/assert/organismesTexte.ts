import type { Bloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import type { Contexte } from './contexte.js';
import { home } from './intervenants.js';

/** An organisation that no seed names, known by its kind and its proper name, or by its sigle. */
export interface OrganismeNomme {
  readonly nom: string;
  readonly debut: number;
  readonly fin: number;
}

const LIEN = "(?:de la|de l[’']|du|des|de|d[’'])";
const ARTICLE = "(?:la |le |les |l[’'])?";
/** « Beaumont-sur-Oise », « Reine Jeanne », « Jean Moulin »; « et » starts another name. */
const PROPRE = `[\\p{Lu}][\\p{L}\\d’'-]*(?:\\s(?:(?:${LIEN}|la|le|les|en|sur|sous|à)\\s?)?[\\p{Lu}\\d][\\p{L}\\d’'-]*)*`;
/** After a head, its proper name: « de Persan », « du Roannais », « Rhône-Avignon-Vaucluse », « « Aurore » ». */
const SUITE = new RegExp(`^\\s(?:${LIEN}\\s?${ARTICLE}|${ARTICLE})${PROPRE}`, 'u');
const ENTRE_GUILLEMETS = /^\s«\s?\p{Lu}[^»]{1,50}»/u;
/** « au centre social Coréal »: where one meets, or where a speaker works, whom MEMBRE_DE tells. */
const RENDEZ_VOUS = /(?:^|[\s(])(?:au|aux|à la|à l[’']|dans les? |dans la |dans l[’'])\s?$/iu;
/** « Béziers Méditerranée Habitat », « Grand Avignon Résidences ». */
const BAILLEUR =
  /(?<![\p{L}’'-])(?!(?:Les?|La|Ce|Cet|Cette|Un|Une|Des|Du|Service|Direction|Pôle|Axe|Thème|Thématique|Commission|Groupe|Programme|Plan|Charte|Mission|Projet|Cité|Atelier|Réseau|Action|Chapitre|Volet|Enjeu|Orientation)\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3}\s(?:Habitat|Logement|Résidences)(?![\p{L}-])/gu;
/** « organisé avec … et le CRIA 37 », « avec l'APIJE ». */
const AVEC_SIGLE =
  /(?<=(?:^|\s)avec\s(?:[^.;:()]{0,70}\set\s)?(?:l[’']|la\s|le\s))\p{Lu}{3,}(?:\s\d{2})?(?![\p{L}\d-])/giu;

/** The organisations of a passage that are written as such, beside those of the seeds. */
export function namedOrganismes(contexte: Contexte, bloc: Bloc): OrganismeNomme[] {
  const { texte } = bloc;
  const trouves = [
    ...byHead(contexte, texte),
    ...matches(texte, BAILLEUR),
    ...matches(texte, AVEC_SIGLE).filter((o) => /^\p{Lu}+(?:\s\d+)?$/u.test(o.nom)),
  ];
  const connus = contexte.gazetteer.mentions(texte, {
    annee: contexte.annee,
    mode: 'document',
    types: ['organisme', 'dispositif', 'intercommunalite', 'commune'],
    ...home(contexte),
  });
  // what a seed names is its own; « mission locale de Persan » is more than « Mission locale »
  return trouves.filter((o) => !connus.some((m) => m.debut <= o.debut && m.fin >= o.fin));
}

function byHead({ vocabulaire }: Contexte, texte: string): OrganismeNomme[] {
  const { texte: plie, carte } = foldWithMap(texte);
  return [...plie.matchAll(vocabulaire.teteOrganisme)].flatMap((m) => {
    const debut = carte[m.index] ?? 0;
    const apres = carte[m.index + m[0].length] ?? texte.length;
    if (RENDEZ_VOUS.test(texte.slice(0, debut))) return [];
    const suite = (SUITE.exec(texte.slice(apres)) ??
      ENTRE_GUILLEMETS.exec(texte.slice(apres)))?.[0];
    if (suite === undefined) return [];
    const fin = apres + suite.length;
    return [{ nom: texte.slice(debut, fin), debut, fin }];
  });
}

function matches(texte: string, motif: RegExp): OrganismeNomme[] {
  return [...texte.matchAll(motif)].map((m) => ({
    nom: m[0],
    debut: m.index,
    fin: m.index + m[0].length,
  }));
}
