import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RapportBrut } from '../../../ingest/stages/rapport/assertRapport.js';
import { Titres, titleSimilarity } from '../../../src/comparaison/titres.js';
import { lotOf } from '../kinds/lots.js';

const dite = {
  titre: z.string(),
  statut: z.enum(['realisee', 'partielle', 'reportee', 'annulee']),
  seances: z.number().optional(),
  participants: z.number().optional(),
  dates: z.array(z.string()).default([]),
  reporteeA: z.string().optional(),
  personnes: z.array(z.string()).default([]),
};
const fiche = z.strictObject({ ...dite, texte: z.string() });
const passage = z.strictObject({
  texte: z.string(),
  actions: z.array(z.strictObject(dite)),
});

export type Dite = z.infer<typeof fiche> | z.infer<typeof passage>['actions'][number];

/** What is expected of a report, and what the rules read in it. */
export interface Lecture {
  readonly texte: string;
  readonly attendues: readonly Omit<Dite, 'texte'>[];
  readonly lues: readonly Omit<Dite, 'texte'>[];
}

const ENTETE =
  'Rapport d’activité 2013\n\nCentre de ressources Ville et quartiers de l’Essonne\n\f';
const PARTIES = [
  'COHÉSION SOCIALE ET DROITS',
  'HABITAT ET CADRE DE VIE',
  'EMPLOI ET FORMATION',
  'ÉDUCATION ET CULTURE',
];

/** Reports made of the annotated sheets, six an axe and two axes a report: what is said of each action. */
export async function readFiches(fichier: string): Promise<Lecture[]> {
  const fiches = z.array(fiche).parse(donnees(fichier));
  const lectures: Lecture[] = [];
  for (let i = 0; i < fiches.length; i += 12) {
    const siennes = fiches.slice(i, i + 12);
    const parties = [siennes.slice(0, 6), siennes.slice(6)].filter((p) => p.length > 0);
    const texte = parties.map(
      (p, n) => `${PARTIES[n]}\n\n${p.map((f) => `${f.titre}\n\n${lignes(f.texte)}\n`).join('\n')}`,
    );
    const lues = await readReport(ENTETE + texte.join('\n'));
    lectures.push({ texte: texte.join('\n'), attendues: siennes, lues });
  }
  return lectures;
}

/** Reports made of the annotated paragraphs, each under the heading of a part, four a report. */
export async function readProse(fichier: string): Promise<Lecture[]> {
  const passages = z.array(passage).parse(donnees(fichier));
  const lectures: Lecture[] = [];
  for (let i = 0; i < passages.length; i += 4) {
    const siens = passages.slice(i, i + 4);
    const texte = siens.map((p, n) => `${PARTIES[n]}\n\n${lignes(p.texte)}\n`).join('\n');
    const lues = await readReport(ENTETE + texte);
    lectures.push({ texte, attendues: siens.flatMap((p) => p.actions), lues });
  }
  return lectures;
}

function donnees(fichier: string): unknown {
  return parse(readFileSync(fileURLToPath(new URL(`cas/${fichier}`, import.meta.url)), 'utf8'));
}

function lignes(texte: string): string {
  return texte.replace(/(.{60,95}?)\s/g, '$1\n');
}

/** What is read of each action of a report. */
export async function readReport(
  contenu: string | Uint8Array,
  fichier = 'rapport.txt',
): Promise<Omit<Dite, 'texte'>[]> {
  const { brut, assertions } = await lotOf(contenu, fichier);
  const rapport = JSON.parse(brut ?? '{"entrees":[],"assertions":[]}') as RapportBrut;
  const toutes = [...rapport.assertions, ...assertions];
  return rapport.entrees.map(({ id, titre }) => {
    const valeur = (predicat: string) =>
      toutes.find((a) => a.sujet === id && a.predicat === predicat)?.valeur;
    const nombre = (predicat: string) => {
      const lue = valeur(predicat);
      return typeof lue === 'number' ? lue : undefined;
    };
    const gens = toutes.filter((a) => a.objet === id && a.sujet.startsWith('personne:'));
    const noms = gens.map(({ sujet, proprietes }) => {
      const nom = toutes.find((a) => a.sujet === sujet && a.predicat === 'nom')?.valeur;
      return [nom, proprietes?.fonction].filter((x) => x !== undefined).join(', ');
    });
    const dates = valeur('datesRealisees');
    const reporteeA = valeur('reporteeA');
    const participants = nombre('participants') ?? nombre('participantsMoyenne');
    const seances = nombre('seancesRealisees');
    return {
      titre,
      statut: String(valeur('statut')) as Dite['statut'],
      ...(seances === undefined ? {} : { seances }),
      ...(participants === undefined ? {} : { participants }),
      dates: Array.isArray(dates) ? dates.map(String) : [],
      ...(reporteeA === undefined ? {} : { reporteeA: String(reporteeA) }),
      personnes: [...new Set(noms)],
    };
  });
}

/** What is right, missed and too much, field by field; a field of an action not found is missed. */
export interface Mesure {
  readonly justes: number;
  readonly precision: number;
  readonly rappel: number;
  readonly ecarts: readonly string[];
}

const CHAMPS = ['actions', 'statuts', 'seances', 'participants', 'dates', 'reports', 'personnes'];

/** Precision and recall per field over some reports. */
export function measure(lectures: readonly Lecture[]): Map<string, Mesure> {
  const mesures = new Map<string, Mesure>();
  for (const champ of CHAMPS) {
    const comparees = lectures.map((l) => compared(l, champ));
    const tous = (cote: 'attendus' | 'lus') => comparees.flatMap((c) => c[cote]);
    const lus = new Set(tous('lus'));
    const attendus = new Set(tous('attendus'));
    const justes = [...lus].filter((x) => attendus.has(x)).length;
    mesures.set(champ, {
      justes,
      precision: lus.size === 0 ? 1 : justes / lus.size,
      rappel: attendus.size === 0 ? 1 : justes / attendus.size,
      ecarts: [
        ...[...attendus].filter((x) => !lus.has(x)).map((x) => `manque ${x}`),
        ...[...lus].filter((x) => !attendus.has(x)).map((x) => `trop ${x}`),
      ],
    });
  }
  return mesures;
}

function compared({ attendues, lues }: Lecture, champ: string) {
  const titres = new Titres([...attendues, ...lues].map((a) => a.titre));
  const nomDe = (titre: string) =>
    attendues.find((a) => titleSimilarity(titres.analyse(a.titre), titres.analyse(titre)) >= 0.7)
      ?.titre ?? titre;
  const dits = (toutes: readonly Omit<Dite, 'texte'>[]) =>
    toutes.flatMap((a) => values(a, champ).map((v) => `${nomDe(a.titre)} : ${v}`));
  return { attendus: dits(attendues), lus: dits(lues) };
}

function values(a: Omit<Dite, 'texte'>, champ: string): string[] {
  if (champ === 'actions') return [''];
  if (champ === 'statuts') return [a.statut];
  if (champ === 'seances') return a.seances === undefined ? [] : [String(a.seances)];
  if (champ === 'participants') return a.participants === undefined ? [] : [String(a.participants)];
  if (champ === 'dates') return [...a.dates];
  if (champ === 'reports') return a.reporteeA === undefined ? [] : [a.reporteeA];
  return [...a.personnes];
}
