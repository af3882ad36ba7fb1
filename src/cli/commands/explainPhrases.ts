import type { Fait } from '../../domain/fait.js';
import type { EtatPage } from '../../domain/page.js';
import type { TypeRelation } from '../../domain/schema.js';
import { labelDe } from '../../domain/schema.js';
import type { FactsReader } from '../../facts/reader.js';

/** What a relation says, with the names of its ends. */
const RELATIONS: Readonly<
  Record<TypeRelation, (de: string, vers: string, p: Readonly<Record<string, unknown>>) => string>
> = {
  COMPREND: (de, vers) => `${de} comprend ${vers}`,
  TOUCHE: (de, vers, p) =>
    `${de} touche ${vers}${p.origine === 'champ' ? ' (champ du territoire)' : ''}`,
  CITE: (de, vers) => `${de} cite ${vers}`,
  MOBILISE: (de, vers, p) =>
    p.role === 'objet'
      ? `${de} a pour objet le dispositif ${vers}`
      : `${de} mentionne le dispositif ${vers}`,
  INTERVIENT_DANS: (de, vers, p) =>
    `${de} intervient dans ${vers}${parenthese(p.role, p.fonction)}`,
  MEMBRE_DE: (de, vers, p) => `${de} est membre de ${vers}${parenthese(p.fonction, p.annee)}`,
  SITUE_DANS: (de, vers) => `${de} se trouve dans ${vers}`,
  DEPLOYE_A: (de, vers, p) => `${de} est déployé à ${vers}${parenthese(p.annee)}`,
  SUCCEDE_A: (de, vers) => `${de} succède à ${vers}`,
  RELEVE_DE: (de, vers) => `${de} relève de ${vers}`,
  S_ADRESSE_A: (de, vers) => `${de} s’adresse à ${vers}`,
  TRAITE_DE: (de, vers) => `${de} traite de ${vers}`,
  SUITE_DE: (de, vers, p) => `${de} fait suite à ${vers}${parenthese(p.nature)}`,
  ISSUE_DE: (de, vers) => `${de} est issue de ${vers}`,
  DOCUMENTE: (de, vers) => `${de} documente ${vers}`,
};

/** Names of properties that are not clear as they stand. */
const PROPRIETES: Readonly<Record<string, string>> = {
  annee: 'année',
  numero: 'numéro',
  periode: 'période',
  periodeDebut: 'début de la période',
  periodeFin: 'fin de la période',
  periodePrecision: 'précision de la période',
  seances: 'séances',
  seancesMin: 'nombre de séances, au moins',
  seancesMax: 'nombre de séances, au plus',
  seancesUnite: 'unité des séances',
  seancesApprox: 'nombre de séances approché',
  periodeRealisee: 'période réalisée',
  datesRealisees: 'dates réalisées',
  seancesRealisees: 'séances tenues',
  participantsMoyenne: 'participants en moyenne',
  participantsApprox: 'nombre de participants approché',
  reporteeA: 'reportée à',
};

const TYPES: Readonly<Partial<Record<ReturnType<typeof labelDe>, string>>> = {
  Action: 'l’action',
  Axe: 'l’axe',
  Programme: 'le programme',
  Document: 'le document',
  Publication: 'la publication',
  Service: 'le service',
  Quartier: 'le quartier',
  Public: 'le public',
  Theme: 'le thème',
};

/** A fact as a sentence in French: « l’action « … » touche Sarcelles (champ du territoire) ». */
export function constat(faits: FactsReader, fait: Fait): string {
  const de = nom(faits, fait.sujet);
  if (fait.objet === undefined) {
    const propriete = PROPRIETES[fait.predicat] ?? fait.predicat;
    return `${de} : ${propriete} = ${valeur(fait)}`;
  }
  const phrase = RELATIONS[fait.predicat as TypeRelation];
  const vers = nom(faits, fait.objet);
  return phrase === undefined
    ? `${de} — ${fait.predicat} → ${vers}`
    : contracter(phrase(de, vers, fait.proprietes ?? {}));
}

/** « traite de le thème » is said « traite du thème »; only before our own words, never inside a name. */
function contracter(phrase: string): string {
  const noms = Object.values(TYPES).flatMap((t) => (t.startsWith('le ') ? [t.slice(3)] : []));
  const motif = new RegExp(` (de|à) le (?=(?:${noms.join('|')}) «)`, 'g');
  return phrase.replace(motif, (_, mot: string) => (mot === 'de' ? ' du ' : ' au '));
}

function valeur({ valeur: v }: Fait): string {
  if (typeof v === 'boolean') return v ? 'oui' : 'non';
  return Array.isArray(v) ? v.join(', ') : String(v);
}

function nom(faits: FactsReader, id: string): string {
  const libelle = faits.entite(id)?.libelle;
  const type = TYPES[labelDe(id)];
  if (libelle === undefined) return id;
  return type === undefined ? libelle : `${type} « ${libelle} »`;
}

function parenthese(...parts: readonly unknown[]): string {
  const dites = parts.filter((p) => p !== undefined && p !== '').join(', ');
  return dites === '' ? '' : ` (${dites})`;
}

/** The rule of a fact and what it is worth: « touche-champ@2, confiance 91 % ». */
export function nomDeRegle({ regle, statut, confiance }: Fait): string {
  const sure = confiance === undefined ? '' : `, confiance ${Math.round(confiance)} %`;
  return `${regle}${statut === 'deduit' ? ', déduit' : statut === 'valide' ? ', décidé' : ''}${sure}`;
}

const ETATS: Readonly<Record<EtatPage, string>> = {
  lu: 'lue',
  vide: 'vide',
  ocr: 'lue par reconnaissance de caractères',
  illisible: 'illisible',
};

/** « Page 5 (imprimée 4) : lue par reconnaissance de caractères, confiance 91 % ». */
export function etatDePage(page: {
  readonly numero: number;
  readonly imprimee: number | null;
  readonly etat: EtatPage;
  readonly raison?: string;
  readonly confiance?: number;
}): string {
  const imprimee =
    page.imprimee === null || page.imprimee === page.numero ? '' : ` (imprimée ${page.imprimee})`;
  const sure = page.confiance === undefined ? '' : `, confiance ${Math.round(page.confiance)} %`;
  const raison = page.raison === undefined ? '' : ` : ${page.raison}`;
  return `Page ${page.numero}${imprimee} : ${ETATS[page.etat]}${sure}${raison}`;
}
