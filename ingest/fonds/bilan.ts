import type { DocumentStocke } from '../../src/facts/types.js';
import type { FactsWriter } from '../../src/facts/writer.js';
import type { FichierLu } from '../report.js';
import type { PartCatalogue } from '../stages/catalogue/lots.js';

/** What the reading of a catalogue did, counted part by part. */
export interface Bilan {
  readonly ajoutes: number;
  readonly retires: number;
  readonly inchanges: number;
  readonly notices: number;
  readonly rompues: number;
  readonly alertes: number;
}

export const RIEN: Bilan = {
  ajoutes: 0,
  retires: 0,
  inchanges: 0,
  notices: 0,
  rompues: 0,
  alertes: 0,
};

/** The same with one part more, of which this was written. */
export function plusPart(
  bilan: Bilan,
  part: PartCatalogue,
  ecrit: Pick<Bilan, 'ajoutes' | 'retires' | 'inchanges'>,
): Bilan {
  return {
    ajoutes: bilan.ajoutes + ecrit.ajoutes,
    retires: bilan.retires + ecrit.retires,
    inchanges: bilan.inchanges + ecrit.inchanges + part.revues.length,
    notices: bilan.notices + part.lots.length + part.revues.length,
    rompues: bilan.rompues + part.rompus.length,
    alertes: bilan.alertes + part.lots.reduce((n, l) => n + l.alertes.length, 0),
  };
}

/** The line of the report for a catalogue that was read. */
export function readReport(
  document: Pick<DocumentStocke, 'id' | 'fichier' | 'titre' | 'pages'>,
  { ajoutes, retires, inchanges, alertes, notices, rompues }: Bilan,
  {
    nouveau,
    remplaces,
    colonnes,
  }: {
    readonly nouveau: boolean;
    readonly remplaces: readonly string[];
    readonly colonnes: readonly string[];
  },
): FichierLu {
  return {
    fichier: document.fichier,
    document: document.id,
    titre: document.titre,
    type: 'catalogue',
    pages: document.pages,
    etat: nouveau ? 'nouveau' : ajoutes + retires > 0 ? 'modifie' : 'inchange',
    faits: { ajoutes, retires, inchanges },
    alertes,
    catalogue: {
      notices,
      rompues,
      ecritures: ajoutes + retires,
      remplace: remplaces,
      ...(colonnes.length === 0 ? {} : { colonnes }),
    },
  };
}

/** The line of the report for a catalogue that is in the base as it is. */
export function unchangedReport(facts: FactsWriter, connu: DocumentStocke): FichierLu {
  const { fichier, id: document, titre, type, pages } = connu;
  const notices = facts.notices(document).length;
  return {
    fichier,
    document,
    titre,
    type,
    pages,
    etat: 'inchange',
    faits: { ajoutes: 0, retires: 0, inchanges: 0 },
    alertes: facts.alertes(document).length,
    catalogue: { notices, rompues: pages - notices, ecritures: 0, remplace: [] },
  };
}
