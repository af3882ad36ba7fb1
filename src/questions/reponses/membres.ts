import { lireFaits, maillon } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { compter, intercommunaliteArticle, periode } from '../francais.js';
import { silence } from '../silences.js';
import type { Deploiement, Equation } from '../types.js';
import type { Lecture } from '../understand.js';
import { type Corps, muette, nonUtilises, sansTenirCompte } from './corps.js';
import { quand } from './touchees.js';

/** « communes membres de la CAVAM », « les villes de la CAVAM »: nothing else is asked of it. */
export function demandeDesMembres({ equation, plie }: Lecture): boolean {
  const { intercommunalite, dispositifs, exclus, commune, intention } = equation;
  return (
    intercommunalite !== undefined &&
    (dispositifs ?? exclus ?? commune) === undefined &&
    (intention === 'recherche' || intention === 'comptage') &&
    /\b(membres?|communes|villes)\b/.test(plie) &&
    !/\bactions?\b|\btouch/.test(plie)
  );
}

/** The equation without the words that ask for members. */
function sansLesMots({ mots = '', ...reste }: Equation): Equation {
  const gardes = mots
    .split(' ')
    .filter((m) => m !== '' && !/^(membres?|communes|villes|composent|composition)$/i.test(m));
  return gardes.length === 0 ? reste : { ...reste, mots: gardes.join(' ') };
}

/** The members of an intercommunalité in the years asked, each with its years and its source. */
export function repondreMembres(contexte: Contexte, { equation }: Lecture): Promise<Corps> {
  const epci = equation.intercommunalite;
  if (epci === undefined) throw new Error('une intercommunalité est attendue');
  const { debut, fin } = equation.annee ?? { debut: 0, fin: 9999 };
  const relations = contexte.faits
    .relations({ vers: epci.id, type: 'MEMBRE_DE' })
    .filter((r) => Number(r.proprietes.debut) <= fin && debut <= Number(r.proprietes.fin ?? 9999));
  const faits = lireFaits(
    contexte,
    relations.flatMap((r) => r.faits),
  );
  const resultats = relations
    .map((r): Deploiement => {
      const hop = maillon(contexte, {
        ...r,
        faits: r.faits.flatMap((id) => faits.get(id) ?? []),
      });
      return {
        type: 'Commune',
        id: r.de,
        titre: hop.de.libelle,
        debut: Number(r.proprietes.debut),
        fin: Number(r.proprietes.fin ?? 9999),
        maillons: [hop],
        preuves: hop.preuves,
        url: hop.de.url ?? '',
      };
    })
    .sort((a, b) => a.titre.localeCompare(b.titre, 'fr') || a.debut - b.debut);
  const total = new Set(resultats.map((r) => r.id)).size;
  const nom = intercommunaliteArticle(epci.libelle);
  if (total === 0) {
    const phrase = `Aucune commune connue comme membre de ${nom}${quand(equation)}.`;
    return Promise.resolve(muette(silence('rien-trouve', phrase)));
  }
  const annees = [...new Set(resultats.map((r) => periode(r.debut, r.fin)))];
  const precision = annees.length === 1 ? ` (${annees[0]})` : ' (années de chacune avec elle)';
  const phrase = `${compter(total, 'commune')} ${total === 1 ? 'membre' : 'membres'} de ${nom}${quand(equation)}${precision}.`;
  const ignores = nonUtilises(sansLesMots(equation), ['intercommunalite', 'annee']);
  return Promise.resolve(sansTenirCompte({ phrase, resultats, total }, ignores));
}
