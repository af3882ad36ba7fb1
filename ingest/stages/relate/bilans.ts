import type { Assertion } from '../../../src/domain/fait.js';
import { idFait } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { Lot } from '../../../src/facts/writer.js';
import type { RapportBrut } from '../rapport/assertRapport.js';
import type { Rapprochement } from './rapprochement.js';
import { matchEntries } from './rapprochement.js';
import type { DocumentVu, ProgrammeVu } from './vues.js';
import { passage, sameProducer } from './vues.js';

/** What the programme itself says of an action: a report that is tied to it does not say it again. */
const DU_PROGRAMME = new Set([
  'titre',
  'numero',
  'annee',
  'axe',
  'pages',
  'TRAITE_DE',
  'S_ADRESSE_A',
]);
/** Without the name of the producer, a report is of a programme when this share of its entries is in it. */
const PART = 0.4;

/** The lot of a report: its facts on the actions that its programme planned, or on actions of their own. */
export function reportLot(
  vue: DocumentVu,
  programmes: readonly ProgrammeVu[],
  empreinte: string,
): Lot | null {
  const { rapport, document } = vue;
  if (rapport === null) return null;
  const liens = bestMatch(rapport, programmes);
  const places = new Map(
    liens?.flatMap((l) => (l.action === null ? [] : [[l.entree.id, l.action] as const])),
  );
  const programme = programmes.find((p) =>
    p.actions.some((a) => liens?.some((l) => l.action === a.id)),
  );
  return {
    lot: `bilan:${document.id}`,
    empreinte,
    assertions: moved(rapport.assertions, places),
    alertes: liens === null ? [] : liens.flatMap((l) => untied(l, programme, rapport.annee)),
    textes: new Map(rapport.textes.filter(([id]) => !places.has(id))),
  };
}

/** The programme of that year and producer that the report's entries are in, with its ties; null when none is. */
function bestMatch(
  rapport: RapportBrut,
  programmes: readonly ProgrammeVu[],
): Rapprochement[] | null {
  const possibles = programmes
    .filter((p) => p.annee === rapport.annee)
    .map((p) => ({ p, meme: sameProducer({ producteur: rapport.producteur }, p) }))
    .filter(({ meme }) => meme !== false)
    .map(({ p, meme }) => ({ p, meme, liens: matchEntries(rapport.entrees, p.actions) }))
    .map((c) => ({ ...c, surs: c.liens.filter((l) => l.action !== null).length }))
    .filter((c) => c.meme === true || c.surs >= Math.max(1, rapport.entrees.length * PART))
    .sort(
      (a, b) => Number(b.meme) - Number(a.meme) || b.surs - a.surs || (a.p.id < b.p.id ? -1 : 1),
    );
  return possibles[0]?.liens ?? null;
}

/** The facts with the ids of the actions they are about; what the programme says better is left out. */
function moved(assertions: readonly Assertion[], places: ReadonlyMap<string, string>): Assertion[] {
  const nouveaux = new Map<string, string>();
  const sorties = assertions.flatMap((a) => {
    const suite = moveOne(a, places);
    if (suite === null) return [];
    nouveaux.set(idFait(a), idFait(suite));
    return [suite];
  });
  return sorties.map((a) =>
    a.sources === undefined ? a : { ...a, sources: a.sources.map((s) => nouveaux.get(s) ?? s) },
  );
}

function moveOne(a: Assertion, places: ReadonlyMap<string, string>): Assertion | null {
  const sujet = places.get(a.sujet);
  const objet = a.objet === undefined ? undefined : places.get(a.objet);
  if (objet !== undefined) return { ...a, objet };
  if (sujet === undefined) return a;
  if (DU_PROGRAMME.has(a.predicat)) return null;
  // where it was held is told by the report, whom it was for by the programme
  if (a.predicat === 'TOUCHE' && a.proprietes?.origine !== 'champ') {
    const { proprietes: _origine, ...reste } = a;
    return { ...reste, sujet, predicat: 'CITE' };
  }
  if (a.predicat === 'MOBILISE') return { ...a, sujet, proprietes: { role: 'mention' } };
  return { ...a, sujet };
}

function untied(
  { entree, action, candidats }: Rapprochement,
  programme: ProgrammeVu | undefined,
  annee: number,
): Alerte[] {
  const ou = passage(entree.preuves);
  if (action !== null || ou === null) return [];
  const noms = candidats.map(({ id }) => {
    const titre = programme?.actions.find((a) => a.id === id)?.titre;
    return titre === undefined ? id : `« ${titre} » (${id})`;
  });
  return [
    {
      code: 'action-non-rapprochee',
      gravite: noms.length === 0 ? 'info' : 'attention',
      ...ou,
      message:
        noms.length === 0
          ? `« ${entree.titre} » (${entree.id}) n’est aucune des actions du programme ${annee} : elle est gardée comme une action à part.`
          : `« ${entree.titre} » (${entree.id}) est peut-être ${noms.join(' ou ')} du programme ${annee}. Elle est gardée comme une action à part.`,
      remede: 'Si c’est une action du programme, rattachez-la par une décision : maillage decide.',
    },
  ];
}
