import type { Assertion, Preuve } from '../../src/domain/fait.js';
import type { Alerte, DocumentDecrit, Page, PageLue, TypeDocument } from '../../src/domain/page.js';
import type { Lot } from '../../src/facts/writer.js';
import type { Gazetteer } from '../../src/gazetteer/types.js';
import type { Profil } from '../sources/profil.js';
import type { Contexte } from './assert/contexte.js';
import { documentEntity, Registre } from './assert/contexte.js';
import { assertProgramme } from './assert/programme.js';
import type { Vocabulaire } from './assert/vocabulaire.js';
import { checkCoherence } from './coherence/coherence.js';
import { withConfidence } from './confiance.js';
import { identify } from './identify.js';
import { imageAlerts } from './pagesImages.js';
import type { RapportBrut } from './rapport/assertRapport.js';
import { assertRapport } from './rapport/assertRapport.js';
import type { RapportLu } from './rapport/lecture.js';
import { communeAssertions, intercommunaliteAilleurs } from './reference.js';
import type { Reparation } from './reparation/reparer.js';
import type { ProgrammeLu } from './structure.js';

/** A document read and segmented, ready for its facts. */
export interface DocumentLu {
  /** `sha256:…` */
  readonly id: string;
  readonly fichier: string;
  readonly format: string;
  readonly titreFichier: string | null;
  readonly type: TypeDocument;
  readonly profil: Profil;
  readonly pages: readonly PageLue[];
  readonly programme: ProgrammeLu | null;
  /** What an activity report tells; absent when it is none. */
  readonly rapport?: RapportLu | null;
  /** What was repaired in its text, for those who read it and for those who search it. */
  readonly reparations?: Pick<Reparation, 'alertes' | 'mots'>;
}

/** All that a document brings to the base: its pages, its facts, its alerts. Pure. */
export function buildLot(
  lu: DocumentLu,
  gazetteer: Gazetteer,
  vocabulaire: Vocabulaire,
  empreinte: string,
): Lot {
  const pages = lu.pages.map(storedPage);
  const textes = new Map(pages.map((p) => [p.numero, p.texte]));
  const registre = new Registre();
  const { annee, departement, titre, cle, producteur } = identify(lu, textes, gazetteer);
  const document = describe(lu, titre, annee?.annee ?? null);
  let brut: RapportBrut | null = null;
  if (annee !== null) {
    const contexte: Contexte = {
      document: lu.id,
      fichier: lu.fichier,
      titre,
      pages: textes,
      imprimees: new Map(
        pages.flatMap((p) => (p.imprimee === null ? [] : [[p.numero, p.imprimee] as const])),
      ),
      annee: annee.annee,
      anneePreuves: annee.preuves,
      departement,
      producteur,
      cleProgramme: cle,
      gazetteer,
      vocabulaire,
      registre,
    };
    if (lu.programme !== null) {
      assertProgramme(contexte, lu.programme);
      checkExpected(contexte, lu.profil, lu.programme);
      checkCoherence(contexte, lu.programme, lu.pages);
    } else if (lu.rapport) brut = assertRapport(contexte, lu.rapport, lu.profil.rapport);
  } else if (lu.programme !== null || lu.rapport) registre.alertes.push(unknownYear(lu));
  assertDocument(registre, document, annee?.preuves ?? []);
  registre.assertions.push(
    ...elsewhere([...registre.assertions, ...(brut?.assertions ?? [])], gazetteer),
  );
  return {
    lot: lu.id,
    empreinte,
    document,
    pages,
    assertions: withConfidence(registre.assertions, lu.id, pages),
    alertes: [...imageAlerts(lu.id, pages), ...damage(lu), ...registre.alertes],
    textes: new Map([...registre.textes, ...repairedWords(lu)]),
    ...(brut === null
      ? {}
      : {
          brut: JSON.stringify({
            ...brut,
            assertions: withConfidence(brut.assertions, lu.id, pages),
          }),
        }),
  };
}

function storedPage({ numero, imprimee, etat, raison, confiance, texte }: PageLue): Page {
  return {
    numero,
    imprimee,
    etat,
    ...(raison === undefined ? {} : { raison }),
    ...(confiance === undefined ? {} : { confiance }),
    texte,
  };
}

