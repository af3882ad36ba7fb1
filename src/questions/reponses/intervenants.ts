import { estPreuveTexte } from '../../domain/fait.js';
import type { Relation } from '../../domain/vue.js';
import { listerActions } from '../actions.js';
import { bornes } from '../bornes.js';
import { lireFaits, maillon } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { compter } from '../francais.js';
import { nombre, reference } from '../references.js';
import { criteresEnMots, restreindre } from '../restreindre.js';
import { dansDocuments, silence, silenceAnnee } from '../silences.js';
import { lireTouchees } from '../territoire.js';
import type { Maillon, ResultatTexte } from '../types.js';
import type { Lecture } from '../understand.js';
import { quand, territoiresDe } from './actions.js';
import { ancienNom, type Corps, muette } from './corps.js';

/** People and organisations that take part in the actions asked, the most present first. */
export async function repondreIntervenants(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation } = lecture;
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  const restriction = await restreindre(contexte, equation);
  const actions = await actionsDe(contexte, lecture, restriction.actions);
  const relations = interventions(contexte).filter((r) => actions.has(r.vers));
  const gardees =
    equation.intervenant === undefined
      ? relations
      : relations.filter((r) => r.de === equation.intervenant?.id);
  const resultats = intervenants(contexte, gardees);
  const total = resultats.length;
  const ou = territoiresDe(equation)
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
  return { phrase: `${ancienNom(equation)}${phrase}.`, resultats, total };
}

async function actionsDe(
  contexte: Contexte,
  { equation }: Lecture,
  gardees: ReadonlySet<string> | null,
): Promise<ReadonlySet<string>> {
  const { anneeMin, anneeMax } = bornes(equation.annee);
  const territoire = territoiresDe(equation)[0];
  const touchees =
    territoire === undefined
      ? contexte.tous('Action')
      : [
          ...contexte
            .entites(
              (await lireTouchees(contexte, territoire.id, { anneeMin, anneeMax })).resultats.map(
                (a) => a.id,
              ),
            )
            .values(),
        ];
  const datees = touchees.filter((a) => {
    const annee = nombre(a, 'annee') ?? anneeMin;
    return anneeMin <= annee && annee <= anneeMax;
  });
  return new Set(datees.map((a) => a.id).filter((id) => gardees?.has(id) ?? true));
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
