import * as questionCommune from '../../../queries/dispositifs/de-la-commune.js';
import { estPreuveTexte } from '../../domain/fait.js';
import { labelDe } from '../../domain/schema.js';
import { urlEntite } from '../../domain/urls.js';
import { lireQuestion } from '../../graph/ask.js';
import { bornes } from '../bornes.js';
import { lireFaits, maillon } from '../chaines.js';
import type { Contexte } from '../contexte.js';
import { lieuxDistincts, lireDeploiement } from '../deploiement.js';
import { compter, enumerer } from '../francais.js';
import { dansLieu } from '../phrases.js';
import { nomCourt, reference } from '../references.js';
import {
  aucunDocument,
  silence,
  silenceAnnee,
  silenceDeploiement,
  silenceLieuInconnu,
  silenceTerritoire,
} from '../silences.js';
import type { Deploiement, Equation, Reference, ResultatTexte } from '../types.js';
import type { Lecture } from '../understand.js';
import { communesSans } from './communesSans.js';
import { ancienNom, type Corps, muette, nonUtilises, sansTenirCompte } from './corps.js';
import {
  dansTerritoire,
  datesEtDepartements,
  exclusDe,
  exclusEnMots,
  lieuxEnMots,
  territoireEnMots,
} from './lieuxDeploiement.js';
import { quand } from './touchees.js';

/** Where a dispositif is deployed; or, with a place, whether it is there. */
export async function repondreDeploiement(contexte: Contexte, lecture: Lecture): Promise<Corps> {
  const { equation, lieuInconnu } = lecture;
  const nonCouverte = silenceAnnee(contexte, equation.annee);
  if (nonCouverte !== null) return muette(nonCouverte);
  if (lieuInconnu !== null && lieuInconnu === equation.mots) {
    return muette(silenceLieuInconnu(contexte, lieuInconnu));
  }
  if (equation.dispositifs === undefined && equation.exclus !== undefined) {
    return communesSans(contexte, equation);
  }
  if (equation.dispositifs === undefined && equation.commune !== undefined) {
    return tousCeuxDe(contexte, equation, equation.commune);
  }
  // « combien de communes de la CAVAM ont un PRE » asks for places in it, not whether it has one.
  const lieu = demandeDesLieux(lecture)
    ? undefined
    : (equation.commune ?? equation.intercommunalite);
  const corps =
    lieu === undefined ? await partout(contexte, equation) : await chacun(contexte, lecture, lieu);
  return sansTenirCompte(corps, nonUtilises(equation, UTILISES));
}

const UTILISES = [
  'dispositifs',
  'commune',
  'communes',
  'intercommunalite',
  'departement',
  'annee',
  'exclus',
] as const;

/** Each dispositif asked in each place asked: « un PRE et un ASV à Meaux et à Melun ». */
async function chacun(contexte: Contexte, lecture: Lecture, lieu: Reference): Promise<Corps> {
  const { equation } = lecture;
  const lieux = equation.communes ?? [lieu];
  const dispositifs = equation.dispositifs ?? [];
  if (lieux.length * dispositifs.length < 2) return la(contexte, lecture, lieu);
  const paires = lieux.flatMap((l) => dispositifs.map((d) => ({ l, d })));
  const corps = await Promise.all(
    paires.map(({ l, d }) => {
      const { communes: _, commune: __, ...reste } = equation;
      const seule = labelDe(l.id) === 'Commune' ? { commune: l } : {};
      return la(contexte, { ...lecture, equation: { ...reste, ...seule, dispositifs: [d] } }, l);
    }),
  );
  const phrase = paires
    .map(({ l, d }, i) => `${nomCourt(contexte, d.id)}, ${l.libelle} : ${corps[i]?.phrase ?? ''}`)
    .join(' ');
  const resultats = corps.flatMap((c) => c.resultats);
  const muettes = corps.flatMap((c) => c.sansReponse ?? []);
  const [premiere] = muettes;
  return muettes.length === corps.length && premiere !== undefined
    ? muette({ motif: premiere.motif, phrase })
    : { phrase, resultats, total: resultats.length };
}

