import type { Preuve } from '../../src/domain/fait.js';
import { slug } from '../../src/domain/ids.js';
import type { DocumentDecrit, Page, PageLue, TypeDocument } from '../../src/domain/page.js';
import type { Lot } from '../../src/facts/writer.js';
import type { Gazetteer } from '../../src/gazetteer/types.js';
import type { Profil } from '../sources/profil.js';
import type { Contexte } from './assert/contexte.js';
import { clean, proofs, Registre } from './assert/contexte.js';
import { assertProgramme } from './assert/programme.js';
import type { Vocabulaire } from './assert/vocabulaire.js';
import { communeAssertions } from './reference.js';
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
}

/** Years a programme may be of. */
const ANNEE = /(?<![0-9])(?:19[7-9]\d|20[0-4]\d)(?![0-9])/g;

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
  const annee = readYear(lu, textes);
  const titre = title(lu);
  const document = describe(lu, titre, annee?.annee ?? null);
  if (lu.programme !== null && annee !== null) {
    const base = {
      document: lu.id,
      fichier: lu.fichier,
      titre,
      pages: textes,
      imprimees: new Map(
        pages.flatMap((p) => (p.imprimee === null ? [] : [[p.numero, p.imprimee] as const])),
      ),
      annee: annee.annee,
      anneePreuves: annee.preuves,
      producteur:
        lu.profil.producteur === null ? null : { cle: lu.profil.source, nom: lu.profil.producteur },
      cleProgramme: programmeKey(lu, annee.annee),
      gazetteer,
      vocabulaire,
      registre,
    };
    const contexte: Contexte = {
      ...base,
      departement: homeDepartement(lu, textes, gazetteer, annee.annee),
    };
    assertProgramme(contexte, lu.programme);
    assertDocument(contexte, document);
    checkExpected(contexte, lu.profil, lu.programme);
  }
  for (const id of citedElsewhere(registre, gazetteer)) registre.assertions.push(...id);
  return {
    lot: lu.id,
    empreinte,
    document,
    pages,
    assertions: registre.assertions,
    alertes: registre.alertes,
    textes: registre.textes,
  };
}

function storedPage({ numero, imprimee, etat, raison, texte }: PageLue): Page {
  return raison === undefined
    ? { numero, imprimee, etat, texte }
    : { numero, imprimee, etat, raison, texte };
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

function title(lu: DocumentLu): string {
  const imprime = clean(lu.programme?.titre?.texte ?? '');
  const fichier = lu.fichier.replace(/\.[^.]+$/, '');
  return imprime || lu.titreFichier?.trim() || fichier;
}

function programmeKey(lu: DocumentLu, annee: number): string {
  const producteur =
    lu.profil.producteur === null
      ? lu.id.slice('sha256:'.length, 'sha256:'.length + 8)
      : lu.profil.source;
  return slug(`${producteur}-${annee}`);
}

/** The year the programme prints as its own, or else the one its text names most. */
function readYear(
  lu: DocumentLu,
  textes: ReadonlyMap<number, string>,
): { annee: number; preuves: Preuve[] } | null {
  const { annee, anneePreuve } = lu.programme ?? { annee: null, anneePreuve: null };
  if (annee !== null && anneePreuve !== null) {
    return { annee, preuves: proofs({ document: lu.id, pages: textes } as Contexte, anneePreuve) };
  }
  const vues = new Map<number, { nombre: number; preuve: Preuve }>();
  for (const [page, texte] of textes) {
    for (const trouve of texte.matchAll(ANNEE)) {
      const preuve = {
        document: lu.id,
        page,
        debut: trouve.index,
        fin: trouve.index + 4,
        citation: trouve[0],
      };
      const vue = vues.get(Number(trouve[0]));
      vues.set(Number(trouve[0]), {
        nombre: (vue?.nombre ?? 0) + 1,
        preuve: vue?.preuve ?? preuve,
      });
    }
  }
  const [premiere] = [...vues].sort((a, b) => b[1].nombre - a[1].nombre || a[0] - b[0]);
  return premiere === undefined ? null : { annee: premiere[0], preuves: [premiere[1].preuve] };
}

/** The département of the producer, or else the one the text names most; the proof is where it is first named. */
function homeDepartement(
  lu: DocumentLu,
  textes: ReadonlyMap<number, string>,
  gazetteer: Gazetteer,
  annee: number,
): Contexte['departement'] {
  const vus = new Map<string, { nombre: number; preuve: Preuve }>();
  for (const [page, texte] of textes) {
    for (const m of gazetteer.mentions(texte, {
      annee,
      mode: 'document',
      types: ['departement'],
    })) {
      const [candidat] = m.candidats;
      if (candidat === undefined || m.candidats.length > 1) continue;
      const preuve = { document: lu.id, page, debut: m.debut, fin: m.fin, citation: m.texte };
      const vu = vus.get(candidat.id);
      vus.set(candidat.id, { nombre: (vu?.nombre ?? 0) + 1, preuve: vu?.preuve ?? preuve });
    }
  }
  const propre =
    lu.profil.departement === null ? undefined : `departement:${lu.profil.departement}`;
  const id =
    propre ?? [...vus].sort((a, b) => b[1].nombre - a[1].nombre || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  if (id === undefined) return null;
  const nomme = vus.get(id);
  return {
    id,
    code: id.slice('departement:'.length),
    preuves: nomme === undefined ? [] : [nomme.preuve],
  };
}

function assertDocument(contexte: Contexte, document: DocumentDecrit): void {
  const id = `document:${document.id.slice('sha256:'.length)}`;
  const depot: Preuve = {
    referentiel: 'fichiers reçus',
    millesime: document.id,
    cle: document.fichier,
  };
  const { registre } = contexte;
  registre.propriete(id, 'titre', document.titre, [depot], 'document@1', 'reference');
  registre.propriete(id, 'fichier', document.fichier, [depot], 'document@1', 'reference');
  registre.propriete(id, 'type', document.type, [depot], 'document@1', 'reference');
  registre.propriete(id, 'pages', document.pages, [depot], 'document@1', 'reference');
  registre.propriete(id, 'annee', contexte.annee, contexte.anneePreuves, 'annee@1');
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

/** Name and département of the communes that the facts name and that the seeds' own facts leave out. */
function citedElsewhere(
  registre: Registre,
  gazetteer: Gazetteer,
): ReturnType<typeof communeAssertions>[] {
  const { referentiels } = gazetteer;
  const connues = new Set(
    referentiels.appartenances.map((a) => gazetteer.commune(a.commune)?.departement),
  );
  const ids = new Set(
    registre.assertions.flatMap((a) => (a.objet?.startsWith('commune:') ? [a.objet] : [])),
  );
  return [...ids].sort().flatMap((id) => {
    const commune = gazetteer.commune(id);
    return commune === undefined || connues.has(commune.departement)
      ? []
      : [communeAssertions(referentiels, commune)];
  });
}
