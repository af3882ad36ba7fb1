import type { VNode } from 'preact';
import type { PageRoute } from '../../api/pages.js';
import type { Questions } from '../../questions/fiches/types.js';
import type { Couverture } from '../../questions/types.js';
import { address } from '../address.js';
import { BoiteRecherche } from '../components/recherche.js';
import { phraseLecture } from '../lecture.js';
import { listes, accueil as mots } from '../messages.js';
import { renderPage, type Site } from '../site.js';
import { nombre, typographier } from '../typographie.js';

/** How many entries are looked at to choose the examples. */
const REGARDES = 200;
/** How many dispositifs, from the most present one, are opened to find what links them. */
const CANDIDATS = 8;

export function pageAccueil(site: Site): PageRoute {
  const { questions, faits } = site.services;
  // Worked out once for each state of the base: they look through every action and every speaker.
  let vu: { readonly sequence: number; readonly apercu: Apercu } | undefined;
  return {
    url: '/',
    render: async () => {
      const sequence = faits.sequence();
      if (vu?.sequence !== sequence) vu = { sequence, apercu: await lireApercu(questions) };
      const contenu = <Accueil {...vu.apercu} />;
      return { html: renderPage(site, { titre: '', accueil: true }, contenu) };
    },
  };
}

/** What the home page tells of the base. */
interface Apercu {
  readonly couverture: Couverture;
  readonly exemples: readonly string[];
  /** Address, name and total of each list. */
  readonly chiffres: readonly (readonly [string, string, number])[];
}

async function lireApercu(questions: Questions): Promise<Apercu> {
  const un = { page: 1, taille: 1 };
  return {
    couverture: questions.couverture(),
    exemples: await choisirExemples(questions),
    chiffres: [
      ['/documents', listes.documents, questions.documents(un).total],
      ['/actions', listes.actions, (await questions.actions({}, un)).total],
      ['/dispositifs', listes.dispositifs, questions.dispositifs(un).total],
      ['/intervenants', listes.intervenants, questions.intervenants({}, un).total],
    ],
  };
}

function Accueil({ couverture, exemples, chiffres }: Apercu): VNode {
  return (
    <div class="accueil">
      <h1>{mots.titre}</h1>
      <p class="chapeau">{mots.aide}</p>
      <BoiteRecherche q="" grande />
      {exemples.length > 0 && (
        <section aria-labelledby="exemples">
          <h2 id="exemples">{mots.exemples}</h2>
          <ul class="exemples">
            {exemples.map((q) => (
              <li key={q}>
                <a href={address('/recherche', { q })}>{q}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="contenu-base">
        <h2 id="contenu-base">{mots.contenu}</h2>
        {couverture.documents.length === 0 ? (
          <p>{mots.vide}</p>
        ) : (
          <p>{typographier(phraseLecture(couverture))}</p>
        )}
        <Chiffres chiffres={chiffres} />
      </section>
    </div>
  );
}

function Chiffres({ chiffres }: Pick<Apercu, 'chiffres'>): VNode {
  return (
    <ul class="chiffres">
      {chiffres.map(([url, nom, n]) => (
        <li key={url}>
          <a href={url}>
            <strong>{nombre(n)}</strong>{' '}
            <span>{n > 1 ? nom.toLowerCase() : nom.toLowerCase().replace(/s$/, '')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Questions that this very base answers: about what most actions bring in. */
async function choisirExemples(questions: Questions): Promise<string[]> {
  const dispositifs = lesPlusPresents(questions.dispositifs({ taille: REGARDES }).resultats);
  const [premier] = dispositifs;
  const intervenants = questions.intervenants({}, { taille: REGARDES }).resultats;
  const qui = lesPlusPresents(intervenants).find((e) => e.type === 'Personne');
  const commune = premier === undefined ? null : await communeDe(questions, court(premier));
  const paire = paireLiee(questions, dispositifs);
  const deploye = dispositifs
    .slice(0, CANDIDATS)
    .find((d) => questions.dispositif(d.id).deploiement.length > 0);
  return [
    ...(commune === null ? [] : [mots.exempleActions(commune)]),
    ...(paire === null ? [] : [mots.exempleLiens(court(paire[0]), court(paire[1]))]),
    ...(deploye === undefined ? [] : [mots.exempleDeploiement(court(deploye))]),
    ...(qui === undefined ? [] : [qui.libelle]),
  ];
}

/** Two dispositifs that an action brings together, those with most actions about both first. */
function paireLiee(questions: Questions, dispositifs: Entrees): readonly [Entree, Entree] | null {
  const paires = dispositifs.slice(0, CANDIDATS).flatMap((a) =>
    questions
      .dispositif(a.id)
      .liens.filter((lie) => lie.actions > 0)
      .flatMap((lie) => {
        const b = dispositifs.find((d) => d.id === lie.id);
        return b === undefined ? [] : [{ a, b, force: [lie.actionsObjet, lie.actions] as const }];
      }),
  );
  const [forte] = paires.sort((x, y) => y.force[0] - x.force[0] || y.force[1] - x.force[1]);
  return forte === undefined ? null : [forte.a, forte.b];
}

/** The commune that most results about a dispositif bring in, null when none does. */
async function communeDe(questions: Questions, dispositif: string): Promise<string | null> {
  const { facettes } = await questions.rechercher(dispositif, { taille: 1 });
  const [premiere] = Object.entries(facettes.commune ?? {}).sort(([, m], [, n]) => n - m);
  return premiere?.[0] ?? null;
}

type Entrees = ReturnType<Questions['dispositifs']>['resultats'];
type Entree = Entrees[number];

function lesPlusPresents(entrees: Entrees): Entrees[number][] {
  return entrees
    .filter((e) => (e.actions ?? 0) > 0)
    .sort((x, y) => (y.actions ?? 0) - (x.actions ?? 0));
}

/** The sigle of a dispositif, which its list entry gives as detail, else its name. */
function court(entree: Entrees[number]): string {
  return entree.detail !== null && entree.detail.length <= 12 ? entree.detail : entree.libelle;
}
