import { type Bloc, sliceBloc } from '../../../src/domain/bloc.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import type { ChampLu } from '../structure.js';
import { BLOC_VIDE, complement, joindre, type Lexique, type Passage, passagesDe } from './blocs.js';
import { ligneDatee } from './datees.js';
import type { Ecartes } from './ecartes.js';
import type { LigneDoc } from './lignes.js';
import type { Para } from './paragraphes.js';
import { puceDe } from './puces.js';
import { etiquetteDe, type Rangee } from './rangees.js';
import { etiquettesDeLigne } from './relief.js';

/** A field, and whether its value is prose that stays in the text. */
export interface ChampEcrit {
  readonly champ: ChampLu;
  readonly redige: boolean;
}

interface EnCours {
  readonly champs: ChampLu['champs'];
  readonly redige: boolean;
  readonly inconnu: boolean;
  readonly etiquette: Passage;
  readonly valeur: Passage[];
}

/** The fields of a paragraph: one per label, whose value runs to the next label. */
export function lireChamps(
  para: Para,
  v: Vocabulaire,
  lexique: Lexique,
  ecartes: Ecartes,
): ChampEcrit[] {
  if (para.rangee !== null) return [lireRangee(para, para.rangee, lexique, ecartes)];
  const lus: EnCours[] = [];
  for (const ligne of para.lignes) {
    const etiquettes = etiquettesDeLigne(ligne, v);
    const premiere = etiquettes[0];
    const avant = premiere?.debut ?? ligne.texte.length;
    const puce = premiere === undefined && lus.length > 0 ? puceDe(ligne.texte) : 0;
    ecartes.passages([passage(ligne, 0, puce)], 'puce');
    if (avant > 0 && lus.length > 0) lus.at(-1)?.valeur.push(passage(ligne, puce, avant));
    else if (avant > 0) ecartes.passages([passage(ligne, 0, avant)], 'puce');
    etiquettes.forEach((e, i) => {
      const fin = etiquettes[i + 1]?.debut ?? ligne.texte.length;
      ecartes.passages([passage(ligne, e.fin, e.valeur)], 'ponctuation');
      lus.push({
        champs: e.champs,
        redige: e.redige,
        inconnu: e.inconnu === true,
        etiquette: passage(ligne, e.debut, e.fin),
        valeur: [passage(ligne, e.valeur, fin)],
      });
    });
    ecartes.appels(ligne);
  }
  return lus.map((c) => ({
    champ: {
      champs: c.champs,
      etiquette: joindre([c.etiquette], lexique),
      valeur: rogner(joindre(c.valeur, lexique), ecartes),
      ...(c.inconnu && { inconnu: true }),
    },
    redige: c.redige,
  }));
}

/** The field of a row: its cells, and the lines below that go on with its value. */
function lireRangee(para: Para, rangee: Rangee, lexique: Lexique, ecartes: Ecartes): ChampEcrit {
  const { texte, reste } = etiquetteDe(rangee);
  for (const bloc of reste) ecartes.liste.push({ bloc, raison: 'ponctuation' });
  for (const ligne of para.lignes) ecartes.appels(ligne);
  const suite = passagesDe(para.lignes.slice(rangee.lignes.length));
  const valeur = rogner(joindre([...rangee.valeur, ...suite], lexique), ecartes);
  const inconnu = rangee.etiquette === null || rangee.etiquette.inconnu === true;
  const champ = { champs: rangee.champs, etiquette: texte, valeur, ...(inconnu && { inconnu }) };
  return { champ, redige: rangee.etiquette?.redige ?? false };
}

/** The separators that a layout leaves after a value (« Animation : X – Intervenants : Y »). */
function rogner(valeur: Bloc, ecartes: Ecartes): Bloc {
  const fin = valeur.texte.replace(/\s*[|–—;-]\s*$/, '').length;
  if (fin === valeur.texte.length) return valeur;
  ecartes.liste.push({ bloc: sliceBloc(valeur, fin, valeur.texte.length), raison: 'ponctuation' });
  return sliceBloc(valeur, 0, fin);
}

/** « 13 mars 2012 – Maison des associations – Sarcelles »: a period and a place, without label. */
export function lireDatee(ligne: LigneDoc, lexique: Lexique, ecartes: Ecartes): ChampEcrit[] {
  const lue = ligneDatee(ligne.texte);
  if (lue === null) return [];
  const { date, seances, lieu } = lue;
  const parts = [
    ['periode', date],
    ['seances', seances],
    ['lieu', lieu],
  ] as const;
  ecartes.appels(ligne);
  const champs = parts.flatMap(([nom, part]) => {
    if (part === null) return [];
    const valeur = joindre([passage(ligne, part.debut, part.fin)], lexique);
    return [{ champs: [nom], etiquette: BLOC_VIDE, valeur }];
  });
  const pris = parts.flatMap(([, p]) => (p === null ? [] : [passage(ligne, p.debut, p.fin)]));
  ecartes.passages(complement([ligne], pris), 'ponctuation');
  return champs.map((champ) => ({ champ, redige: false }));
}

function passage(ligne: LigneDoc, debut: number, fin: number): Passage {
  return { ligne, debut: ligne.debut + debut, fin: ligne.debut + fin };
}
