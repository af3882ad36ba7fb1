import { estPreuveTexte } from '../../domain/fait.js';
import type { TypeRelation } from '../../domain/schema.js';
import { fold } from '../../french/fold.js';
import { lireFaits } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { compter } from '../francais.js';
import { MOTS_INTENTION } from '../intentions.js';
import { preuvesSituees } from '../preuves.js';
import { reference, references } from '../references.js';
import { silence } from '../silences.js';
import type { Equation, ResultatTexte } from '../types.js';
import type { Lecture } from '../understand.js';
import { repondreActions } from './actions.js';
import { type Corps, muette, type Repondre } from './corps.js';

interface Liste {
  /** The things asked, by the word that follows « quels » or « combien de ». */
  readonly motif: RegExp;
  readonly relation: TypeRelation;
  readonly type: string;
  readonly nom: string;
  readonly participe: string;
  /** When the question already names one, it asks something else. */
  readonly sauf: (equation: Equation) => boolean;
}

const TETE =
  "(?:quel(?:le)?s?|combien d[e']|nombre d[e']|liste d(?:es|e|')|lister les|les?|quels sont les|quelles sont les)";

const LISTES: readonly Liste[] = [
  {
    motif: motif('publics?'),
    relation: 'S_ADRESSE_A',
    type: 'Public',
    nom: 'public',
    participe: 'visé',
    sauf: (e) => e.publics !== undefined,
  },
  {
    motif: motif('dispositifs?'),
    relation: 'MOBILISE',
    type: 'Dispositif',
    nom: 'dispositif',
    participe: 'mobilisé',
    sauf: (e) => e.dispositifs !== undefined || e.intention === 'deploiement',
  },
  {
    motif: motif('themes?|sujets?|thematiques?'),
    relation: 'TRAITE_DE',
    type: 'Theme',
    nom: 'thème',
    participe: 'traité',
    sauf: (e) => e.themes !== undefined,
  },
  {
    motif: motif('communes?|villes?'),
    relation: 'TOUCHE',
    type: 'Commune',
    nom: 'commune',
    participe: 'touchée nommément',
    sauf: (e) => e.intention === 'deploiement' || (e.commune ?? e.intercommunalite) !== undefined,
  },
  {
    motif: motif('quartiers?'),
    relation: 'TOUCHE',
    type: 'Quartier',
    nom: 'quartier',
    participe: 'touché nommément',
    sauf: (e) => e.quartier !== undefined || e.intention === 'deploiement',
  },
];

function motif(noms: string): RegExp {
  return new RegExp(`^(?:\\W|et |dans |a |sur |pour )*${TETE} ?(?:${noms})\\b`);
}

/** How a list of publics, dispositifs, thèmes or places of some actions is answered; null when none is asked. */
export function enumeration({ equation, plie }: Lecture): Repondre | null {
  if (!['actions', 'comptage', 'recherche'].includes(equation.intention)) return null;
  // « combien de communes ont un PRE » is a deployment.
  if (
    equation.intention === 'comptage' &&
    equation.dispositifs !== undefined &&
    !/\bactions?\b/.test(plie)
  )
    return null;
  const liste = LISTES.find((l) => l.motif.test(plie) && !l.sauf(equation));
  return liste === undefined ? null : (contexte, lecture) => lister(contexte, lecture, liste);
}

async function lister(contexte: Contexte, lecture: Lecture, liste: Liste): Promise<Corps> {
  const lue = sansLeNom(lecture);
  const corps = await repondreActions(contexte, lue);
  const { parPortee: _, apart: __, ...simple } = corps;
  if (corps.sansReponse !== undefined) return simple;
  const ids = new Set(corps.resultats.map((r) => r.id));
  const toutes = contexte.faits.relations({ type: liste.relation }).filter((r) => ids.has(r.de));
  const cibles = references(
    contexte,
    toutes.map((r) => r.vers),
  );
  const relations = toutes.filter((r) => cibles.get(r.vers)?.type === liste.type);
  const faits = lireFaits(
    contexte,
    relations.flatMap((r) => r.faits),
  );
  const vers = new Map<string, typeof relations>();
  for (const r of relations) vers.set(r.vers, [...(vers.get(r.vers) ?? []), r]);
  const resultats = [...vers].map(([id, siennes]): ResultatTexte => {
    const preuves = preuvesSituees(
      contexte,
      siennes.flatMap((r) => r.faits.flatMap((f) => faits.get(f) ?? [])),
    );
    const preuve = preuves.find(estPreuveTexte);
    const { type, libelle, url } = reference(contexte, id);
    const n = new Set(siennes.map((r) => r.de)).size;
    return {
      type,
      id,
      titre: libelle,
      extrait: compter(n, 'action'),
      document: preuve?.document ?? null,
      page: preuve?.page ?? null,
      score: n,
      url: url ?? '',
      preuves,
    };
  });
  resultats.sort((a, b) => b.score - a.score || a.titre.localeCompare(b.titre, 'fr'));
  const total = resultats.length;
  const accord = total < 2 ? liste.participe : liste.participe.replace(/^(\S+)/, '$1s');
  if (total === 0) {
    const aucun = /^(?:commune)$/.test(liste.nom) ? 'Aucune' : 'Aucun';
    const phrase = `${aucun} ${liste.nom} ${liste.participe}. Compte fait sur : ${corps.phrase}`;
    return { equation: lue.equation, ...muette(silence('rien-trouve', phrase)) };
  }
  const phrase = `${compter(total, liste.nom)} ${accord}. Compte fait sur : ${corps.phrase}`;
  return { equation: lue.equation, phrase, resultats, total };
}

/** The word that names the list is no criterion of the actions. */
function sansLeNom(lecture: Lecture): Lecture {
  const { mots, ...reste } = lecture.equation;
  const gardes = (mots ?? '').split(' ').filter((mot) => mot !== '' && !estDeLaListe(fold(mot)));
  const equation = gardes.length === 0 ? reste : { ...reste, mots: gardes.join(' ') };
  return { ...lecture, equation };
}

function estDeLaListe(mot: string): boolean {
  const dits = [MOTS_INTENTION.actions, MOTS_INTENTION.comptage];
  return (
    dits.some((d) => d?.test(mot) === true) ||
    /^(?:abord\w+|trait\w+|evoqu\w+|couv\w+|thematiques?|sujets?)$/.test(mot)
  );
}
