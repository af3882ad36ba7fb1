import { titleKey } from '../../../src/comparaison/titres.js';
import type { Bloc } from '../../../src/domain/bloc.js';
import type { PageLue } from '../../../src/domain/page.js';
import type { Vocabulaire } from '../../sources/vocabulaire.js';
import { alert } from '../assert/alertes.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, proofs } from '../assert/contexte.js';
import { aplatir } from '../segmentation/lignes.js';
import { trouverSommaire } from '../segmentation/sommaire.js';
import { ressemblance } from '../segmentation/titres.js';
import type { ProgrammeLu } from '../structure.js';

/** How much two titles share to be one, on either side of a cross reference. */
const MEME_TITRE = 0.4;

interface Titre {
  readonly texte: string;
  readonly bloc: Bloc;
  /** Page of the file, and the number printed on it. */
  readonly page: number;
  readonly imprimee: number | undefined;
}

/** Cross references and a table of contents against where things really stand. */
export function checkReferences(
  contexte: Contexte,
  lu: ProgrammeLu,
  pages: readonly PageLue[],
  vocabulaire: Vocabulaire,
): void {
  const titres = titlesOf(contexte, lu);
  checkCrossReferences(contexte, lu, titres);
  checkContents(contexte, titres, pages, vocabulaire);
}

function titlesOf(contexte: Contexte, lu: ProgrammeLu): Titre[] {
  const blocs = lu.axes.flatMap((axe) => [
    axe.titre,
    ...axe.actions.filter((a) => a.renvoi === null).map((a) => a.titre),
    ...axe.services.map((s) => s.titre),
  ]);
  return blocs.flatMap((bloc) => {
    const page = bloc.carte[0]?.page;
    if (page === undefined) return [];
    return [{ texte: clean(bloc.texte), bloc, page, imprimee: contexte.imprimees.get(page) }];
  });
}

/** « Voir page 12 »: the action of that title stands there, or elsewhere. */
function checkCrossReferences(contexte: Contexte, lu: ProgrammeLu, titres: readonly Titre[]): void {
  for (const { renvoi, intitule } of lu.axes.flatMap((axe) => axe.actions)) {
    if (renvoi === null) continue;
    const titre = clean(intitule.texte);
    const trouves = titres.filter(
      (t) =>
        ressemblance(t.texte, titre) >= MEME_TITRE || titleKey(t.texte).includes(titleKey(titre)),
    );
    const ou = trouves.filter((t) => t.imprimee !== undefined);
    if (ou.length === 0 || ou.some((t) => t.imprimee === renvoi.page)) continue;
    const [premier] = ou;
    alert(contexte, proofs(contexte, renvoi.texte), {
      code: 'renvoi-discordant',
      message: `« ${titre} » renvoie à la page ${renvoi.page} ; « ${premier?.texte} » est page ${premier?.imprimee}.`,
      remede: 'Le renvoi est gardé tel quel ; il ne crée aucun lien.',
    });
  }
}

function checkContents(
  contexte: Contexte,
  titres: readonly Titre[],
  pages: readonly PageLue[],
  vocabulaire: Vocabulaire,
): void {
  const lignes = aplatir(pages);
  const sommaire = trouverSommaire(lignes, vocabulaire);
  if (sommaire.entrees.length === 0) return;
  const siennes = [...sommaire.lignes];
  const tables = new Set(siennes.map((l) => l.page));
  const corps = pages
    .filter((p) => !tables.has(p.numero))
    .map((p) => titleKey(p.texte))
    .join(' ');
  const ecarts: { titre: Titre; page: number; preuve: Bloc }[] = [];
  for (const { titre, page } of sommaire.entrees) {
    const cle = titleKey(titre).replace(
      /^(?:(?:axe|action|partie|theme|fiche) )?(?:\d+|[ivx]+) /,
      '',
    );
    const ligne = siennes.find(
      (l) =>
        titre.endsWith(l.texte.slice(0, 12)) ||
        (cle.length > 3 && titleKey(l.texte).includes(cle.slice(-25))),
    );
    if (ligne === undefined || cle.length < 4) continue;
    const preuve = lineBloc(ligne);
    const meme = titres.filter(
      (t) =>
        titleKey(t.texte) === cle ||
        titleKey(t.texte).startsWith(cle) ||
        cle.startsWith(titleKey(t.texte)),
    );
    const proches =
      meme.length > 0 ? meme : titres.filter((t) => ressemblance(t.texte, titre) >= 0.7);
    const [premier] = proches.filter((t) => t.imprimee !== undefined);
    if (premier !== undefined && !proches.some((t) => t.imprimee === page))
      ecarts.push({ titre: premier, page, preuve });
    else if (proches.length === 0 && !corps.includes(cle)) absent(contexte, titre, preuve);
  }
  wrongPages(contexte, ecarts, sommaire.entrees.length);
}

function lineBloc({ page, debut, texte }: { page: number; debut: number; texte: string }): Bloc {
  return { texte, carte: [{ debut: 0, longueur: texte.length, page, source: debut }] };
}

function absent(contexte: Contexte, titre: string, preuve: Bloc): void {
  alert(contexte, proofs(contexte, preuve), {
    code: 'sommaire-sans-corps',
    message: `« ${clean(titre)} » est au sommaire, et nulle part dans le document.`,
    remede: 'Vérifiez que le fichier est entier ; l’entrée du sommaire ne crée aucune action.',
  });
}

/** A table whose pages are all shifted is one remark, not one an entry. */
function wrongPages(
  contexte: Contexte,
  ecarts: readonly { readonly titre: Titre; readonly page: number; readonly preuve: Bloc }[],
  entrees: number,
): void {
  const tous = ecarts.length * 2 > entrees && ecarts.length >= 3;
  for (const { titre, page, preuve } of tous ? ecarts.slice(0, 1) : ecarts) {
    const autres = tous
      ? ` ${ecarts.length} des ${entrees} entrées du sommaire sont dans ce cas.`
      : '';
    alert(contexte, proofs(contexte, preuve), {
      code: 'sommaire-page-discordante',
      message: `Le sommaire donne la page ${page} à « ${titre.texte} », qui est page ${titre.imprimee}.${autres}`,
      remede: 'Le numéro de page imprimé fait foi.',
    });
  }
}
