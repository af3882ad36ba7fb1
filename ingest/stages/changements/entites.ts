import { compareProgrammes } from '../../../src/comparaison/programmes.js';
import { Titres, titleKey, titleSimilarity } from '../../../src/comparaison/titres.js';
import type { Assertion } from '../../../src/domain/fait.js';
import type { Lot } from '../../../src/facts/writer.js';
import { viewOf } from '../relate/vues.js';

/** From which likeness two titles under one id are one title, corrected. */
const MEME_ID = 0.3;
const PAIRES = ['axe', 'publication', 'service'] as const;

/** Ids of the new edition by those of the old one, for what is the same thing in both. */
export function sameThings(avant: Lot, apres: Lot): Map<string, string> {
  const paires = actionPairs(avant, apres);
  for (const prefixe of PAIRES)
    for (const [a, b] of titlePairs(titlesOf(avant, prefixe), titlesOf(apres, prefixe)))
      paires.set(a, b);
  pairOne(paires, avant, apres, 'programme');
  paires.set(documentEntity(avant), documentEntity(apres));
  return paires;
}

/** Actions that both editions hold, renamed, renumbered or moved as they may be. */
function actionPairs(avant: Lot, apres: Lot): Map<string, string> {
  const [a, b] = [viewOf(avant)?.programme?.actions ?? [], viewOf(apres)?.programme?.actions ?? []];
  if (a.length + b.length === 0)
    return titlePairs(titlesOf(avant, 'action'), titlesOf(apres, 'action'));
  const { paires } = compareProgrammes(a, b);
  const trouvees = new Map(paires.map((p) => [p.ancienne, p.nouvelle]));
  const prises = new Set(trouvees.values());
  const titres = new Titres([...a, ...b].map((x) => x.titre));
  for (const x of a) {
    const y = b.find((autre) => autre.id === x.id);
    if (trouvees.has(x.id) || y === undefined || prises.has(y.id)) continue;
    if (titleSimilarity(titres.analyse(x.titre), titres.analyse(y.titre)) >= MEME_ID)
      trouvees.set(x.id, y.id);
  }
  return trouvees;
}

/** Every title of a kind, by id. */
function titlesOf(lot: Lot, prefixe: string): Map<string, string> {
  return new Map(
    facts(lot).flatMap((a) =>
      a.predicat === 'titre' && a.sujet.startsWith(`${prefixe}:`)
        ? [[a.sujet, String(a.valeur)] as const]
        : [],
    ),
  );
}

function titlePairs(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): Map<string, string> {
  const titres = new Titres([...a.values(), ...b.values()]);
  const notes = [...a]
    .flatMap(([x, titre]) =>
      [...b].map(([y, autre]) => {
        const pareil = titleKey(titre) === titleKey(autre) ? 1 : 0;
        const score = Math.max(
          pareil,
          titleSimilarity(titres.analyse(titre), titres.analyse(autre)),
        );
        return { x, y, score: score + (x === y ? 0.3 : 0) };
      }),
    )
    .filter((n) => n.score >= 0.6)
    .sort((m, n) => n.score - m.score || (m.x < n.x ? -1 : 1));
  const paires = new Map<string, string>();
  const prises = new Set<string>();
  for (const { x, y } of notes) {
    if (paires.has(x) || prises.has(y)) continue;
    paires.set(x, y);
    prises.add(y);
  }
  return paires;
}

/** A document holds one programme: the old one is the new one. */
function pairOne(paires: Map<string, string>, avant: Lot, apres: Lot, prefixe: string): void {
  const [a] = titlesOf(avant, prefixe).keys();
  const [b] = titlesOf(apres, prefixe).keys();
  if (a !== undefined && b !== undefined) paires.set(a, b);
}

function documentEntity(lot: Lot): string {
  return `document:${lot.lot.slice('sha256:'.length)}`;
}

/** The facts of a lot, those that a report keeps apart included. */
export function facts(lot: Lot): readonly Assertion[] {
  const rapport = viewOf(lot)?.rapport;
  return rapport === undefined || rapport === null
    ? lot.assertions
    : [...lot.assertions, ...rapport.assertions];
}
