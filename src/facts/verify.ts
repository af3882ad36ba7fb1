import type { Fait } from '../domain/fait.js';
import { estPreuveTexte } from '../domain/fait.js';
import type { Label } from '../domain/schema.js';
import { LABELS } from '../domain/schema.js';
import type { FactsReader } from './reader.js';

export interface Verification {
  readonly faits: number;
  readonly citations: number;
  readonly entites: number;
  readonly relations: number;
  /** What is wrong, each in one French sentence; empty when all is right. */
  readonly fautes: readonly string[];
}

/**
 * Checks what the base promises: every quote is exactly its page's slice, every property and relation
 * shown has a proof, every deduction has its sources, every relation has both its ends.
 */
export function verifyFacts(facts: FactsReader): Verification {
  const fautes: string[] = [];
  const tous = facts.allFaits();
  const parId = new Map(tous.map((f) => [f.id, f]));
  const citations = verifyQuotes(facts, tous, fautes);
  const entites = (Object.keys(LABELS) as Label[]).flatMap((label) => facts.entites(label));
  for (const entite of entites) {
    const prouves = new Set(
      entite.faits.map((id) => parId.get(id)).flatMap((f) => (proven(f) ? [f?.predicat] : [])),
    );
    for (const nom of Object.keys(entite.proprietes)) {
      if (!prouves.has(nom))
        fautes.push(`La propriété « ${nom} » de ${entite.id} n’a aucune preuve.`);
    }
  }
  verifyDecisions(facts, tous, fautes);
  const ids = new Set(entites.map((e) => e.id));
  const relations = facts.relations({});
  for (const { id, de, vers, faits } of relations) {
    if (!faits.some((f) => proven(parId.get(f))))
      fautes.push(`La relation ${id} n’a aucune preuve.`);
    for (const bout of [de, vers]) {
      if (!ids.has(bout)) fautes.push(`La relation ${id} mène à ${bout}, que rien ne nomme.`);
    }
  }
  return {
    faits: tous.length,
    citations,
    entites: entites.length,
    relations: relations.length,
    fautes,
  };
}

/** Every fact that a decision adds rests on a decision of the ledger. */
function verifyDecisions(facts: FactsReader, tous: readonly Fait[], fautes: string[]): void {
  const registre = new Set(facts.decisions().map((d) => d.id));
  for (const { id, statut, preuves } of tous) {
    if (statut !== 'valide') continue;
    const signe = preuves.some((p) => !estPreuveTexte(p) && registre.has(p.cle));
    if (!signe)
      fautes.push(`Le fait ${id} est dit validé, et aucune décision du registre ne le porte.`);
  }
}

function proven(fait: Fait | undefined): boolean {
  return fait !== undefined && fait.preuves.length > 0;
}

function verifyQuotes(facts: FactsReader, tous: readonly Fait[], fautes: string[]): number {
  const textes = new Map<string, string | undefined>();
  const pageText = (document: string, page: number): string | undefined => {
    const cle = `${document}#${page}`;
    if (!textes.has(cle)) textes.set(cle, facts.page(document, page)?.texte);
    return textes.get(cle);
  };
  const ids = new Set(tous.map((f) => f.id));
  let citations = 0;
  for (const fait of tous) {
    for (const source of fait.sources ?? []) {
      if (!ids.has(source))
        fautes.push(`Le fait ${fait.id} repose sur ${source}, qui n’est plus dans la base.`);
    }
    for (const preuve of fait.preuves.filter(estPreuveTexte)) {
      citations += 1;
      const texte = pageText(preuve.document, preuve.page);
      if (texte?.slice(preuve.debut, preuve.fin) === preuve.citation && preuve.citation !== '')
        continue;
      fautes.push(
        `Le fait ${fait.id} cite « ${preuve.citation} », qui n’est pas à cet endroit de la page ${preuve.page}.`,
      );
    }
  }
  return citations;
}
