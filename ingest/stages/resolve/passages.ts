import type { DecisionDe } from '../../../src/domain/decision.js';
import type { PreuveTexte } from '../../../src/domain/fait.js';
import type { FactsReader } from '../../../src/facts/reader.js';

/**
 * The passage that a person gives, where it stands in its page; undefined when none is given, null when it is
 * not there. In a catalogue it is proved under its record, wherever a newer export puts it: the page is that
 * of the file which the person saw.
 */
export function textProof(
  { preuve, fait }: DecisionDe<'ajouter'>,
  facts: FactsReader,
): PreuveTexte | null | undefined {
  if (preuve === undefined) return undefined;
  const { page, citation } = preuve;
  const [document, autre] = documentsNamed(preuve.document, facts);
  if (autre !== undefined) return null;
  if (document === undefined || document.type === 'catalogue') {
    const notice = document === undefined ? undefined : facts.noticeA(document.id, page);
    return recordProof(
      [...(notice === undefined ? [] : [notice]), preuve.document, fait.sujet],
      citation,
      facts,
    );
  }
  const debut = facts.page(document.id, page)?.texte.indexOf(citation) ?? -1;
  if (debut < 0) return null;
  return { document: document.id, page, debut, fin: debut + citation.length, citation };
}

/** A document by its file's name, its id, or the start of its hash. */
function documentsNamed(reference: string, facts: FactsReader) {
  const chiffres = reference.replace(/^sha256:/, '');
  return facts
    .documents()
    .filter(
      (d) =>
        d.fichier === reference || (chiffres.length >= 6 && d.id.startsWith(`sha256:${chiffres}`)),
    );
}

/** The first of some records whose text has the passage. */
function recordProof(
  ids: readonly string[],
  citation: string,
  facts: FactsReader,
): PreuveTexte | null {
  for (const id of ids.filter((nom) => nom.startsWith('notice:'))) {
    const lieu = facts.lieuNotice(id);
    const texte = lieu === undefined ? undefined : facts.page(lieu.document, lieu.numero)?.texte;
    const debut = texte?.indexOf(citation) ?? -1;
    if (debut >= 0) return { document: id, page: 0, debut, fin: debut + citation.length, citation };
  }
  return null;
}