function demandeDesLieux({ equation, plie }: Lecture): boolean {
  return equation.commune === undefined && /\b(communes|villes|combien|lesquelles)\b/.test(plie);
}

/** Every place of a dispositif in the territory asked; of several, the places that have them all. */
async function partout(contexte: Contexte, equation: Equation): Promise<Corps> {
  const dispositifs = equation.dispositifs ?? [];
  const listes = await Promise.all(
    dispositifs.map((d) => lireDeploiement(contexte, d.id, equation.annee ?? null)),
  );
  const vide = dispositifs.find((_, i) => listes[i]?.length === 0);
  if (vide !== undefined) return muette(silenceDeploiement(contexte, vide.id, equation.annee));
  const dedans = dansTerritoire(contexte, equation);
  const sans = await exclusDe(contexte, equation);
  const tous = ensemble(listes);
  const resultats = tous.filter((d) => dedans(d.id) && !sans.has(d.id));
  const total = lieuxDistincts(resultats);
  const noms = dispositifs.map((d) => nomCourt(contexte, d.id));
  const sujet = `${noms.length > 1 ? 'Les dispositifs' : 'Le dispositif'} ${enumerer(noms)}`;
  const limites = `${territoireEnMots(contexte, equation)}${exclusEnMots(contexte, equation)}`;
  if (total === 0) {
    const ne = `${aucunDocument(contexte)} dit ${contexte.documents().size === 1 ? 'pas ' : ''}`;
    const quoi =
      noms.length > 1
        ? `que ${enumerer(noms)} soient déployés dans une même commune`
        : `le dispositif ${enumerer(noms)} déployé`;
    const ailleurs =
      limites === '' || tous.length === 0 ? '' : ` ; déploiement connu : ${lieuxEnMots(tous)}`;
    return muette(silence('rien-trouve', `${ne}${quoi}${limites}${quand(equation)}${ailleurs}.`));
  }
  const verbe = noms.length > 1 ? 'sont déployés ensemble' : 'est déployé';
  const detail = datesEtDepartements(contexte, resultats, equation);
  return {
    phrase: `${sujet} ${verbe} dans ${lieuxEnMots(resultats)}${limites}${quand(equation)}, selon les documents lus${detail}.`,
    resultats,
    total,
  };
}

function ensemble(listes: readonly (readonly Deploiement[])[]): Deploiement[] {
  const [premiere, ...autres] = listes;
  return (premiere ?? []).flatMap((d) => {
    const memes = autres.map((liste) =>
      liste.filter((e) => e.id === d.id && e.debut <= d.fin && d.debut <= e.fin),
    );
    if (memes.some((m) => m.length === 0)) return [];
    const maillons = [...d.maillons, ...memes.flat().flatMap((m) => m.maillons)];
    return [{ ...d, maillons, preuves: maillons.flatMap((m) => m.preuves) }];
  });
}

/** Yes with the passage, or what the documents say instead; never « no » without saying what was read. */
async function la(contexte: Contexte, { equation, nie }: Lecture, lieu: Reference): Promise<Corps> {
  const dispositif = equation.dispositifs?.[0];
  if (dispositif === undefined) return muette(silence('rien-trouve', 'Aucun dispositif reconnu.'));
  const tous = await lireDeploiement(contexte, dispositif.id, null);
  const resultats =
    labelDe(lieu.id) === 'Commune'
      ? await dansLaCommune(contexte, dispositif.id, lieu.id, equation)
      : (await lireDeploiement(contexte, dispositif.id, equation.annee ?? null)).filter(
          (d) => d.id === lieu.id,
        );
  if (resultats.length > 0) {
    const dit = resultats.flatMap((d) => d.maillons.map((m) => m.phrase));
    const phrase = `${ancienNom(equation)}${nie ? 'Si' : 'Oui'}. ${[...new Set(dit)].join(' ')}`;
    return { phrase, resultats, total: resultats.length };
  }
  const hors = silenceTerritoire(contexte, lieu.id);
  if (hors !== null) return muette(hors);
  if (tous.length === 0) return muette(silenceDeploiement(contexte, dispositif.id));
  const phrase = `${ancienNom(equation)}${aucunDocument(contexte)} dit ${contexte.documents().size === 1 ? 'pas ' : ''}le dispositif ${nomCourt(contexte, dispositif.id)} déployé ${dansLieu(contexte, lieu.id)}${quand(equation)} ; déploiement connu : ${lieuxEnMots(tous)}.`;
  return muette(silence('rien-trouve', phrase));
}

