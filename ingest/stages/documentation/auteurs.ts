import type { Fait } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import { nameKey } from '../ouvrages/auteurs.js';
import { titleWords, workKey } from '../ouvrages/titres.js';
import { keyOfOrganisme } from '../resolve/identite/organismes.js';
import type { Cadre } from '../resolve/identite/types.js';
import type { Lien, NoticeVue } from './liens.js';
import { factsOf } from './liens.js';
import type { ActionVue, PersonneVue } from './vues.js';

/** A title of fewer words is cited by chance: « La ville ». */
const MOTS_CITES = 3;

/** What tells an author and one who takes part apart, or makes them one. */
export interface CadreAuteurs {
  readonly cadre: Cadre;
  readonly actions: ReadonlyMap<string, ActionVue>;
  /** How many people bear a name, by its words. */
  readonly porteurs: ReadonlyMap<string, number>;
  /** True when a person has said that a record is by this one. */
  confirme(ouvrage: string, personne: string): boolean;
}

/** What is known of an author who bears the name of one who takes part. */
interface Identite {
  readonly sure: boolean;
  readonly regle: string;
  readonly score: number;
  /** The facts that say so. */
  readonly sources: readonly Fait[];
  /** The actions whose text cites the work. */
  readonly citantes: ReadonlySet<string>;
}

/**
 * The ties of a record with one who bears the name of an author of it, and with the actions where they take
 * part on the same subject. A name alone makes no tie: it is a proposal.
 */
export function tiesByAuthor(
  notice: NoticeVue,
  personne: PersonneVue,
  cadre: CadreAuteurs,
): Lien[] {
  const identite = identify(notice, personne, cadre);
  const { sure, regle, score } = identite;
  const communes = personne.interventions.flatMap((fait) => {
    const action = cadre.actions.get(fait.objet ?? '');
    return action === undefined ? [] : [{ fait, action, sujets: shared(notice, action) }];
  });
  const auteur = factsOf(notice, 'titre', 'auteurs');
  const [exemple] = communes.filter((c) => c.sujets.length > 0);
  const lien: Lien = {
    notice,
    objet: personne.id,
    nature: 'auteur',
    regle,
    score: exemple === undefined || sure ? score : score + 20,
    sur: sure,
    sources: [...auteur, personne.nom, ...identite.sources],
    quoi: 'une œuvre de l’intervenant',
    nom: String(personne.nom.valeur),
    motif:
      exemple === undefined
        ? 'seul le nom est le même'
        : `même nom, et même sujet que « ${String(exemple.action.titre.valeur)} »`,
  };
  if (!sure) return [lien];
  const oeuvres = communes.flatMap(({ fait, action, sujets }): Lien[] => {
    const citee = identite.citantes.has(action.id);
    if (!citee && sujets.length === 0) return [];
    return [
      {
        ...lien,
        objet: action.id,
        nature: 'oeuvre',
        regle: citee ? 'oeuvre-citee@1' : 'oeuvre-d-intervenant@1',
        score: citee ? 95 : Math.min(90, 75 + (5 * sujets.length) / 2),
        sources: [...lien.sources, fait, ...sujets],
        quoi: 'une œuvre d’un intervenant de l’action',
        nom: String(action.titre.valeur),
      },
    ];
  });
  return [...(cadre.confirme(notice.ouvrage, personne.id) ? [] : [lien]), ...oeuvres];
}

/** Same person: a person said so, the programme cites the work, or an organisation of theirs is that of the record. */
function identify(notice: NoticeVue, personne: PersonneVue, cadre: CadreAuteurs): Identite {
  const citant = citing(notice, personne, cadre.actions);
  const citantes = new Set(citant.map((f) => f.sujet));
  const rien = { sources: [], citantes };
  if (cadre.confirme(notice.ouvrage, personne.id))
    return { ...rien, sure: true, regle: 'auteur-confirme@1', score: 100 };
  const memeOrdre = notice.dite.auteurs.some(
    (a) => plain(`${a.prenom ?? ''} ${a.nom}`) === plain(String(personne.nom.valeur)),
  );
  if (memeOrdre && citant.length > 0)
    return { sure: true, regle: 'auteur-cite@1', score: 95, sources: citant, citantes };
  const seul = (cadre.porteurs.get(nameKey(String(personne.nom.valeur))) ?? 0) === 1;
  if (memeOrdre && seul && sharesBody(notice, personne, cadre.cadre))
    return { ...rien, sure: true, regle: 'auteur-et-organisme@1', score: 85 };
  return { ...rien, sure: false, regle: 'auteur-du-meme-nom@1', score: seul ? 40 : 30 };
}

function plain(nom: string): string {
  return fold(nom)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Fields of their actions that cite the title of the work. */
function citing(
  { dite }: NoticeVue,
  { interventions }: PersonneVue,
  actions: ReadonlyMap<string, ActionVue>,
): Fait[] {
  if (titleWords({ titre: dite.titre, complement: '' }).length < MOTS_CITES) return [];
  const titre = ` ${workKey(dite.titre)} `;
  return interventions.flatMap(({ objet }) =>
    (actions.get(objet ?? '')?.champs ?? []).filter((champ) =>
      champ.preuves.some((p) => estPreuveTexte(p) && ` ${workKey(p.citation)} `.includes(titre)),
    ),
  );
}

/** The publisher, or a body that is an author, is an organisation of the person. */
function sharesBody({ dite }: NoticeVue, { organismes }: PersonneVue, cadre: Cadre): boolean {
  const cle = (nom: string) => keyOfOrganisme(nom, cadre).cle;
  const siens = new Set(organismes.map(cle).filter((c) => c !== ''));
  const collectifs = dite.auteurs.flatMap((a) => (a.collectif === true ? [a.nom] : []));
  return [dite.editeur, ...collectifs].some((nom) => nom !== '' && siens.has(cle(nom)));
}

/** What the record and the action are both about: the facts of both. */
function shared({ faits }: NoticeVue, { sujets }: ActionVue): Lien['sources'] {
  return faits.flatMap((f) => {
    const autre = f.objet === undefined ? undefined : sujets.get(f.objet);
    return autre === undefined ? [] : [f, autre];
  });
}
