/** An error of the protocol: its code and what a person reads of it. */
export class ErreurOai extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Arguments = Readonly<Record<string, string>>;

interface Regle {
  readonly requis: readonly string[];
  readonly permis: readonly string[];
  /** The token stands alone. */
  readonly jeton: boolean;
}

const LISTE: Regle = {
  requis: ['metadataPrefix'],
  permis: 'from until set'.split(' '),
  jeton: true,
};

/** Arguments of each verb (OAI-PMH 2.0, section 4). */
const VERBES: ReadonlyMap<string, Regle> = new Map([
  ['Identify', { requis: [], permis: [], jeton: false }],
  ['ListMetadataFormats', { requis: [], permis: ['identifier'], jeton: false }],
  ['ListSets', { requis: [], permis: [], jeton: true }],
  ['GetRecord', { requis: ['identifier', 'metadataPrefix'], permis: [], jeton: false }],
  ['ListIdentifiers', LISTE],
  ['ListRecords', LISTE],
]);

/**
 * Reads a request: one verb, its arguments, none twice.
 * @throws ErreurOai `badVerb` or `badArgument`.
 */
export function lireDemande(parametres: URLSearchParams): { verbe: string; args: Arguments } {
  const verbes = parametres.getAll('verb');
  const [verbe = ''] = verbes;
  const regle = VERBES.get(verbe);
  if (regle === undefined || verbes.length !== 1)
    throw new ErreurOai('badVerb', 'Le verbe manque, est répété ou est inconnu.');
  const noms = [...parametres.keys()].filter((nom) => nom !== 'verb');
  const double = noms.find((nom, i) => noms.indexOf(nom) !== i);
  if (double !== undefined) throw argument(`L’argument « ${double} » est répété.`);
  const args = Object.fromEntries(noms.map((nom) => [nom, parametres.get(nom) ?? '']));
  if (regle.jeton && args.resumptionToken !== undefined) {
    if (noms.length > 1) throw argument('« resumptionToken » s’emploie seul.');
    return { verbe, args };
  }
  const inconnu = noms.find((nom) => ![...regle.requis, ...regle.permis].includes(nom));
  if (inconnu !== undefined) throw argument(`« ${verbe} » n’a pas d’argument « ${inconnu} ».`);
  const absent = regle.requis.find((nom) => (args[nom] ?? '') === '');
  if (absent !== undefined) throw argument(`Il manque l’argument « ${absent} ».`);
  return { verbe, args };
}

/** The bounds of a list, to the second: « 2026-03-17 » is the whole day. Throws an ErreurOai `badArgument`. */
export function lireBornes({ from, until }: Arguments): { depuis?: string; jusque?: string } {
  for (const date of [from, until])
    if (date !== undefined && !valide(date)) throw argument(`« ${date} » n’est pas une date.`);
  if (from !== undefined && until !== undefined && from.length !== until.length)
    throw argument('« from » et « until » n’ont pas la même précision.');
  const depuis = from?.length === 10 ? `${from}T00:00:00Z` : from;
  const jusque = until?.length === 10 ? `${until}T23:59:59Z` : until;
  if (depuis !== undefined && jusque !== undefined && depuis > jusque)
    throw argument('« from » est après « until ».');
  return {
    ...(depuis === undefined ? {} : { depuis }),
    ...(jusque === undefined ? {} : { jusque }),
  };
}

function valide(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(date)) return false;
  const lue = new Date(date);
  return !Number.isNaN(lue.getTime()) && lue.toISOString().startsWith(date.slice(0, 10));
}

export function argument(message: string): ErreurOai {
  return new ErreurOai('badArgument', message);
}
