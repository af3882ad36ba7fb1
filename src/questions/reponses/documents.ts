import { estPreuveTexte } from '../../domain/fait.js';
import { urlEntite, urlPage } from '../../domain/urls.js';
import { lireFaits } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { compter, enumerer } from '../francais.js';
import { preuvesSituees } from '../preuves.js';
import { nombre, texte } from '../references.js';
import { silenceAnnee } from '../silences.js';
import type { ResultatTexte } from '../types.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette } from './corps.js';
import { chercher } from './recherche.js';
import { quand } from './touchees.js';

/** Things that a person can read; a document is found by its pages. */
const TYPES = ['Publication', 'Notice', 'Page'] as const;

/** Publications, notices and documents on the subject asked; all of them when no subject is. */
export async function repondreDocuments(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const nonCouverte = silenceAnnee(contexte, lecture.equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  if (lecture.recherche.trim() === '') return toutes(contexte, lecture);
  return chercher(contexte, lecture, { type: TYPES });
}

function toutes(contexte: Contexte, { equation, plie }: Lecture): Promise<Corps> {
  const types = /\bnotices?\b/.test(plie)
    ? (['Notice'] as const)
    : /\b(publications?|parutions?)\b/.test(plie)
      ? (['Publication'] as const)
      : (['Publication', 'Notice'] as const);
  const { debut, fin } = equation.annee ?? { debut: 0, fin: 9999 };
  const gardees = types
    .flatMap((t) => contexte.tous(t))
    .filter((e) => {
      const annee = nombre(e, 'annee') ?? debut;
      return debut <= annee && annee <= fin;
    });
  const faits = lireFaits(
    contexte,
    gardees.flatMap((e) => e.faits),
  );
  const resultats = gardees
    .map((e): ResultatTexte => {
      const titres = e.faits.flatMap((id) => faits.get(id) ?? []);
      const siens = titres.filter((f) => f.predicat === 'titre');
      const preuves = preuvesSituees(contexte, siens.length > 0 ? siens : titres);
      const preuve = preuves.find(estPreuveTexte);
      return {
        type: e.type,
        id: e.id,
        titre: e.libelle,
        extrait: [texte(e, 'format'), nombre(e, 'annee')].filter((x) => x !== null).join(', '),
        document: preuve?.document ?? null,
        page: preuve?.page ?? null,
        score: 1,
        url:
          urlEntite(e.id) ??
          (preuve === undefined ? '' : urlPage(preuve.document, preuve.page, preuve)),
        preuves,
      };
    })
    .sort((a, b) => a.titre.localeCompare(b.titre, 'fr'));
  const total = resultats.length;
  const comptes = types.flatMap((t) => {
    const n = resultats.filter((r) => r.type === t).length;
    return n === 0 ? [] : [compter(n, t.toLowerCase())];
  });
  const rien = `Aucune ${types[0] === 'Notice' ? 'notice' : 'publication'} trouvée${quand(equation)} dans les documents lus.`;
  return Promise.resolve(
    total === 0
      ? muette({ motif: 'rien-trouve', phrase: rien })
      : {
          phrase: `${enumerer(comptes)}${quand(equation)}, selon les documents lus.`,
          resultats,
          total,
        },
  );
}
