import type { Assertion } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { FactsWriter, Lot } from '../../../src/facts/writer.js';
import { nameKey } from '../ouvrages/auteurs.js';
import { keyOf } from '../ouvrages/cles.js';
import { readRecords } from '../ouvrages/paires.js';
import type { Arbitrage } from '../resolve/arbitrage.js';
import { keyOfContent } from '../resolve/contenus.js';
import type { Cadre } from '../resolve/identite/types.js';
import type { CadreAuteurs } from './auteurs.js';
import { tiesByAuthor } from './auteurs.js';
import type { Lien, NoticeVue } from './liens.js';
import { factOf, proposalOf } from './liens.js';
import { announcedTitles, tiesByTitle } from './titres.js';
import type { PersonneVue, ProgrammesVus } from './vues.js';
import { readProgrammes } from './vues.js';

/** The lot of what ties records to programmes. */
const DOCUMENTATION = 'documentation';
/** A title that more records bear is a form: « Compte rendu ». */
const NOTICES_PAR_TITRE = 40;
/** Works of one author that are looked at. */
const NOTICES_PAR_AUTEUR = 500;

/** The score of those of whom nothing but the name agrees. */
const NOM_SEUL = 40;
/** Records that an alert names beside the first. */
const CITEES = 5;

/** What ties records to programmes, and the decisions that settled a proposal. */
export interface Documentation {
  readonly lot: Omit<Lot, 'empreinte'>;
  readonly tranchees: ReadonlySet<string>;
}

/**
 * DOCUMENTE from records to the actions and publications that they are of, and to those of their authors who
 * take part in one. Only what is certain becomes a fact; the rest is an alert, until a decision settles it.
 */
export function documentActions(
  facts: FactsWriter,
  arbitrage: Arbitrage,
  cadre: Cadre,
): Documentation {
  const vus = readProgrammes(facts);
  const cadreAuteurs: CadreAuteurs = {
    cadre,
    actions: vus.actions,
    porteurs: countNames(vus.personnes),
    confirme: confirmedIn(arbitrage),
  };
  const liens = [...titleTies(facts, vus), ...authorTies(facts, vus, cadreAuteurs)];
  const assertions: Assertion[] = [];
  const alertes: Alerte[] = [];
  const tranchees = new Set<string>();
  const homonymes: Lien[] = [];
  const ajoutes = new Set(arbitrage.ajouts.map((d) => keyOfContent(d.fait, arbitrage.courante)));
  const surs = new Set(liens.filter((l) => l.sur).map(contentOf));
  for (const lien of liens) {
    const cle = contentOf(lien);
    if (lien.sur) {
      assertions.push(factOf(lien));
      continue;
    }
    const refus = arbitrage.rejets.get(cle) ?? [];
    for (const { id } of refus) tranchees.add(id);
    if (refus.length > 0 || ajoutes.has(cle) || surs.has(cle)) continue;
    if (lien.nature === 'auteur' && lien.score <= NOM_SEUL) homonymes.push(lien);
    else alertes.push(proposalOf(lien));
  }
  alertes.push(...namesakes(homonymes));
  return {
    lot: { lot: DOCUMENTATION, assertions, alertes: alertes.sort(compareAlerts) },
    tranchees,
  };
}

/** Records of one who bears the name of a person and nothing more: one alert a person, however many there are. */
function namesakes(liens: readonly Lien[]): Alerte[] {
  const parPersonne = new Map<string, Lien[]>();
  for (const lien of liens)
    parPersonne.set(lien.objet, [...(parPersonne.get(lien.objet) ?? []), lien]);
  return [...parPersonne.values()].flatMap((siens) => {
    const [premier, ...autres] = [...siens].sort((a, b) =>
      a.notice.ouvrage < b.notice.ouvrage ? -1 : 1,
    );
    if (premier === undefined) return [];
    const alerte = proposalOf(premier);
    const ids = [...new Set(autres.map((l) => l.notice.ouvrage))];
    if (ids.length === 0) return [alerte];
    const cites = ids.slice(0, CITEES).join(', ');
    const suite = ids.length > CITEES ? `, et ${ids.length - CITEES} autres` : '';
    return [{ ...alerte, message: `${alerte.message} De même pour ${cites}${suite}.` }];
  });
}

function contentOf({ notice, objet }: Lien): string {
  return keyOfContent({ sujet: notice.ouvrage, predicat: 'DOCUMENTE', objet }, (id) => id);
}

function confirmedIn({ ajouts, courante }: Arbitrage): CadreAuteurs['confirme'] {
  const dits = new Set(
    ajouts.flatMap(({ fait }) =>
      fait.predicat === 'DOCUMENTE' && fait.objet !== undefined
        ? [`${courante(fait.sujet)} ${courante(fait.objet)}`]
        : [],
    ),
  );
  return (ouvrage, personne) => dits.has(`${ouvrage} ${personne}`);
}

function countNames(personnes: readonly PersonneVue[]): Map<string, number> {
  const porteurs = new Map<string, number>();
  for (const { nom } of personnes) {
    const cle = nameKey(String(nom.valeur));
    porteurs.set(cle, (porteurs.get(cle) ?? 0) + 1);
  }
  return porteurs;
}

function titleTies(facts: FactsWriter, vus: ProgrammesVus): Lien[] {
  const annonces = announcedTitles(vus);
  const parCle = new Map([...annonces].map(([titre, siennes]) => [keyOf('titre', titre), siennes]));
  const trouvees = facts.noticesParCle([...parCle.keys()], NOTICES_PAR_TITRE + 1);
  const parNotice = new Map<string, Set<NonNullable<ReturnType<typeof annonces.get>>[number]>>();
  for (const [cle, ids] of trouvees) {
    if (ids.length > NOTICES_PAR_TITRE) continue;
    for (const id of ids) {
      const siennes = parNotice.get(id) ?? new Set();
      parNotice.set(id, siennes);
      for (const annonce of parCle.get(cle) ?? []) siennes.add(annonce);
    }
  }
  const vues = readNotices(facts, [...parNotice.keys()]);
  return [...parNotice].flatMap(([id, siennes]) => {
    const notice = vues.get(id);
    return notice === undefined ? [] : tiesByTitle(notice, [...siennes]);
  });
}

/** Works of one who takes part, read a few people at a time: an author may have hundreds. */
function authorTies(facts: FactsWriter, { personnes }: ProgrammesVus, cadre: CadreAuteurs): Lien[] {
  return personnes.flatMap((personne) => {
    const nom = nameKey(String(personne.nom.valeur));
    if (!nom.includes(' ')) return [];
    const cle = keyOf('auteur', nom);
    const ids = facts.noticesParCle([cle], NOTICES_PAR_AUTEUR).get(cle) ?? [];
    if (ids.length === 0) return [];
    return [...readNotices(facts, ids).values()].flatMap((n) => tiesByAuthor(n, personne, cadre));
  });
}

/** What a tie rests on, of all that a record says. */
const APPUIS = ['titre', 'annee', 'auteurs', 'TRAITE_DE', 'DOCUMENTE'];

function readNotices(facts: FactsWriter, ids: readonly string[]): Map<string, NoticeVue> {
  const dites = readRecords(facts, ids);
  return new Map(
    [...facts.faitsDesNotices([...ids].sort(), APPUIS)].flatMap(([id, faits]) => {
      const dite = dites.get(id);
      return dite === undefined
        ? []
        : [[id, { ouvrage: faits[0]?.sujet ?? id, dite, faits }] as const];
    }),
  );
}

function compareAlerts(a: Alerte, b: Alerte): number {
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
