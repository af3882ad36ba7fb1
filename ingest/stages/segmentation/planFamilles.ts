import { annonces, type Candidat, candidatsDe, estMois, estPeriode } from './familles.js';
import { estChamp, noter } from './hypotheses.js';
import type { Para } from './paragraphes.js';
import type { Indices, Role } from './plan.js';
import { candidatsFormes, placerFormes } from './roleFormes.js';

const REDIGES_MIN = 3;

/**
 * Headings by families: those written and set alike have the same role. The family of the actions is
 * the one that best shares the fields out; the families that open a run of actions are the parts.
 */
export function planFamilles(indices: Indices): { plan: Role[]; total: number } {
  const { paras, vocabulaire } = indices;
  const plan: Role[] = paras.map(() => 'suite');
  const tous = candidatsDe(indices);
  const annoncees = annonces(indices, tous);
  for (const rang of annoncees) plan[rang] = 'contenus';
  const possibles = tous.filter((c) => !annoncees.has(c.rang) && !estMois(c));
  const formes = candidatsFormes(paras, possibles, vocabulaire);
  const candidats = possibles.filter((c) => !formes.has(c));
  const fixes = grilles(paras, plan);
  const trouvees = [...choisirActions(paras, candidats), ...fixes];
  const actions = trouvees.length > 0 ? trouvees : choisirRediges(paras, candidats);
  if (actions.length === 0) return { plan, total: -Infinity };
  for (const a of actions) plan[a.rang] = 'action';
  declasser(paras, plan, actions);
  const autres = candidats.filter((c) => plan[c.rang] === 'suite');
  for (const a of choisirAxes(paras, autres, actions)) plan[a.rang] = 'axe';
  placerFormes(paras, plan, formes, vocabulaire);
  elaguer(paras, plan, candidats);
  for (const c of tous) if (estMois(c)) plan[c.rang] = 'section';
  return { plan, total: noter(paras, actions).total };
}

/**
 * Where most actions own fields, a heading without a number right above another one opens a part; a
 * single one, above the first action, only introduces.
 */
function declasser(paras: readonly Para[], plan: Role[], actions: readonly Candidat[]): void {
  const nus = actions.filter(
    (a) => a.forme === '' && plan[a.rang + 1] === 'action' && paras[a.rang]?.grille === null,
  );
  if (noter(paras, actions).pourvues * 2 < actions.length) return;
  const [premier, second] = actions;
  // the name of who publishes, at the very top, above a sentence
  if (premier?.rang === 0 && premier.forme === '' && !paras.slice(0, second?.rang).some(estChamp))
    plan[0] = 'suite';
  const seul = nus.length === 1 && nus[0]?.rang === actions[0]?.rang;
  for (const a of nus) plan[a.rang] = seul ? 'suite' : 'axe';
}

/**
 * The headings of parts that hold nothing. A family of which none has an action of its own, above the
 * first action, only names the document; a last one, without number, tells what does not belong to any.
 */
function elaguer(paras: readonly Para[], plan: Role[], candidats: readonly Candidat[]): void {
  ecarterNues(paras, plan, candidats);
  const axes = candidats.filter((c) => plan[c.rang] === 'axe');
  const pleins = new Set(axes.filter((c) => prochain(plan, c.rang) === 'action'));
  const premiere = plan.indexOf('action');
  for (const famille of regrouper(axes, (c) => c.famille)) {
    if (famille.some((c) => pleins.has(c) || c.forme !== '' || c.rang > premiere)) continue;
    for (const c of famille) plan[c.rang] = 'suite';
  }
  const derniere = plan.lastIndexOf('action');
  for (const c of axes) if (c.rang > derniere && c.forme === '') plan[c.rang] = 'fin';
}

/** Share of the actions that own fields, for those without any to look odd. */
const POURVUES_MIN = 0.75;

/** Above the first part, or under the last heading of all, what owns no field while the others do is no action. */
function ecarterNues(paras: readonly Para[], plan: Role[], candidats: readonly Candidat[]): void {
  const actions = candidats.filter((c) => plan[c.rang] === 'action');
  const pourvu = (c: Candidat) => {
    const fin = plan.findIndex((r, i) => i > c.rang && (r === 'action' || r === 'axe'));
    return paras.slice(c.rang, fin < 0 ? undefined : fin).some(ditQuelqueChose);
  };
  const nues = new Set(actions.filter((c) => c.forme === '' && !pourvu(c)));
  if (actions.length - nues.size < actions.length * POURVUES_MIN) return;
  const [premier, dernier] = [plan.indexOf('axe'), plan.lastIndexOf('axe')];
  const derniers = actions.filter((c) => c.rang > dernier);
  const annexe = derniers.every((c) => nues.has(c));
  for (const c of nues) {
    if (premier >= 0 && (c.rang < premier || (annexe && c.rang > dernier))) plan[c.rang] = 'suite';
  }
}