/** Words of repaired pages, by the id under which the index finds the page: its stored text lacks them. */
function repairedWords({ id, reparations }: DocumentLu): [string, string][] {
  return [...(reparations?.mots ?? [])].map(([page, mots]) => [`page:${id}#${page}`, mots]);
}

function damage({ id, reparations }: DocumentLu): Alerte[] {
  return (reparations?.alertes ?? []).map((alerte) => ({ ...alerte, document: id }));
}

function describe(lu: DocumentLu, titre: string, annee: number | null): DocumentDecrit {
  return {
    id: lu.id,
    fichier: lu.fichier,
    titre,
    type: lu.type,
    annee,
    pages: lu.pages.length,
    format: lu.format,
    source: lu.profil.source,
    producteur: lu.profil.producteur,
  };
}

function assertDocument(
  registre: Registre,
  document: DocumentDecrit,
  anneePreuves: readonly Preuve[],
): void {
  const id = documentEntity({ document: document.id });
  const depot: Preuve = {
    referentiel: 'fichiers reçus',
    millesime: document.id,
    cle: document.fichier,
  };
  registre.propriete(id, 'titre', document.titre, [depot], 'document@1', 'reference');
  registre.propriete(id, 'fichier', document.fichier, [depot], 'document@1', 'reference');
  registre.propriete(id, 'type', document.type, [depot], 'document@1', 'reference');
  registre.propriete(id, 'pages', document.pages, [depot], 'document@1', 'reference');
  registre.propriete(id, 'annee', document.annee, anneePreuves, 'annee@1');
}

/** Nothing of a programme without a year can be placed in time: its pages are kept, and somebody is told. */
function unknownYear(lu: DocumentLu): Alerte {
  return {
    code: 'annee-inconnue',
    gravite: 'erreur',
    document: lu.id,
    page: 1,
    citation: '',
    message: `« ${lu.fichier} » ne dit pas de quelle année il est : aucune action n’en est tirée, son texte reste cherchable.`,
    remede: 'Ajoutez l’année au titre du document, puis faites-le lire de nouveau.',
  };
}

/** A count outside what this producer's programmes usually hold says that the reading may have failed. */
function checkExpected(contexte: Contexte, profil: Profil, lu: ProgrammeLu): void {
  const comptes = {
    axes: lu.axes.length,
    actions: lu.axes.flatMap((a) => a.actions).filter((a) => a.renvoi === null).length,
  };
  for (const nom of ['axes', 'actions'] as const) {
    const [min, max] = profil.attendus[nom];
    const compte = comptes[nom];
    if (compte >= min && compte <= max) continue;
    contexte.registre.alertes.push({
      code: 'compte-inattendu',
      gravite: 'attention',
      document: contexte.document,
      page: 1,
      citation: '',
      message: `${compte} ${nom} lus, entre ${min} et ${max} attendus pour la source « ${profil.source} ».`,
      remede: 'Relisez le document avec « maillage explain » ; adaptez le profil de sa source.',
    });
  }
}

/**
 * Name and département of the communes and intercommunalités outside the régions of the seeds' own facts: those that the facts
 * name, and all those of a département that an action touches.
 */
function elsewhere(faits: readonly Assertion[], gazetteer: Gazetteer): Assertion[] {
  const { referentiels } = gazetteer;
  const connues = new Set(
    referentiels.appartenances.map((a) => gazetteer.commune(a.commune)?.departement),
  );
  const cibles = new Set(faits.flatMap((a) => a.objet ?? []));
  const annee = faits.find((a) => a.predicat === 'annee')?.valeur;
  const groupements = [...cibles]
    .filter((id) => id.startsWith('intercommunalite:'))
    .map((id) => intercommunaliteAilleurs(referentiels, id, Number(annee ?? 0)));
  for (const id of groupements.flatMap((g) => g.membres)) cibles.add(id);
  const touches = new Set(faits.flatMap((a) => (a.predicat === 'TOUCHE' ? (a.objet ?? []) : [])));
  const communes = referentiels.communes
    .filter((c) => !connues.has(c.departement))
    .filter((c) => cibles.has(c.id) || touches.has(`departement:${c.departement}`))
    .flatMap((commune) => communeAssertions(referentiels, commune));
  return [...groupements.flatMap((g) => g.assertions), ...communes];
}
