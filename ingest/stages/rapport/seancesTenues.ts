import type { Bloc } from '../../../src/domain/bloc.js';
import { sliceBloc } from '../../../src/domain/bloc.js';
import { foldWithMap } from '../../../src/french/fold.js';
import { NOMBRE, readNumber } from '../../../src/french/nombres.js';
import type { Dit, Dites } from './dites.js';
import { isOfAnotherYear } from './portee.js';
import { cellOf } from './tableaux.js';

/** How many sessions took place, by the cell, then by the sentences. */
export function sessionsOf({ phrases, entree, annee, v }: Dites): Dit<number> | null {
  const cellule =
    cellOf(entree.cellules, 'seances') ??
    entree.champs.find((c) => c.champs.includes('seances'))?.valeur;
  const lue = cellule === undefined ? null : firstCount(cellule, NOMBRE);
  if (lue !== null) return lue;
  const dites = phrases.filter((p) => {
    const { texte: plie } = foldWithMap(p.texte);
    return (
      !isOfAnotherYear(plie.split(/[;(]/)[0] ?? '', annee) &&
      !/(?:prevue?s?|programmee?s?|annulee?s?|reportee?s?|auront lieu|suivantes?) *$/.test(plie)
    );
  });
  const motifs = [
    // « 4 séances prévues, 3 tenues »
    `(?<=${NOMBRE} ${v.seances} (?:prevues?|programmees?|annoncees?|imaginees?|envisagees?)[^.;]{0,20}, (?:seule?s? )?)${NOMBRE}(?= (?:seulement )?(?:tenu|realise|organise|mene|ont|a |se sont|s'est))`,
    // « sur les six ateliers programmés, quatre… »
    `(?<=(?:sur|parmi) (?:les )?${NOMBRE} ${v.seances}[^,.;]*, (?:seule?s? )?)${NOMBRE}(?= (?:seulement )?(?:ont|a|se sont|s'est))`,
    // « six rencontres étaient inscrites au programme, quatre ont pu être organisées »
    `(?<=${NOMBRE} ${v.seances} (?:etaient|avaient ete) [^,.;]{3,40}, (?:seule?s? )?)${NOMBRE}(?= (?:ont|a|se sont|s'est))`,
    // four of five: four took place
    `${NOMBRE}(?= (?:seules? )?(?:${v.seances} )?(?:sur(?: les)?|des|parmi les|de ses|de leurs) ${NOMBRE}(?: ${v.seances}| prevu| programme))`,
    `(?<!sur |sur les |des |de ses )${NOMBRE}(?= (?:(?:seule |autres |nouvelles |nouveaux |grandes )?)${v.seances}(?! (?:(?:prevu|programme)[es]*(?![es]* (?:ont|se sont))|annule|reporte|ont ete annule|a ete annule|de (?:moins|plus)|supplementaire)))`,
    `(?<=sur |sur les |en )${NOMBRE}(?= ${v.seances})`,
  ];
  for (const motif of motifs) {
    for (const phrase of dites) {
      const compte = firstCount(phrase, motif);
      if (compte !== null) return compte;
    }
  }
  return null;
}

function firstCount(bloc: Bloc, motif: string): Dit<number> | null {
  const { texte: plie, carte } = foldWithMap(bloc.texte);
  const m = new RegExp(motif).exec(plie);
  const lu = m === null ? null : readNumber(m[0].trim());
  if (m === null || lu === null) return null;
  return { valeur: lu.valeur, bloc: sliceBloc(bloc, carte[m.index] ?? 0, bloc.texte.length) };
}
