import { localId } from '../../domain/ids.js';
import { urlEntite } from '../../domain/urls.js';
import type { Contexte } from '../contexte.js';
import { lireDeploiement } from '../deploiement.js';
import { enumerer, intercommunaliteArticle } from '../francais.js';
import { nomsDeLaBase } from '../noms.js';
import { deDepartement } from '../phrases.js';
import { nomCourt } from '../references.js';
import { silence, silenceDeploiement } from '../silences.js';
import type { Equation, ResultatTexte } from '../types.js';
import { type Corps, muette } from './corps.js';
import { exclusDe, membresDe } from './lieuxDeploiement.js';
import { quand } from './touchees.js';

/**
 * The communes that no document read says have a dispositif, in the territory asked or in the
 * départements of the documents. A silence of the documents, never a denial.
 */
export async function communesSans(contexte: Contexte, equation: Equation): Promise<Corps> {
  const dispositifs = (equation.exclus ?? []).filter((r) => r.type === 'Dispositif');
  const listes = await Promise.all(
    dispositifs.map((d) => lireDeploiement(contexte, d.id, equation.annee ?? null)),
  );
  const inconnu = dispositifs.find((_, i) => listes[i]?.length === 0);
  if (inconnu !== undefined)
    return muette(silenceDeploiement(contexte, inconnu.id, equation.annee));
  const avec = await exclusDe(contexte, equation);
  const { communes, ou } = universDe(contexte, equation);
  const sans = communes.filter((c) => !avec.has(c.id));
  const noms = enumerer(dispositifs.map((d) => nomCourt(contexte, d.id)));
  const total = sans.length;
  if (total === 0) {
    const phrase = `Toutes les communes ${ou} sont dites dotées du dispositif ${noms}${quand(equation)} par les documents lus.`;
    return muette(silence('rien-trouve', phrase));
  }
  const une = total === 1;
  const phrase = `${total} ${une ? 'commune' : 'communes'} ${ou} qu’aucun document lu ne dit ${une ? 'dotée' : 'dotées'} du dispositif ${noms}${quand(equation)} ; les documents ne disent pas pour autant qu’elles ne l’ont pas.`;
  return { phrase, resultats: sans.map((c) => resultat(c.id, c.nom)), total };
}

function universDe(contexte: Contexte, { departement, intercommunalite, annee }: Equation) {
  const toutes = contexte.gazetteer.referentiels.communes;
  if (intercommunalite !== undefined) {
    const membres = membresDe(contexte, intercommunalite.id, annee);
    return {
      communes: toutes.filter((c) => membres.has(c.id)),
      ou: `de ${intercommunaliteArticle(intercommunalite.libelle)}`,
    };
  }
  const codes =
    departement === undefined
      ? nomsDeLaBase(contexte).departements
      : new Set([localId(departement.id)]);
  return {
    communes: toutes.filter((c) => codes.has(c.departement)),
    ou: enumerer([...codes].sort().map((d) => deDepartement(contexte, `departement:${d}`))),
  };
}

function resultat(id: string, titre: string): ResultatTexte {
  return {
    type: 'Commune',
    id,
    titre,
    extrait: '',
    document: null,
    page: null,
    score: 1,
    url: urlEntite(id) ?? '',
    preuves: [],
  };
}
