import { fold } from '../../french/fold.js';
import { lireFaits, maillon } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { aLieu, enumerer, intercommunaliteArticle, periode } from '../francais.js';
import { silence } from '../silences.js';
import type { Deploiement, Equation } from '../types.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette, nonUtilises, sansTenirCompte } from './corps.js';
import { quand } from './touchees.js';

const MOTS =
  /^(intercommunalites?|agglomerations?|epci|communautes?|appart\w+|membres?|dependent?|depend|fait|partie|rattache\w*)$/i;
const DEMANDE =
  /\b(intercommunalites?|epci|communautes? d'agglomeration|communautes? de communes|agglomeration)\b/;

/** « à quelle intercommunalité appartient Sarcelles », « Sarcelles fait partie de quelle agglomération »: nothing else is asked of it. */
export function demandeDesAppartenances({ equation, plie }: Lecture): boolean {
  const { commune, communes, intercommunalite, dispositifs, themes, publics } = equation;
  return (
    commune !== undefined &&
    (communes?.length ?? 1) === 1 &&
    (intercommunalite ?? dispositifs ?? themes ?? publics) === undefined &&
    DEMANDE.test(plie) &&
    !/\bactions?\b|\btouch|\bconcern/.test(plie)
  );
}

/** The intercommunalités of a commune in the years asked, oldest first, each with its years and its source. */
export function repondreAppartenances(contexte: Contexte, { equation }: Lecture): Promise<Corps> {
  const { commune } = equation;
  if (commune === undefined) throw new Error('une commune est attendue');
  const { debut, fin } = equation.annee ?? { debut: 0, fin: 9999 };
  const relations = contexte.faits
    .relations({ de: commune.id, type: 'MEMBRE_DE' })
    .filter((r) => Number(r.proprietes.debut) <= fin && debut <= Number(r.proprietes.fin ?? 9999))
    .sort((a, b) => Number(a.proprietes.debut) - Number(b.proprietes.debut));
  const faits = lireFaits(
    contexte,
    relations.flatMap((r) => r.faits),
  );
  const resultats = relations.map((r): Deploiement => {
    const hop = maillon(contexte, { ...r, faits: r.faits.flatMap((id) => faits.get(id) ?? []) });
    return {
      type: 'Intercommunalite',
      id: r.vers,
      titre: hop.vers.libelle,
      debut: Number(r.proprietes.debut),
      fin: Number(r.proprietes.fin ?? 9999),
      maillons: [hop],
      preuves: hop.preuves,
      url: hop.vers.url ?? '',
    };
  });
  const nom = commune.libelle;
  if (resultats.length === 0) {
    const phrase = `Aucune intercommunalité connue ${aLieu(nom)}${quand(equation)}.`;
    return Promise.resolve(muette(silence('rien-trouve', phrase)));
  }
  const siennes = resultats.map(
    (r) => `${intercommunaliteArticle(r.titre)} (${periode(r.debut, r.fin)})`,
  );
  const phrase = `${nom} est ou a été membre de ${enumerer(siennes)}.`;
  const corps = { phrase, resultats, total: resultats.length };
  return Promise.resolve(
    sansTenirCompte(corps, nonUtilises(sansLesMots(equation), ['commune', 'annee'])),
  );
}

/** The equation without the words that ask for it. */
function sansLesMots({ mots = '', ...reste }: Equation): Equation {
  const gardes = mots.split(' ').filter((m) => m !== '' && !MOTS.test(fold(m)));
  return gardes.length === 0 ? reste : { ...reste, mots: gardes.join(' ') };
}
