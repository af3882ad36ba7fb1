import { titleKey } from '../../../src/comparaison/titres.js';
import type { Bloc } from '../../../src/domain/bloc.js';
import type { PageLue } from '../../../src/domain/page.js';
import { alert } from '../assert/alertes.js';
import type { Contexte } from '../assert/contexte.js';
import { clean, proofs } from '../assert/contexte.js';
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
): void {
  const titres = titlesOf(contexte, lu);
  checkCrossReferences(contexte, lu, titres);
  checkContents(contexte, lu, titres, pages);
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

/** What the tables of contents announce: where it stands, and whether it stands anywhere. */
function checkContents(
  contexte: Contexte,
  { sommaire }: ProgrammeLu,
  titres: readonly Titre[],
  pages: readonly PageLue[],
): void {
  const texte = pages.map((p) => titleKey(p.texte)).join(' ');
  const cles = sommaire.map((e) => keyOf(e.titre));
  const ecarts: { titre: Titre; page: number; preuve: Bloc }[] = [];
  sommaire.forEach(({ titre, page }, i) => {
    const cle = cles[i] ?? '';
    if (cle.length < 4) return;
    const proches = namesakes(clean(titre.texte), cle, titres);
    const [premier] = proches.filter((t) => t.imprimee !== undefined);
    if (page !== null && premier !== undefined && !proches.some((t) => t.imprimee === page))
      ecarts.push({ titre: premier, page, preuve: titre });
    const annonces = cles.filter((c) => c.includes(cle)).length;
    // it stands in the tables of contents, and nowhere else
    if (proches.length === 0 && texte.split(cle).length - 1 <= annonces)
      absent(contexte, titre.texte, titre);
  });
  wrongPages(contexte, ecarts, sommaire.length);
}

function keyOf(titre: Bloc): string {
  return titleKey(titre.texte).replace(
    /^(?:(?:axe|action|partie|theme|fiche) )?(?:\d+|[ivx]+) /,
    '',
  );
}

function namesakes(titre: string, cle: string, titres: readonly Titre[]): readonly Titre[] {
  const meme = titres.filter((t) => {
    const autre = titleKey(t.texte);
    return autre === cle || autre.startsWith(cle) || cle.startsWith(autre);
  });
  return meme.length > 0 ? meme : titres.filter((t) => ressemblance(t.texte, titre) >= 0.7);
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
