/** A field of an entry: its value is a slice of the entry's text, its delimiters apart. */
export interface ChampSitue {
  readonly nom: string;
  readonly debut: number;
  readonly fin: number;
  /** True for what is to be worked out: `jan # "~2003"`, `esprit`. */
  readonly expression: boolean;
}

export interface EntreeSituee {
  /** As written: « Book ». */
  readonly type: { readonly debut: number; readonly fin: number };
  /** Absent in `@string`. */
  readonly cle: { readonly debut: number; readonly fin: number } | null;
  readonly champs: readonly ChampSitue[];
}

/** Why an entry cannot be read, in French. */
export class EntreeRompue extends Error {}

/** Where the type, the key and the values of an entry stand in its text. Throws an EntreeRompue. */
export function situerEntree(texte: string): EntreeSituee {
  const [tete = '', type = ''] = /^@\s*([A-Za-z]+)\s*[{(]\s*/.exec(texte) ?? [];
  const debutType = tete.indexOf(type, 1);
  const places = { type: { debut: debutType, fin: debutType + type.length } };
  if (/^string$/i.test(type))
    return { ...places, cle: null, champs: lireChamps(texte, tete.length) };
  const m = /^[^\s,{}="#]*(?=\s*(?:,|[)}]$))/.exec(texte.slice(tete.length));
  if (m === null) throw new EntreeRompue('l’entrée n’a pas de clé');
  const debut = tete.length;
  const fin = debut + m[0].length;
  return { ...places, cle: { debut, fin }, champs: lireChamps(texte, fin) };
}

function lireChamps(texte: string, depuis: number): ChampSitue[] {
  const champs: ChampSitue[] = [];
  const bout = texte.length - 1;
  let place = sauter(texte, depuis);
  while (place < bout) {
    const [, nom = '', entre = ''] =
      /^([^\s=,{}"#()]+)(\s*=\s*)/.exec(texte.slice(place, place + 300)) ?? [];
    if (nom === '')
      throw new EntreeRompue(
        `un champ est illisible : « ${texte.slice(place, place + 30).replace(/\s+/g, ' ')} »`,
      );
    const valeur = lireValeur(texte, place + nom.length + entre.length, nom);
    champs.push({ nom, ...valeur.champ });
    place = valeur.apres;
    const suite = sauterBlancs(texte, place);
    if (suite < bout && texte[suite] !== ',')
      throw new EntreeRompue(`une virgule manque après le champ « ${nom} »`);
    place = sauter(texte, place);
  }
  return champs;
}

/** A value: parts joined by `#`, each in braces, in quotes, or bare. */
function lireValeur(
  texte: string,
  depuis: number,
  nom: string,
): { champ: Omit<ChampSitue, 'nom'>; apres: number } {
  let place = depuis;
  let parties = 0;
  let nue = false;
  for (;;) {
    const fin = finDePartie(texte, place);
    if (fin === -1 || fin > texte.length - 1)
      throw new EntreeRompue(`la valeur du champ « ${nom} » n’est pas fermée`);
    if (fin === place) throw new EntreeRompue(`le champ « ${nom} » n’a pas de valeur`);
    nue ||= !/^[{"\d]/.test(texte.slice(place, fin));
    parties += 1;
    const suite = sauterBlancs(texte, fin);
    if (texte[suite] !== '#') {
      const simple = parties === 1 && /[{"]/.test(texte[depuis] ?? '');
      const champ = simple
        ? { debut: depuis + 1, fin: fin - 1, expression: false }
        : { debut: depuis, fin, expression: nue || parties > 1 };
      return { champ, apres: fin };
    }
    place = sauterBlancs(texte, suite + 1);
  }
}

function finDePartie(texte: string, debut: number): number {
  const c = texte[debut];
  if (c !== '{' && c !== '"')
    return debut + (/^[^\s,{}"#=]*/.exec(texte.slice(debut, debut + 200))?.[0].length ?? 0);
  let profondeur = 0;
  for (let i = debut; i < texte.length; i += 1) {
    const signe = texte[i];
    if (signe === '{') profondeur += 1;
    else if (signe === '}') profondeur -= 1;
    const ferme = c === '{' ? profondeur === 0 : signe === '"' && i > debut && profondeur === 0;
    if (ferme) return i + 1;
    if (profondeur < 0) return -1;
  }
  return -1;
}

function sauterBlancs(texte: string, depuis: number): number {
  let place = depuis;
  while (/\s/.test(texte[place] ?? '')) place += 1;
  return place;
}

function sauter(texte: string, depuis: number): number {
  let place = depuis;
  while (/[\s,]/.test(texte[place] ?? '')) place += 1;
  return place;
}
