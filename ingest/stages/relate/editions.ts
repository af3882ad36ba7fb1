import type { Alerte } from '../../../src/domain/page.js';
import { fold } from '../../../src/french/fold.js';
import { compareEditions } from '../changements/changements.js';
import { sameThings } from '../changements/entites.js';
import type { DocumentVu } from './vues.js';
import { sameProducer } from './vues.js';

/** Share of their lines that two editions of one document have in common, at least. */
const COMMUN = 0.5;

/** Documents of one kind, producer and year that say nearly the same: one probably replaces the other. */
export function probableEditions(vues: readonly DocumentVu[]): Alerte[] {
  const triees = [...vues]
    .filter((v) => v.document.type === 'programme' || v.document.type === 'rapport')
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lignes = new Map(triees.map((v) => [v.document.id, linesOf(v)]));
  return triees.flatMap((vue, i) =>
    triees.slice(0, i).flatMap((autre) => {
      if (!comparable(vue, autre)) return [];
      const part = shared(lignes.get(vue.document.id), lignes.get(autre.document.id));
      return part < COMMUN ? [] : [alertEdition(vue, autre, part)];
    }),
  );
}

function key({ document }: DocumentVu): string {
  // « programme.pdf » comes before « programme-corrige.pdf »
  return `${document.fichier.replace(/\.[^.]+$/, '')} ${document.id}`;
}

function comparable(a: DocumentVu, b: DocumentVu): boolean {
  if (a.document.type !== b.document.type || a.document.annee !== b.document.annee) return false;
  return sameProducer(who(a), who(b)) !== false;
}

function who({ programme, rapport, document }: DocumentVu) {
  const producteur = programme?.producteur ?? rapport?.producteur ?? document.producteur;
  return programme === null ? { producteur } : { producteur, id: programme.id };
}

function linesOf({ pages }: DocumentVu): Set<string> {
  const lignes = pages.flatMap((p) => fold(p.texte).split('\n'));
  return new Set(
    lignes.map((l) => l.replace(/[^a-z0-9]+/g, ' ').trim()).filter((l) => l.length > 12),
  );
}

function shared(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const commun = [...a].filter((l) => b.has(l)).length;
  return a.size + b.size === 0 ? 0 : (2 * commun) / (a.size + b.size);
}

/** How many differences an alert quotes. */
const CITEES = 3;

/**
 * Both editions stay, each fact with its own passage: which one is right is not ours to say. What they do
 * not say alike is said here, and which actions are there twice because their id moved.
 */
function alertEdition(vue: DocumentVu, autre: DocumentVu, part: number): Alerte {
  const { document } = vue;
  const premiere = vue.pages.find((p) => p.texte.trim() !== '');
  return {
    code: 'edition-probable',
    gravite: 'attention',
    document: document.id,
    page: premiere?.numero ?? 1,
    citation: premiere?.texte.trim().split('\n')[0]?.trim() ?? '',
    message: `« ${document.fichier} » et « ${autre.document.fichier} » ont ${Math.round(part * 100)} % de leurs lignes en commun : ce sont sans doute deux éditions du même document. Leurs faits s’ajoutent sous les mêmes actions. ${differences(autre, vue)}${doubled(autre, vue)}`,
    remede: `Si l’un remplace l’autre, faites-le lire ainsi : maillage ingest --replace <ancien> <nouveau>.`,
  };
}

/** From the first file to the second, in the order of their names. */
function differences(avant: DocumentVu, apres: DocumentVu): string {
  const { changements } = compareEditions(avant.lot, apres.lot, (id) => id);
  if (changements.length === 0) return 'Ils disent la même chose.';
  const phrases = changements.slice(0, CITEES).map((c) => c.phrase);
  const reste = changements.length - phrases.length;
  const suite = reste === 0 ? '' : ` Et ${reste} autre${reste > 1 ? 's' : ''}.`;
  return `De « ${avant.document.fichier} » à « ${apres.document.fichier} » : ${phrases.join(' ')}${suite}`;
}

/** Actions that are one and have two ids, a number having moved: the base counts them twice. */
function doubled(avant: DocumentVu, apres: DocumentVu): string {
  const titres = new Map(apres.programme?.actions.map((a) => [a.id, a.titre]));
  const doubles = [...sameThings(avant.lot, apres.lot)]
    .filter(([ancien, nouveau]) => ancien !== nouveau && titres.has(nouveau))
    .map(([, nouveau]) => `« ${titres.get(nouveau)} »`);
  if (doubles.length === 0) return '';
  return ` ${doubles.length > 1 ? 'Comptées' : 'Comptée'} deux fois tant que les deux restent : ${doubles.join(', ')}.`;
}
