import type { Bloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import { alert } from '../assert/alertes.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, proofs } from '../assert/contexte.js';
import type { AxeLu, ProgrammeLu } from '../structure.js';

/** What announces what a programme, or a part of it, holds: « s’articule autour de 5 axes », « comprend 25 actions ». */
const ANNONCE = `(?:compt(?:e|ent|era)|compren(?:d|nent|dra)|comport(?:e|ent|era)|regroup(?:e|ent|era)|propos(?:e|era)|prevoi(?:t|ent|ra)|present(?:e|era)|s'articul(?:e|era) autour (?:de|d')|(?:articule|organise|structure|construit|decline|reparti|compose)[es]*(?: autour)?(?: en| de| d'| par)?|s'organis(?:e|era) (?:autour de|en)|se declin(?:e|era) en)`;
const MOTIF = new RegExp(
  `(?<![a-z])${ANNONCE} ?(?:les |ses |ces |autour de |au total |ainsi )?(${NOMBRE})(?: (?:grands?|grandes|nouve(?:aux|lles)|principa(?:ux|les)))? (axes?|actions?|publications?)(?! (?:par|de plus|supplementaires|nouvelles))(?![a-z])`,
  'g',
);

/** Counts that the running text announces against what the programme holds. */
export function checkAnnounced(contexte: Contexte, lu: ProgrammeLu): void {
  const titres = lu.axes.filter((a) => clean(a.titre.texte) !== '');
  for (const bloc of lu.introduction) checkBloc(contexte, bloc, lu.axes, titres.length);
  for (const axe of lu.axes)
    for (const bloc of axe.introduction) checkBloc(contexte, bloc, [axe], null);
}

function checkBloc(
  contexte: Contexte,
  bloc: Bloc,
  axes: readonly AxeLu[],
  nombreAxes: number | null,
): void {
  const { texte, carte } = foldWithMap(bloc.texte);
  for (const m of texte.matchAll(MOTIF)) {
    const annonce = readNumber(m[1] ?? '');
    const nom = m[2] ?? '';
    if (
      annonce === null ||
      annonce.approx ||
      annonce.valeur < 2 ||
      background(texte, m.index, contexte.annee)
    )
      continue;
    const compte = countOf(nom, axes, nombreAxes);
    if (compte === null || compte === annonce.valeur) continue;
    const debut = carte[m.index] ?? 0;
    const fin = carte[m.index + m[0].length] ?? bloc.texte.length;
    const liste = (
      nom.startsWith('axe')
        ? axes.map((a) => a.titre)
        : axes.flatMap((a) => a.actions.map((x) => x.intitule))
    )
      .slice(0, 3)
      .map((b) => `« ${clean(b.texte)} »`);
    alert(contexte, proofs(contexte, bloc, debut, fin), {
      code: 'denombrement-discordant',
      message: `Le document annonce « ${clean(bloc.texte.slice(debut, fin))} », il en est lu ${compte} : ${liste.join(', ')}${compte > liste.length ? '…' : ''}.`,
      remede:
        'Relisez le document avec « maillage explain » : le compte annoncé ou la lecture est fausse.',
    });
  }
}

/** Null where nothing is counted: a programme without axes says nothing of its axes. */
function countOf(nom: string, axes: readonly AxeLu[], nombreAxes: number | null): number | null {
  if (nom.startsWith('axe')) return nombreAxes === 0 ? null : nombreAxes;
  if (nom.startsWith('publication')) {
    const publications = axes.flatMap((a) => a.publications).length;
    return publications === 0 ? null : publications;
  }
  const actions = axes.flatMap((a) => a.actions).filter((a) => a.renvoi === null).length;
  return actions === 0 ? null : actions;
}

/** A sentence about another year counts what was done then. */
function background(texte: string, position: number, annee: number): boolean {
  const phrase = texte.slice(texte.lastIndexOf('. ', position) + 1, position);
  const annees = phrase.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g)?.map(Number) ?? [];
  return annees.length > 0 && !annees.includes(annee);
}
