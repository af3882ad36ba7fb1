import type { Gazetteer, Mention, OptionsMentions } from '../../../../src/gazetteer/types.js';

/** Names kept at once: a list repeats its own, and memory stays bounded however long it is. */
const NOMS_MAX = 20_000;

/** A gazetteer that looks a name up once: lists of pairs give the same names again and again. */
export function rememberNames(gazetteer: Gazetteer): Gazetteer {
  const connues = new Map<string, Mention[]>();
  const mentions = (texte: string, options: OptionsMentions): Mention[] => {
    const { annee, mode, types, departement } = options;
    const cle = JSON.stringify([texte, annee, mode, types, departement]);
    const connue = connues.get(cle);
    if (connue !== undefined) return connue;
    const trouvees = gazetteer.mentions(texte, options);
    if (connues.size >= NOMS_MAX) connues.clear();
    connues.set(cle, trouvees);
    return trouvees;
  };
  return {
    referentiels: gazetteer.referentiels,
    mentions,
    membres: (id, annee) => gazetteer.membres(id, annee),
    commune: (id) => gazetteer.commune(id),
    quartier: (nom, communes) => gazetteer.quartier(nom, communes),
  };
}
