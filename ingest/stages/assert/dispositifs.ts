import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { fold } from '../../../src/french/fold.js';
import type { Mention } from '../../../src/gazetteer/types.js';
import type { ActionLue, ChampLu, NomChamp } from '../structure.js';
import type { Contexte } from './contexte.js';
import { proofs } from './contexte.js';
import type { Champ } from './releve.js';

const CHAMPS_OBJET: readonly NomChamp[] = ['publics', 'territoire'];

/**
 * MOBILISE: a dispositif named in the title, public or territory field is the action's object; one named
 * elsewhere is a mention. `exclusif` when the public is only its teams (« coordinateurs PRE ») and no
 * field names places: such an action is reserved to the communes that have it (DESIGN 7).
 */
export function assertDispositifs(
  contexte: Contexte,
  action: string,
  lue: ActionLue,
  champ: Champ,
): void {
  const publics = lue.champs.filter((c) => c.champs.includes('publics')).map((c) => c.valeur);
  const objets = collect(contexte, [
    lue.titre,
    ...lue.champs
      .filter((c) => c.champs.some((nom) => CHAMPS_OBJET.includes(nom)))
      .map((c) => c.valeur),
  ]);
  // « Maison de l'emploi – Roanne » where one meets says nothing of what the action is about
  const autres = lue.champs.filter(
    (c) => !c.champs.some((nom) => CHAMPS_OBJET.includes(nom)) && !isVenue(c),
  );
  const mentions = collect(contexte, [
    ...lue.corps,
    ...lue.notes.map((note) => note.texte),
    ...autres.map((c) => c.valeur),
  ]);
  const exclusifs =
    champ === 'nommes' ? new Set<string>() : exclusiveDispositifs(contexte, publics);
  for (const [id, preuves] of objets) {
    const proprietes = exclusifs.has(id) ? { role: 'objet', exclusif: true } : { role: 'objet' };
    contexte.registre.relation('MOBILISE', action, id, preuves, 'dispositif-objet@1', {
      proprietes,
    });
  }
  for (const [id, preuves] of mentions) {
    if (objets.has(id)) continue;
    contexte.registre.relation('MOBILISE', action, id, preuves, 'dispositif-mention@1', {
      proprietes: { role: 'mention' },
    });
  }
}

/** True for a field that only says where or when one meets. */
export function isVenue({ champs }: ChampLu): boolean {
  return champs.length > 0 && champs.every((nom) => nom === 'lieu' || nom === 'periode');
}

/** Certain mentions of dispositifs in a block. */
export function dispositifsIn(contexte: Contexte, bloc: Bloc): Mention[] {
  return contexte.gazetteer
    .mentions(bloc.texte, { annee: contexte.annee, mode: 'document', types: ['dispositif'] })
    .filter((m) => m.candidats.length === 1);
}

function collect(contexte: Contexte, blocs: readonly Bloc[]): Map<string, Preuve[]> {
  const trouves = new Map<string, Preuve[]>();
  for (const bloc of blocs) {
    for (const mention of dispositifsIn(contexte, bloc)) {
      const [candidat] = mention.candidats;
      if (candidat === undefined) continue;
      const preuves = proofs(contexte, bloc, mention.debut, mention.fin);
      trouves.set(candidat.id, [...(trouves.get(candidat.id) ?? []), ...preuves]);
    }
  }
  return trouves;
}

/** Dispositifs whose teams are the whole public; empty when anybody else is named. */
function exclusiveDispositifs(contexte: Contexte, publics: readonly Bloc[]): Set<string> {
  const ids = new Set<string>();
  for (const bloc of publics) {
    const parts = splitPublics(bloc.texte);
    const mentions = dispositifsIn(contexte, bloc);
    let attend = false;
    for (const part of parts) {
      const dedans = mentions.filter((m) => m.debut >= part.debut && m.fin <= part.fin);
      const equipe = contexte.vocabulaire.equipes.test(
        fold(bloc.texte.slice(part.debut, part.fin)),
      );
      if (dedans.length === 0 && !equipe) return new Set();
      if (dedans.length > 0 && !equipe && !attend && ids.size === 0) return new Set();
      attend = dedans.length === 0;
      for (const mention of dedans) for (const c of mention.candidats) ids.add(c.id);
    }
    // « coordinateurs PRE, chefs de projet » ends on a team of no dispositif: others are invited.
    if (attend) return new Set();
  }
  return ids;
}

function splitPublics(texte: string): { debut: number; fin: number }[] {
  const parts: { debut: number; fin: number }[] = [];
  let debut = 0;
  for (const coupe of texte.matchAll(/\s*[,;]\s*(?:et\s+)?|\s+et\s+/g)) {
    parts.push({ debut, fin: coupe.index });
    debut = coupe.index + coupe[0].length;
  }
  parts.push({ debut, fin: texte.length });
  return parts.filter((p) => texte.slice(p.debut, p.fin).trim() !== '');
}
