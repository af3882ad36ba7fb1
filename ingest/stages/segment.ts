import type { Bloc } from '../../src/domain/bloc.js';
import type { PageLue } from '../../src/domain/page.js';
import { titresCourants } from '../formats/courants.js';
import type { Profil } from '../sources/profil.js';
import { anneeDe } from './segmentation/annee.js';
import { Assemblage } from './segmentation/assemblage.js';
import { joindre, lexiqueDe, passagesDe } from './segmentation/blocs.js';
import { Ecartes } from './segmentation/ecartes.js';
import { finirAxe } from './segmentation/finition.js';
import { aplatir, type LigneDoc, mesurer } from './segmentation/lignes.js';
import { type Notes, separerNotes } from './segmentation/notes.js';
import {
  estSignature,
  separerCouverture,
  titreCourant,
  titreDeCouverture,
} from './segmentation/pageDeTitre.js';
import { grouper, type Para } from './segmentation/paragraphes.js';
import { dresserPlan } from './segmentation/plan.js';
import { trouverSommaire } from './segmentation/sommaire.js';
import type { NoteLue, ProgrammeLu } from './structure.js';

/**
 * Reads a programme from its pages: parts, actions with their fields, services, publications.
 * Every block leads back to exact slices of the pages; every character that is not white space is
 * in a block of the result (`uncovered` checks it). No mention is resolved here.
 */
export function segmentProgramme(pages: readonly PageLue[], profil: Profil): ProgrammeLu {
  const v = profil.vocabulaire;
  const { lignes, courantes } = sansTitresCourants(pages);
  const lexique = lexiqueDe(lignes);
  const ecartes = new Ecartes(lexique);
  for (const l of courantes) ecartes.lignes([l], 'titre courant');
  const mesures = mesurer(lignes);
  const { couverture, reste } = separerCouverture(lignes);
  const titreCouverture = titreDeCouverture(couverture, lexique, ecartes);
  const sommaire = trouverSommaire(reste, v);
  ecartes.lignes([...sommaire.lignes], 'sommaire');
  const trouvees = separerNotes(
    reste.filter((l) => !sommaire.lignes.has(l)),
    mesures,
  );
  const notes = lireNotes(trouvees, ecartes);
  const paras = sansSignature(grouper(trouvees.reste, v, mesures), ecartes);
  const plan = dresserPlan({ paras, mesures, sommaire, vocabulaire: v });
  const debut = plan.findIndex((r) => r !== 'suite');
  const enTete = titreCouverture === null ? titreCourant(paras, debut, lexique, mesures) : null;
  const assemblage = new Assemblage({ vocabulaire: v, lexique, ecartes, notes });
  const garde = paras.map((_, i) => i !== enTete?.rang);
  assemblage.suivre(
    paras.filter((_, i) => garde[i]),
    plan.filter((_, i) => garde[i]),
  );
  const axes = assemblage.axes.map((axe, i) => finirAxe(axe, i + 1, v));
  const titre = titreCouverture ?? enTete?.bloc ?? null;
  rangerNotes(notes, axes, ecartes);
  const { annee, preuve } = anneeDe(
    titre,
    axes,
    ecartes.liste.filter((e) => e.raison === 'titre courant').map((e) => e.bloc),
    assemblage.introduction,
  );
  return {
    titre,
    annee,
    anneePreuve: preuve,
    introduction: assemblage.introduction,
    axes,
    ecartes: ecartes.liste,
  };
}

function sansTitresCourants(pages: readonly PageLue[]): {
  lignes: LigneDoc[];
  courantes: LigneDoc[];
} {
  const trouves = titresCourants(
    pages.map((p) => p.lignes.map((l) => p.texte.slice(l.debut, l.fin))),
  );
  const courantes: LigneDoc[] = [];
  const gardees = pages.map((page, i) => {
    const exclues = trouves.lignes[i] ?? new Set<number>();
    const toutes = aplatir([page]);
    courantes.push(...toutes.filter((_, j) => exclues.has(j)));
    return toutes.filter((_, j) => !exclues.has(j)).map((l, j) => ({ ...l, premiere: j === 0 }));
  });
  return { lignes: gardees.flat(), courantes };
}

function lireNotes({ notes }: Notes, ecartes: Ecartes): NoteLue[] {
  return notes.map(({ appel, page, lignes, retrait }) => {
    const [premiere] = lignes;
    if (premiere !== undefined) {
      ecartes.passages(
        [{ ligne: premiere, debut: premiere.debut, fin: premiere.debut + retrait }],
        'numéro de note',
      );
    }
    const passages = passagesDe(lignes).map((p, i) =>
      i === 0 ? { ...p, debut: p.debut + retrait } : p,
    );
    return { appel, page, texte: joindre(passages, lexiqueDe(lignes)) };
  });
}

function sansSignature(paras: Para[], ecartes: Ecartes): Para[] {
  const dernier = paras.at(-1);
  if (dernier === undefined || !estSignature(dernier)) return paras;
  ecartes.lignes(dernier.lignes, 'signature');
  return paras.slice(0, -1);
}

/** A note called where nothing is kept (a heading set aside, the introduction) stays readable among what is set aside. */
function rangerNotes(notes: readonly NoteLue[], axes: ProgrammeLu['axes'], ecartes: Ecartes): void {
  const prises = new Set<Bloc>();
  for (const axe of axes) {
    for (const n of axe.notes) prises.add(n.texte);
    for (const a of axe.actions) for (const n of a.notes) prises.add(n.texte);
  }
  for (const n of notes)
    if (!prises.has(n.texte)) ecartes.liste.push({ bloc: n.texte, raison: 'note hors d’un axe' });
}
