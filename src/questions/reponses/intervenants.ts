import { estPreuveTexte } from '../../domain/fait.js';
import type { Relation } from '../../domain/vue.js';
import { listerActions } from '../actions.js';
import { bornes } from '../bornes.js';
import { lireFaits, maillon } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { compter } from '../francais.js';
import { nombre, reference } from '../references.js';
import { criteresEnMots, garde, restreindre } from '../restreindre.js';
import { dansDocuments, silence, silenceAnnee } from '../silences.js';
import { lireTouchees } from '../territoire.js';
import { actionNommee } from '../titres.js';
import type { Equation, Maillon, ResultatTexte } from '../types.js';
import type { Lecture } from '../understand.js';
import { territoiresDe } from './actions.js';
import { ancienNom, type Corps, muette, sansTenirCompte } from './corps.js';
import { quand } from './touchees.js';

/** People and organisations that take part in the actions asked, the most present first. */
export async function repondreIntervenants(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation } = lecture;
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  const nommee = actionNommee(contexte, lecture);
  // The places in the title of an action named are no territory asked.
  const demandee = nommee === null ? equation : sansTerritoires(equation);
  const dans = await actionsDe(contexte, demandee);
  const restriction = nommee ?? (await restreindre(contexte, equation, lecture.sujets, dans));
  const actions = new Set([...dans].filter((id) => garde(restriction, id)));
  const relations = interventions(contexte).filter((r) => actions.has(r.vers));
  const sauf = new Set((equation.exclus ?? []).map((r) => r.id));
  const gardees = (
    equation.intervenant === undefined
      ? relations
      : relations.filter((r) => r.de === equation.intervenant?.id)
  ).filter((r) => !sauf.has(r.de));
  const resultats = intervenants(contexte, gardees);
  const total = resultats.length;
  const ou = territoiresDe(demandee)
    .map((t) => t.libelle)
    .join(' et ');
  const precisions = `${criteresEnMots(restriction)}${ou === '' ? '' : ` dans les actions qui touchent ${ou}`}${quand(equation)}`;
  if (total === 0) {
    const phrase = `${ancienNom(equation)}Aucun intervenant trouvé${precisions} ${dansDocuments(contexte)}.`;
    return muette(silence('rien-trouve', phrase));
  }
  const phrase =
    equation.intervenant === undefined
      ? `${compter(total, 'intervenant')}${precisions}`
      : `${equation.intervenant.libelle} prend part à ${compter(new Set(gardees.map((r) => r.vers)).size, 'action')}${ou === '' ? '' : ` qui touchent ${ou}`}${quand(equation)}`;
  return sansTenirCompte(
    { phrase: `${ancienNom(equation)}${phrase}.`, resultats, total },
    restriction.ignores,
  );
}

function sansTerritoires(equation: Equation): Equation {
  const { commune, communes, quartier, intercommunalite, departement, ...reste } = equation;
  return reste;
}

/** The actions of the territories and years asked. */
export async function actionsDe(
  contexte: Contexte,
  equation: Equation,
): Promise<ReadonlySet<string>> {
  const { anneeMin, anneeMax } = bornes(equation.annee);
  const territoires = territoiresDe(equation);
  if (territoires.length === 0) {
    const datees = contexte.tous('Action').filter((a) => {
      const annee = nombre(a, 'annee') ?? anneeMin;
      return anneeMin <= annee && annee <= anneeMax;
    });
    return new Set(datees.map((a) => a.id));
  }
  const lues = await Promise.all(
    territoires.map((t) => lireTouchees(contexte, t.id, { anneeMin, anneeMax })),
  );
  const [premiere, ...autres] = lues.map((l) => new Set(l.resultats.map((a) => a.id)));
  return new Set([...(premiere ?? [])].filter((id) => autres.every((a) => a.has(id))));
}

function interventions(contexte: Contexte): readonly Relation[] {
  return contexte.une('interventions', () => contexte.faits.relations({ type: 'INTERVIENT_DANS' }));
}

function intervenants(contexte: Contexte, relations: readonly Relation[]): ResultatTexte[] {
  const faits = lireFaits(
    contexte,
    relations.flatMap((r) => r.faits),
  );
  const parIntervenant = new Map<string, Maillon[]>();
  for (const r of relations) {
    const hop = maillon(contexte, { ...r, faits: r.faits.flatMap((id) => faits.get(id) ?? []) });
    parIntervenant.set(r.de, [...(parIntervenant.get(r.de) ?? []), hop]);
  }
  const resultats = [...parIntervenant].map(([id, hops]) => resultat(contexte, id, hops));
  return resultats.sort((a, b) => b.score - a.score || a.titre.localeCompare(b.titre, 'fr'));
}

function resultat(contexte: Contexte, id: string, hops: readonly Maillon[]): ResultatTexte {
  const { type, libelle, url } = reference(contexte, id);
  const preuves = hops.flatMap((m) => m.preuves);
  const premiere = preuves.find(estPreuveTexte);
  const actions = listerActions(
    contexte,
    hops.map((m) => m.vers.id),
  );
  const roles = new Map(hops.map((m) => [m.vers.id, m.proprietes]));
  const extrait = actions.map((a) => {
    const { role, fonction } = roles.get(a.id) ?? {};
    const precisions = [role, fonction].filter((x) => typeof x === 'string' && x !== '');
    return `« ${a.titre} »${precisions.length === 0 ? '' : ` (${precisions.join(', ')})`}`;
  });
  return {
    type,
    id,
    titre: libelle,
    extrait: extrait.join(' ; '),
    document: premiere?.document ?? null,
    page: premiere?.page ?? null,
    score: actions.length,
    url: url ?? '',
    preuves,
  };
}
