import type { Bloc } from '../../src/domain/bloc.js';
import type { PageLue, TypeDocument } from '../../src/domain/page.js';
import type { Profil } from '../sources/profil.js';
import { anneeDe, anneeFinale } from './segmentation/annee.js';
import { Assemblage } from './segmentation/assemblage.js';
import { joindre, passagesDe } from './segmentation/blocs.js';
import { lireCalendriers } from './segmentation/calendriers.js';
import { clore } from './segmentation/cloture.js';
import type { Ecarte } from './segmentation/ecartes.js';
import { finirAxe } from './segmentation/finition.js';
import { rangDuGrandTitre, rangDuTitre } from './segmentation/pageDeTitre.js';
import type { Para } from './segmentation/paragraphes.js';
import { conventionDe } from './segmentation/partage.js';
import { dresserPlan } from './segmentation/plan.js';
import { preparer } from './segmentation/preparation.js';
import { reunirRappels } from './segmentation/rappels.js';
import type { AxeLu, NoteLue, ProgrammeLu } from './structure.js';
import { blocsDe } from './uncovered.js';

/**
 * Reads a programme from its pages: parts, actions with their fields, services, publications.
 * Every block leads back to exact slices of the pages; every character that is not white space is
 * in a block of the result (`uncovered` checks it). No mention is resolved here.
 */
export function segmentProgramme(
  pages: readonly PageLue[],
  profil: Profil,
  type: TypeDocument = 'programme',
): ProgrammeLu {
  const prepare = preparer(pages, profil.vocabulairePour(type));
  const { vocabulaire, mesures, sommaire, lexique, ecartes, notes } = prepare;
  const nomme = prepare.titreCouverture === null ? rangDuTitre(prepare.paras, vocabulaire) : null;
  const [enTete, paras] = retirer(prepare.paras, nomme);
  const indices = { paras, mesures, sommaire, vocabulaire, debut: nomme ?? 0 };
  const plan = clore(dresserPlan(indices), paras, vocabulaire);
  const ouverture = plan.findIndex((r) => r !== 'suite');
  const sansTitre = prepare.titreCouverture === null && enTete === null;
  const fin = ouverture < 0 ? paras.length : ouverture;
  const [grand, suivis] = retirer(paras, sansTitre ? rangDuGrandTitre(paras, fin, mesures) : null);
  const assemblage = new Assemblage({ vocabulaire, lexique, ecartes, notes });
  assemblage.suivre(suivis, plan.slice(paras.length - suivis.length));
  const brouillons = lireCalendriers(reunirRappels(assemblage.axes, ecartes), ecartes);
  const titres = brouillons.flatMap((axe) => axe.actions.map((a) => a.titre.texte));
  const convention = conventionDe(titres, vocabulaire);
  const axes = brouillons.map((axe, i) => finirAxe(axe, i + 1, vocabulaire, convention));
  const imprime = enTete ?? grand;
  const titre =
    prepare.titreCouverture ??
    (imprime === null ? null : joindre(passagesDe(imprime.lignes), lexique));
  const { introduction } = assemblage;
  const blocs = (raison: string) =>
    ecartes.liste.filter((e) => e.raison === raison).map((e) => e.bloc);
  const courants = blocs('titre courant');
  const { annee, preuve } = anneeDe({
    titre,
    couverture: blocs('couverture'),
    axes,
    courants,
    introduction,
  });
  const entrees = [
    ...sommaire.entrees.map((e) => ({ titre: joindre(e.passages, lexique), page: e.page })),
    ...assemblage.contenus,
  ];
  const anneeFin = anneeFinale(titre, annee);
  const lu = { titre, annee, anneeFin, anneePreuve: preuve, introduction, axes, sommaire: entrees };
  const autres = [...ecartes.liste, ...notesLibres(notes, axes)];
  return { ...lu, ecartes: [...autres, ...cesures(pages, { ...lu, autres })] };
}

/** A paragraph taken out of the others by its rank. */
function retirer(paras: readonly Para[], rang: number | null): [Para | null, readonly Para[]] {
  const pris = rang === null ? undefined : paras[rang];
  return [pris ?? null, pris === undefined ? paras : paras.filter((p) => p !== pris)];
}

/** A note called where nothing is kept (a heading set aside, the introduction) stays among what is set aside. */
function notesLibres(notes: readonly NoteLue[], axes: readonly AxeLu[]): Ecarte[] {
  const prises = new Set(
    axes.flatMap((axe) => [...axe.notes, ...axe.actions.flatMap((a) => a.notes)]),
  );
  return notes
    .filter((n) => !prises.has(n))
    .map((n) => ({ bloc: n.texte, raison: 'note hors d’un axe' }));
}

/** The hyphens dropped where a word was cut at the end of a line. */
function cesures(pages: readonly PageLue[], lu: unknown): Ecarte[] {
  const textes = new Map(pages.map((p) => [p.numero, p.texte]));
  return [...blocsDe(lu)].flatMap((bloc) =>
    bloc.carte.flatMap((t, i) => {
      const suivant = bloc.carte[i + 1];
      const source = t.source + t.longueur;
      const trait = textes.get(t.page)?.[source] ?? '';
      if (suivant?.debut !== t.debut + t.longueur || !/[-‐\u00ad]/.test(trait)) return [];
      return [{ bloc: unCaractere(trait, t.page, source), raison: 'césure' }];
    }),
  );
}

function unCaractere(texte: string, page: number, source: number): Bloc {
  return { texte, carte: [{ debut: 0, longueur: texte.length, page, source }] };
}
