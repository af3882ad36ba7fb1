import { estPreuveTexte } from '../../domain/fait.js';
import { labelDe } from '../../domain/schema.js';
import { lireFaits } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { preuvesSituees } from '../preuves.js';
import { nomCourt, reference, texte } from '../references.js';
import type { ResultatTexte } from '../types.js';
import type { Lecture } from '../understand.js';
import type { Corps } from './corps.js';
import { chercher, repondreRecherche } from './recherche.js';

/** Score of the card of the thing asked: it comes before any passage. */
const SCORE_FICHE = 1_000_000;

/** What a dispositif or an organisation is, from its card, then the passages that name it; a search for any other notion. */
export async function repondreDefinition(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { dispositifs, intervenant } = lecture.equation;
  const id = dispositifs?.[0]?.id ?? intervenant?.id;
  const carte = id === undefined ? null : fiche(contexte, id);
  if (id === undefined || carte === null) return repondreRecherche(contexte, lecture);
  const passages = await chercher(contexte, lecture, { type: ['Page'] });
  const resultats = [carte, ...(passages.resultats as readonly ResultatTexte[])];
  const nom = reference(contexte, id).libelle;
  const court = nomCourt(contexte, id);
  const tete = court === nom ? nom : `${court} : ${nom}`;
  const phrase =
    carte.extrait === ''
      ? `${tete}.${labelDe(id) === 'Dispositif' ? '' : ' Aucun document lu n’en donne de définition.'}`
      : `${tete}. ${carte.extrait}`;
  return { phrase, resultats, total: passages.total + 1 };
}

function fiche(contexte: Contexte, id: string): ResultatTexte | null {
  const entite = contexte.entites([id]).get(id);
  const seed = contexte.gazetteer.referentiels.dispositifs.find((d) => d.id === id);
  if (entite === undefined && seed === undefined) return null;
  const faits = [...lireFaits(contexte, entite?.faits ?? []).values()];
  const definis = faits.filter((f) => f.predicat === 'definition');
  const preuves = preuvesSituees(contexte, definis.length > 0 ? definis : faits);
  const premiere = preuves.find(estPreuveTexte);
  const { libelle, url } = reference(contexte, id);
  return {
    type: labelDe(id),
    id,
    titre: libelle,
    extrait: texte(entite, 'definition') ?? seed?.definition ?? '',
    document: premiere?.document ?? null,
    page: premiere?.page ?? null,
    score: SCORE_FICHE,
    url: url ?? '',
    preuves,
  };
}
