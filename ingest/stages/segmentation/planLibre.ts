import type { Para } from './paragraphes.js';
import type { Indices, Role } from './plan.js';
import { peutEtreTitre, styleDe } from './titres.js';

/** A run of fields: ranks from `debut` to before `fin`. */
interface Champs {
  readonly debut: number;
  readonly fin: number;
}

/**
 * Headings of a document without numbers: each block of fields belongs to an action, whose title
 * stands above the block, or right under a line « Date – Lieu – Ville ».
 */
export function planLibre(indices: Indices): Role[] {
  const { paras, mesures } = indices;
  const plan: Role[] = paras.map((p) =>
    p.numero?.genre === 'axe' && peutEtreTitre(p, mesures) ? 'axe' : 'suite',
  );
  const blocs = blocsDeChamps(paras);
  const zones = blocs.map((bloc, k) =>
    titresPossibles(indices, blocs[k - 1]?.fin ?? 0, bloc.debut),
  );
  const dessous = blocs.map((b) => titreDessous(indices, b));
  const styleAction = styleCommun(indices, zones);
  const sousDate =
    dessous.filter((d) => d !== null).length > blocs.length / 2 &&
    zones.filter((z) => z.length > 0).length < dessous.filter((d) => d !== null).length;
  blocs.forEach((_, k) => {
    const titre = sousDate ? (dessous[k] ?? null) : choisir(indices, zones[k] ?? [], styleAction);
    if (titre === null) return;
    plan[titre] = 'action';
    if (!sousDate) marquerParties(indices, plan, zones[k] ?? [], titre);
  });
  return plan;
}

/** Blocks of at least one plain field; a prose field alone (« Objectifs : ») makes none. */
function blocsDeChamps(paras: readonly Para[]): Champs[] {
  const blocs: Champs[] = [];
  for (let i = 0; i < paras.length; i += 1) {
    if (!estChamp(paras[i])) continue;
    const dernier = blocs.at(-1);
    if (
      dernier !== undefined &&
      paras.slice(dernier.fin, i).every((p) => p.nature === 'separateur')
    ) {
      blocs[blocs.length - 1] = { debut: dernier.debut, fin: i + 1 };
    } else blocs.push({ debut: i, fin: i + 1 });
  }
  return blocs;
}

function estChamp(para: Para | undefined): boolean {
  return para?.nature === 'champ' || para?.nature === 'date';
}

function titresPossibles({ paras, mesures }: Indices, debut: number, fin: number): number[] {
  const rangs: number[] = [];
  for (let i = debut; i < fin; i += 1) {
    const para = paras[i];
    if (para === undefined || para.numero?.genre === 'axe') continue;
    if (peutEtreTitre(para, mesures)) rangs.push(i);
  }
  return rangs;
}

/** The heading right under a dated line, when nothing else of the block follows. */
function titreDessous({ paras, mesures }: Indices, bloc: Champs): number | null {
  if (paras[bloc.debut]?.nature !== 'date') return null;
  const para = paras[bloc.fin];
  if (para === undefined || para.nature !== 'texte') return null;
  const proche = { ...para, isole: true };
  return peutEtreTitre(proche, mesures) ? bloc.fin : null;
}

/** The style that most blocks find above them, nearest first. */
function styleCommun({ paras, mesures }: Indices, zones: readonly number[][]): string | null {
  const comptes = new Map<string, number>();
  for (const zone of zones) {
    const rang = zone.at(-1);
    const para = rang === undefined ? undefined : paras[rang];
    if (para === undefined) continue;
    const { cle } = styleDe(para, mesures);
    comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
  }
  return [...comptes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Of the headings above a block, the first in the actions' style; failing that, the nearest. */
function choisir(
  { paras, mesures }: Indices,
  zone: readonly number[],
  style: string | null,
): number | null {
  const enStyle = zone.filter((i) => {
    const para = paras[i];
    return para !== undefined && styleDe(para, mesures).cle === style;
  });
  return enStyle.at(-1) ?? zone.at(-1) ?? null;
}

/** Headings above the action's title that stand out more than it, or that touch it, open a part. */
function marquerParties(
  { paras, mesures }: Indices,
  plan: Role[],
  zone: readonly number[],
  titre: number,
): void {
  const para = paras[titre];
  if (para === undefined) return;
  const relief = styleDe(para, mesures).relief;
  for (const i of zone.filter((r) => r < titre)) {
    const autre = paras[i];
    if (autre === undefined) continue;
    if (styleDe(autre, mesures).relief > relief) plan[i] = 'axe';
  }
}
