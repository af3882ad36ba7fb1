import type { Assertion, Preuve } from '../../../src/domain/fait.js';
import { estPreuveTexte } from '../../../src/domain/fait.js';
import type { Alerte } from '../../../src/domain/page.js';
import type { FaitNotice } from '../../../src/facts/ouvrages.js';
import { titlePassage } from '../ouvrages/alertes.js';
import { lineOf } from '../ouvrages/decision.js';
import type { Signalement } from '../ouvrages/signalement.js';

/** A record as it stands: what it says, and the facts that say it. */
export interface NoticeVue {
  /** The work that it stands for: its own id, or that of the record it is joined to. */
  readonly ouvrage: string;
  readonly dite: Signalement;
  readonly faits: readonly FaitNotice[];
}

/** A fact that a tie rests on, of a record or of a programme. */
export interface Appui extends Assertion {
  readonly id: string;
}

/** A tie between a record and what it documents, certain or not. */
export interface Lien {
  readonly notice: NoticeVue;
  readonly objet: string;
  readonly nature: 'publication' | 'oeuvre' | 'auteur';
  readonly regle: string;
  /** From 0 to 100. */
  readonly score: number;
  readonly sur: boolean;
  readonly sources: readonly Appui[];
  /** « la publication de l’action », for a person. */
  readonly quoi: string;
  /** Name of what it documents. */
  readonly nom: string;
  /** Why it is a doubt. */
  readonly motif: string;
}

/** The fact of a certain tie: deduced from what the record and the programme say, with both passages. */
export function factOf({ notice, objet, nature, score, regle, sources }: Lien): Assertion {
  const confiances = sources.flatMap((f) => f.confiance ?? []);
  return {
    sujet: notice.ouvrage,
    predicat: 'DOCUMENTE',
    objet,
    proprietes: { nature, score },
    statut: 'deduit',
    regle,
    sources: [...new Set(sources.map((f) => f.id))].sort(),
    preuves: sources.flatMap((f) => f.preuves.slice(0, 1)),
    ...(confiances.length === 0 ? {} : { confiance: Math.min(...confiances) }),
  };
}

/** The alert of a doubtful tie, with both passages and the two decisions that settle it. */
export function proposalOf(lien: Lien): Alerte {
  const { notice, objet, quoi, nom, regle, score, motif, sources } = lien;
  const fait = { sujet: notice.ouvrage, predicat: 'DOCUMENTE', objet };
  const autre = sources.flatMap((f) => f.preuves).find((p) => isElsewhere(p));
  const passage =
    autre === undefined || !estPreuveTexte(autre)
      ? ''
      : ` (page ${autre.page} : « ${autre.citation.replace(/\s+/g, ' ')} »)`;
  const alerte = {
    gravite: 'attention' as const,
    document: notice.dite.id,
    page: 0,
    citation: titlePassage(notice.faits)?.citation ?? '',
    message: `« ${notice.dite.titre} » (${notice.ouvrage}) est peut-être ${quoi} « ${nom} » (${objet})${passage} : ${motif} (${regle}, ${score} sur 100). Aucun lien n’en est tiré.`,
    remede: `Si c’est vrai : ${lineOf({ type: 'ajouter', fait })} ; sinon : ${lineOf({ type: 'rejeter', fait })}. Complétez la ligne, puis : maillage decide <fichier>.`,
  };
  return lien.nature === 'auteur'
    ? { code: 'auteur-a-confirmer', ...alerte }
    : { code: 'lien-a-confirmer', ...alerte };
}

function isElsewhere(preuve: Preuve): boolean {
  return estPreuveTexte(preuve) && !preuve.document.startsWith('notice:');
}

/** The facts of a record that give some of its fields. */
export function factsOf({ faits }: NoticeVue, ...predicats: readonly string[]): FaitNotice[] {
  return faits.filter((f) => f.objet === undefined && predicats.includes(f.predicat));
}