/** The dispositifs of a commune, itself or by its intercommunalité: « quels dispositifs à Gonesse ? » */
async function tousCeuxDe(
  contexte: Contexte,
  equation: Equation,
  commune: Reference,
): Promise<Corps> {
  const lignes = await lireCommune(contexte, commune.id, equation);
  // its own first
  const rangees = [...lignes].sort((a, b) => Number(a.via !== '') - Number(b.via !== ''));
  const ids = [...new Set(rangees.map((l) => l.dispositif))];
  const listes = await Promise.all(
    ids.map((id) => dansLaCommune(contexte, id, commune.id, equation)),
  );
  const resultats = ids.map((id, i): ResultatTexte => {
    const { type, libelle, url } = reference(contexte, id);
    const maillons = (listes[i] ?? []).flatMap((d) => d.maillons);
    const preuves = maillons.flatMap((m) => m.preuves);
    const premiere = preuves.find(estPreuveTexte);
    return {
      type,
      id,
      titre: libelle,
      extrait: [...new Set(maillons.map((m) => m.phrase))].join(' '),
      document: premiere?.document ?? null,
      page: premiere?.page ?? null,
      score: 1,
      url: url ?? '',
      preuves,
    };
  });
  const total = resultats.length;
  const lieu = `${dansLieu(contexte, commune.id)}${quand(equation)}`;
  if (total === 0) {
    const phrase = `${ancienNom(equation)}${aucunDocument(contexte)} dit ${contexte.documents().size === 1 ? 'pas ' : ''}quels dispositifs sont déployés ${lieu}.`;
    return muette(silenceTerritoire(contexte, commune.id) ?? silence('rien-trouve', phrase));
  }
  const verbe = total === 1 ? 'est déployé' : 'sont déployés';
  const phrase = `${ancienNom(equation)}${compter(total, 'dispositif')} ${verbe} ${lieu}, selon les documents lus : ${enumerer(ids.map((id) => nomCourt(contexte, id)))}.`;
  return { phrase, resultats, total };
}

function lireCommune({ graphe }: Contexte, commune: string, { annee }: Equation) {
  return lireQuestion(graphe, questionCommune, { commune, ...bornes(annee) });
}

async function dansLaCommune(
  contexte: Contexte,
  dispositif: string,
  commune: string,
  equation: Equation,
): Promise<Deploiement[]> {
  const lignes = await lireCommune(contexte, commune, equation);
  const siennes = lignes.filter((l) => l.dispositif === dispositif);
  const faits = lireFaits(
    contexte,
    siennes.flatMap((l) => l.faits),
  );
  return siennes.map((l) => {
    const ou = l.via === '' ? commune : l.via;
    const tous = l.faits.flatMap((id) => faits.get(id) ?? []);
    const de = (type: string) => tous.filter((f) => f.predicat === type);
    const maillons = [
      maillon(contexte, { type: 'DEPLOYE_A', de: dispositif, vers: ou, faits: de('DEPLOYE_A') }),
      ...(l.via === ''
        ? []
        : [
            maillon(contexte, { type: 'MEMBRE_DE', de: commune, vers: ou, faits: de('MEMBRE_DE') }),
          ]),
    ];
    return {
      type: l.via === '' ? 'Commune' : 'Intercommunalite',
      id: ou,
      titre: reference(contexte, ou).libelle,
      debut: l.debut,
      fin: l.fin,
      maillons,
      preuves: maillons.flatMap((m) => m.preuves),
      url: urlEntite(ou) ?? '',
    };
  });
}
