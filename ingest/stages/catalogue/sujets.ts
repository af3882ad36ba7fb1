import type { Preuve } from '../../../src/domain/fait.js';
import type { ChampNotice } from '../../../src/domain/notice.js';
import type { TypeMention } from '../../../src/gazetteer/types.js';
import type { ContexteNotice } from './contexte.js';
import { preuve } from './contexte.js';

/** Fields that say what a work is about, those that a cataloguer chose first. */
const CHAMPS = [
  'titre',
  'complement',
  'descripteurs',
  'motsCles',
  'sujetsGeographiques',
  'resume',
] as const satisfies readonly ChampNotice[];

const TYPES: readonly TypeMention[] = ['commune', 'dispositif', 'organisme', 'theme'];
/** An intercommunalité is looked for only where the record has a date: each is of its years. */
const TYPES_DATES: readonly TypeMention[] = [...TYPES, 'intercommunalite'];
/** The year of the names where a record has none. */
const SANS_DATE = 2015;

/** DOCUMENTE and TRAITE_DE: what the title, the subjects and the abstract name, by the detection that reads programmes. */
export function assertSujets(contexte: ContexteNotice): void {
  const { date } = contexte.lue.notice;
  const annee = date?.debut ?? SANS_DATE;
  const types = date?.debut === undefined ? TYPES : TYPES_DATES;
  const trouves = new Map<string, { relation: 'DOCUMENTE' | 'TRAITE_DE'; preuves: Preuve[] }>();
  for (const champ of CHAMPS) {
    for (const passage of contexte.lue.preuves[champ] ?? []) {
      const texte = contexte.texte.slice(passage.debut, passage.fin);
      const options = { annee, mode: 'document', types } as const;
      for (const { type, debut, fin, candidats } of contexte.gazetteer.mentions(texte, options)) {
        const [seul, autre] = candidats;
        if (seul === undefined || autre !== undefined) continue;
        const relation = type === 'theme' ? 'TRAITE_DE' : 'DOCUMENTE';
        const la = { debut: passage.debut + debut, fin: passage.debut + fin };
        const connu = trouves.get(seul.id);
        if (connu === undefined)
          trouves.set(seul.id, { relation, preuves: [preuve(contexte, la)] });
        else connu.preuves.push(preuve(contexte, la));
      }
    }
  }
  for (const [id, { relation, preuves }] of trouves)
    contexte.registre.relation(relation, contexte.id, id, preuves, `notice-sujet@1`);
}
