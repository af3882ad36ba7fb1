import type { Bloc } from '../../../src/domain/bloc.js';
import type { Preuve } from '../../../src/domain/fait.js';
import { localId, slug } from '../../../src/domain/ids.js';
import type { Contexte } from './contexte.js';
import { clean, proofs } from './contexte.js';

/** « Les quartiers concernés : Joliot-Curie à Argenteuil ; … »: a list of quarters, each with its commune. */
const LISTE = /\bquartiers?\b[^:;.]{0,60}:/i;

/** « Dame Blanche nord et Muette à » before the name of a commune. */
const AVANT_COMMUNE = /(?:^|[;:])\s*([^;:]+?)\s+(?:à|de|d[’']|\()\s*$/;

/** « le quartier des Carreaux à » in running text. */
const EN_TEXTE =
  /\bquartiers?\s+(?:(?:de la|de l[’']|des|du|de|d[’'])\s*)?(\p{Lu}[^,;:.()]{1,60}?)\s+(?:à|de|d[’'])\s*$/u;

const ARTICLE = /^(?:les?|la|l[’'])\s*/i;

type Touches = Map<string, { origine: 'champ' | 'texte'; preuves: Preuve[] }>;

/**
 * Quarters named with their commune, in a list or in running text. A quarter of a commune that the
 * action touches is touched too; it is matched with the official list, and kept under its printed name otherwise.
 */
export function assertQuartiers(
  contexte: Contexte,
  action: string,
  bloc: Bloc,
  touches: Touches,
): void {
  if (!/quartier/i.test(bloc.texte)) return;
  const liste = LISTE.exec(bloc.texte);
  const communes = contexte.gazetteer.mentions(bloc.texte, {
    annee: contexte.annee,
    mode: 'document',
    types: ['commune'],
    ...(contexte.departement === null ? {} : { departement: contexte.departement.code }),
  });
  for (const mention of communes) {
    const [commune, autre] = mention.candidats;
    if (commune === undefined || autre !== undefined || !touches.has(commune.id)) continue;
    const debutListe = liste === null ? -1 : liste.index + liste[0].length;
    const enListe = liste !== null && mention.debut >= debutListe;
    const depart = enListe ? debutListe - 1 : Math.max(0, mention.debut - 100);
    const avant = (enListe ? AVANT_COMMUNE : EN_TEXTE).exec(
      bloc.texte.slice(depart, mention.debut),
    );
    if (avant?.[1] === undefined) continue;
    const debut = depart + avant.index + avant[0].indexOf(avant[1]);
    for (const nom of avant[1].split(/\s*,\s*|\s+et\s+/)) {
      const position = bloc.texte.indexOf(nom, debut);
      const preuves = proofs(contexte, bloc, position, position + nom.length);
      const situe = proofs(contexte, bloc, position, mention.fin);
      writeQuartier(contexte, { action, commune: commune.id, nom: clean(nom), preuves, situe });
    }
  }
}

function writeQuartier(
  contexte: Contexte,
  q: {
    action: string;
    commune: string;
    nom: string;
    preuves: readonly Preuve[];
    situe: readonly Preuve[];
  },
): void {
  const nom = q.nom.replace(ARTICLE, (article) => (article.length === q.nom.length ? article : ''));
  if (nom === '') return;
  const connu = contexte.gazetteer.quartier(nom, [q.commune]);
  const id = connu?.id ?? `quartier:${localId(q.commune)}-${slug(nom)}`;
  const { registre } = contexte;
  if (connu === undefined) {
    registre.propriete(id, 'nom', q.nom, q.preuves, 'quartier@1');
    registre.propriete(id, 'nature', 'quartier nommé', q.preuves, 'quartier@1');
  }
  registre.relation('SITUE_DANS', id, q.commune, q.situe, 'quartier@1');
  registre.relation('TOUCHE', q.action, id, q.situe, 'quartier@1', {
    proprietes: { origine: 'texte' },
  });
}
