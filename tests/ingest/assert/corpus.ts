import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { assertAction } from '../../../ingest/stages/assert/action.js';
import type { Contexte } from '../../../ingest/stages/assert/contexte.js';
import { Registre } from '../../../ingest/stages/assert/contexte.js';
import { assertDeploiements } from '../../../ingest/stages/assert/deploiements.js';
import { publicLabels } from '../../../ingest/stages/assert/publicsEtiquettes.js';
import { territoryLabels } from '../../../ingest/stages/assert/territoiresEtiquettes.js';
import { loadVocabulaire } from '../../../ingest/stages/assert/vocabulaire.js';
import type { ActionLue, NomChamp } from '../../../ingest/stages/structure.js';
import type { Bloc } from '../../../src/domain/bloc.js';
import type { Assertion } from '../../../src/domain/fait.js';
import { seedGazetteer } from '../../support/base.js';

const DOSSIER = fileURLToPath(new URL('cas/', import.meta.url));
const VOCABULAIRE = loadVocabulaire();
const noms = z.array(z.string()).optional();

const schema = z.array(
  z.strictObject({
    /** Year of the document, or « 2013-2014 ». */
    an: z.union([z.number(), z.string()]),
    dep: z.string().default('95'),
    titre: z.string().default('Rencontre des équipes'),
    texte: z.string().optional(),
    champs: z.record(z.string(), z.string()).default({}),
    /** Fields under labels that no profile knows, by label. */
    inconnus: z.record(z.string(), z.string()).default({}),
    touche: noms,
    cite: noms,
    alerte: noms,
    dispositifs: noms,
    deploie: noms,
    intervenants: z.string().optional(),
    personnes: noms,
    organismes: noms,
    publics: z.string().optional(),
    periode: z.string().optional(),
    seances: z.string().optional(),
    /** Of `publics`, `periode` or `seances`. */
    attendu: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
    /** What the running text alone says; what is not written is not expected. */
    prose: z
      .strictObject({
        /** First and last day. */
        p: z.tuple([z.string(), z.string()]).optional(),
        /** Least, most, unit. */
        s: z.tuple([z.number(), z.number(), z.string()]).optional(),
        pub: noms,
        /** People, as in `personnes`. */
        qui: noms,
      })
      .optional(),
  }),
);

export type Cas = z.infer<typeof schema>[number];

/** Annotated passages of the files whose name starts with one of these words. */
export function lireCas(fichiers: RegExp): Cas[] {
  return readdirSync(DOSSIER)
    .filter((nom) => fichiers.test(nom))
    .sort()
    .flatMap((nom) => schema.parse(parse(readFileSync(DOSSIER + nom, 'utf8'))));
}

/** What the rules make of one passage, as an action of a programme of its year and département. */
export function assertions(cas: Cas): { faits: Assertion[]; alertes: string[] } {
  const lignes = [`Programme ${cas.an}`];
  const bloc = (texte: string): Bloc => {
    const source = lignes.join('\n').length + 1;
    lignes.push(texte);
    return { texte, carte: [{ debut: 0, longueur: texte.length, page: 1, source }] };
  };
  const titre = bloc(cas.titre);
  const corps = cas.texte === undefined ? [] : [bloc(cas.texte)];
  const { intervenants, publics, periode, seances } = cas;
  const champs = [
    ...Object.entries(cas.champs),
    ...Object.entries({ intervenants, publics, periode, seances }),
  ];
  const lue: ActionLue = {
    numero: 1,
    titre,
    intitule: titre,
    format: null,
    pages: [1],
    corps,
    champs: [
      ...champs.flatMap(([nom, valeur]) =>
        valeur === undefined
          ? []
          : [{ champs: [nom as NomChamp], etiquette: bloc(nom), valeur: bloc(valeur) }],
      ),
      ...Object.entries(cas.inconnus).map(([nom, valeur]) => ({
        champs: [],
        inconnu: true as const,
        etiquette: bloc(nom),
        valeur: bloc(valeur),
      })),
    ],
    notes: [],
    renvoi: null,
  };
  const recu = contexteDe(cas, lignes.join('\n'));
  const contexte = {
    ...recu,
    etiquettesTerritoire: territoryLabels(recu, [lue]),
    etiquettesPublics: publicLabels(recu, [lue]),
  };
  assertAction(contexte, 'action:essai', lue, null);
  for (const texte of corps) assertDeploiements(contexte, texte, [texte]);
  return {
    faits: contexte.registre.assertions,
    alertes: contexte.registre.alertes.map((a) => a.citation),
  };
}

function contexteDe({ an, dep }: Cas, texte: string): Contexte {
  const document = 'sha256:essai';
  const preuve = { document, page: 1, debut: 10, fin: 14, citation: texte.slice(10, 14) };
  return {
    document,
    fichier: 'programme.txt',
    titre: `Programme ${an}`,
    pages: new Map([[1, texte]]),
    imprimees: new Map(),
    annee: Number(String(an).slice(0, 4)),
    anneePreuves: [preuve],
    departement: { id: `departement:${dep}`, code: dep, preuves: [preuve] },
    producteur: null,
    cleProgramme: 'essai',
    gazetteer: seedGazetteer(),
    vocabulaire: VOCABULAIRE,
    registre: new Registre(),
  };
}

/** The name of an entity; a commune of another département has its code: « Paris (75) ». */
export function nomDe(id: string, faits: readonly Assertion[], dep: string): string {
  const ref = seedGazetteer().referentiels;
  const commune = seedGazetteer().commune(id);
  if (commune !== undefined)
    return commune.departement === dep ? commune.nom : `${commune.nom} (${commune.departement})`;
  const listes = [
    ref.intercommunalites,
    ref.ailleurs?.intercommunalites ?? [],
    ref.quartiers,
    ref.departements,
  ];
  const connu = listes.flatMap((liste) => [...liste]).find((e) => e.id === id)?.nom;
  const dit = faits.find((a) => a.sujet === id && a.predicat === 'nom')?.valeur;
  return connu ?? (typeof dit === 'string' ? dit : id);
}

/** Expected against found: how many of each, and what is missing or too much. */
export class Mesure {
  attendus = 0;
  trouves = 0;
  justes = 0;
  readonly ecarts: string[] = [];

  compte(passage: string, attendus: readonly string[], trouves: readonly string[]): void {
    const manque = attendus.filter((a) => !trouves.includes(a));
    const trop = trouves.filter((t) => !attendus.includes(t));
    this.attendus += attendus.length;
    this.trouves += trouves.length;
    this.justes += attendus.length - manque.length;
    if (manque.length + trop.length === 0) return;
    this.ecarts.push(
      `« ${passage} » ${[...manque.map((m) => `- ${m}`), ...trop.map((t) => `+ ${t}`)].join(' ')}`,
    );
  }

  get precision(): number {
    return this.trouves === 0 ? 1 : this.justes / this.trouves;
  }

  get rappel(): number {
    return this.attendus === 0 ? 1 : this.justes / this.attendus;
  }
}
