import type { VNode } from 'preact';
import {
  type ActionComparee,
  type Equation,
  type Lien,
  PORTEES,
  type Reference,
  type Reponse,
  type Resultat,
  type ResultatAction,
} from '../../questions/types.js';
import { intentions, equation as noms } from '../libelles.js';
import { recherche as mots } from '../messages.js';
import { typographier } from '../typographie.js';
import { LigneAction } from './actions.js';
import { GroupesNature } from './comparaison.js';
import { LigneDeploiement, LigneLien } from './liens.js';
import { ResultatMots } from './mots.js';
import { GroupesPortee } from './portees.js';
import { Nom } from './preuves.js';

/** The answer to a question: what was understood, the sentence, the results. */
export function BlocReponse({ reponse }: { readonly reponse: Reponse }): VNode {
  const actions = reponse.resultats.filter((r): r is ResultatAction => r.type === 'Action');
  const autres = reponse.resultats.filter((r) => r.type !== 'Action');
  const comparees = actions.filter((a): a is ActionComparee => 'nature' in a);
  const parPortee = reponse.parPortee !== undefined && actions.some((a) => a.portee !== undefined);
  return (
    <section class="reponse" aria-labelledby="reponse">
      <h2 id="reponse" class="hors-ecran">
        {mots.reponse}
      </h2>
      <EquationComprise equation={reponse.equation} />
      <p class="phrase" role="status">
        {typographier(reponse.phrase)}
      </p>
      {reponse.sansReponse !== undefined && reponse.sansReponse.phrase !== reponse.phrase && (
        <p>{typographier(reponse.sansReponse.phrase)}</p>
      )}
      {parPortee ? (
        <GroupesPortee
          actions={actions}
          apart={reponse.apart ?? []}
          parPortee={reponse.parPortee ?? {}}
          ordre={PORTEES}
        />
      ) : comparees.length > 0 ? (
        <GroupesNature actions={comparees} />
      ) : (
        actions.map((a) => <LigneAction key={a.id} action={a} />)
      )}
      {autres.map((r) => (
        <LigneResultat
          key={`${r.type}:${r.id}`}
          resultat={r}
          documents={reponse.couverture.documents}
        />
      ))}
    </section>
  );
}

function LigneResultat({
  resultat,
  documents,
}: {
  readonly resultat: Resultat;
  readonly documents: Reponse['couverture']['documents'];
}): VNode {
  if (resultat.type === 'Lien') return <LigneLien lien={resultat as Lien} />;
  if ('debut' in resultat) return <LigneDeploiement deploiement={resultat} />;
  if ('extrait' in resultat) return <ResultatMots resultat={resultat} documents={documents} />;
  return <LigneAction action={resultat as ResultatAction} />;
}

/** The equation, part by part, each with its link. */
function EquationComprise({ equation }: { readonly equation: Equation }): VNode {
  return (
    <div class="equation">
      <p class="equation-titre">{mots.compris}</p>
      <dl>
        {Object.entries(noms).flatMap(([cle, nom]) => {
          const valeur = partie(equation, cle);
          return valeur === null ? [] : [<Partie key={cle} nom={nom} valeur={valeur} />];
        })}
      </dl>
    </div>
  );
}

type ValeurPartie = string | readonly Reference[];

function Partie({ nom, valeur }: { readonly nom: string; readonly valeur: ValeurPartie }): VNode {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>
        {typeof valeur === 'string'
          ? valeur
          : valeur.map((r, i) => [i > 0 ? ', ' : '', <Nom key={r.id} reference={r} />])}
      </dd>
    </div>
  );
}

function partie(equation: Equation, cle: string): ValeurPartie | null {
  const valeur = equation[cle as keyof Equation];
  if (valeur === undefined || valeur === '') return null;
  if (typeof valeur === 'string')
    return cle === 'intention' ? (intentions[valeur] ?? valeur) : valeur;
  if ('debut' in valeur)
    return valeur.debut === valeur.fin ? String(valeur.debut) : `${valeur.debut} à ${valeur.fin}`;
  const references = [valeur].flat() as readonly Reference[];
  return references.length === 0 ? null : references;
}