/** « Contact », « Tél. » stand under the address of a centre too. */
function ditQuelqueChose({ nature, etiquette, rangee }: Para): boolean {
  const champs = rangee?.champs ?? etiquette?.champs ?? [];
  return nature === 'date' || champs.length > 0 || etiquette?.redige === true;
}

/** The role of the next heading. */
function prochain(plan: readonly Role[], rang: number): Role | undefined {
  return plan.slice(rang + 1).find((r) => r === 'action' || r === 'axe');
}

/** The rows of grids say themselves what they are. */
function grilles(paras: readonly Para[], plan: Role[]): Candidat[] {
  return paras.flatMap(({ grille }, rang) => {
    if (grille?.genre === 'partie' && grille.titre.length > 0) plan[rang] = 'axe';
    if (grille?.genre !== 'action') return [];
    return [{ rang, texte: String(rang), forme: '', famille: 'grille', relief: 0 }];
  });
}

/** Every family, and every way of numbering, is tried. */
function choisirActions(paras: readonly Para[], candidats: readonly Candidat[]): Candidat[] {
  const explicites = candidats.filter(
    (c) => paras[c.rang]?.numero?.genre === 'axe' && c.forme.length > 1,
  );
  const possibles = candidats.filter((c) => !explicites.includes(c) && !estPeriode(c));
  const essais = [
    ...regrouper(possibles, (c) => c.famille),
    ...regrouper(
      possibles.filter((c) => c.forme !== ''),
      (c) => c.forme,
    ),
  ];
  let choisi: Candidat[] = [];
  let meilleur = [0, 0, 0];
  for (const essai of essais) {
    const { total, pourvues } = noter(paras, essai);
    const proche = essai.reduce((t, c) => t + c.rang, 0) / essai.length;
    const cle = [total, essai.length, proche];
    if (pourvues > 0 && compare(cle, meilleur) > 0) {
      choisi = essai;
      meilleur = cle;
    }
  }
  return choisi;
}

/**
 * Actions without any field: the commonest family of headings that have a text each, all but a few.
 */
function choisirRediges(paras: readonly Para[], candidats: readonly Candidat[]): Candidat[] {
  const familles = regrouper(candidats, (c) => c.famille).filter((famille) => {
    if (famille.some((c) => paras[c.rang]?.numero?.genre === 'axe')) return false;
    const suivies = famille.filter((c) => estTexte(paras[c.rang + 1])).length;
    return suivies >= REDIGES_MIN && suivies * 4 >= famille.length * 3;
  });
  return familles.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** A paragraph that ends like a sentence. */
function estTexte(para: Para | undefined): boolean {
  return para?.nature === 'texte' && /[.!?…]\s*[»)]?$/.test(para.lignes.at(-1)?.texte ?? '');
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((v, k) => Math.abs(v - (b[k] ?? 0)) > 1e-9);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

function regrouper(candidats: readonly Candidat[], cle: (c: Candidat) => string): Candidat[][] {
  const familles = new Map<string, Candidat[]>();
  for (const c of candidats) familles.set(cle(c), [...(familles.get(cle(c)) ?? []), c]);
  return [...familles.values()];
}

/** The headings that open a run of actions: what follows them is an action, not a field of the one above. */
function choisirAxes(
  paras: readonly Para[],
  candidats: readonly Candidat[],
  actions: readonly Candidat[],
): Candidat[] {
  const rangs = new Set(actions.map((a) => a.rang));
  const releve = Math.min(...actions.map((a) => a.relief));
  const retenues = regrouper(candidats, (c) => c.famille).filter((famille) => {
    const ouvrent = famille.filter((c) => ouvre(paras, c.rang, rangs)).length;
    if (ouvrent * 2 <= famille.length) return false;
    const [c] = famille;
    if (c === undefined) return false;
    return c.forme !== '' || c.relief > releve || c.relief > 0 || ouvreTout(famille, actions);
  });
  // nothing opens between two fields of one action
  const entreChamps = ({ rang }: Candidat) =>
    paras[rang + 1]?.nature === 'champ' && !ouvre(paras, rang, rangs);
  return retenues
    .flat()
    .filter((c) => !entreChamps(c) && (c.relief > 0 || c.forme !== '' || rangs.has(c.rang + 1)))
    .sort((a, b) => a.rang - b.rang);
}

/** Plain short lines, none of which stands out: the first is right above the first action, and there are few. */
function ouvreTout(famille: readonly Candidat[], actions: readonly Candidat[]): boolean {
  const rangs = new Set(actions.map((a) => a.rang));
  const ouvrants = famille.filter((c) => rangs.has(c.rang + 1));
  const premiere = Math.min(...rangs);
  return (
    ouvrants.length >= 2 &&
    ouvrants.length * 2 <= actions.length &&
    ouvrants[0]?.rang === premiere - 1
  );
}

/** True when an action comes next, before any field. */
function ouvre(paras: readonly Para[], rang: number, actions: ReadonlySet<number>): boolean {
  for (let i = rang + 1; i < paras.length; i += 1) {
    if (actions.has(i)) return true;
    if (paras[i]?.nature === 'champ') return false;
  }
  return false;
}
