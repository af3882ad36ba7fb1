import type { Auteur, RoleAuteur } from '../../../src/domain/notice.js';
import { TYPES_BIBTEX } from '../../../src/domain/typesBibtex.js';
import { lireLatex } from '../../formats/bibtex/latex.js';
import { lireChampsSimples, morceler } from './communs/champs.js';
import { lireMarques } from './communs/marques.js';
import { estCollectif, lireNomNaturel, rejeterParticule } from './communs/noms.js';
import * as poser from './communs/poser.js';
import { sansBalises } from './communs/texte.js';
import type { LireNotice, Passage } from './notice.js';
import type { Champ, Valeur } from './unimarc/champs.js';
import { Releve } from './unimarc/releve.js';

/** Reads an entry of BibTeX or BibLaTeX: its values as LaTeX prints them, proved by what the file has. */
export const lireBibtex: LireNotice = (enregistrement) => {
  const { texte } = enregistrement;
  const bruts = lireChampsSimples(enregistrement);
  const chaines = new Map(
    bruts
      .filter((c) => c.etiquette.startsWith('@string '))
      .map((c): [string, Valeur | undefined] => [c.etiquette.slice(8).toLowerCase(), c.valeurs[0]]),
  );
  const releve = new Releve(bruts.map((c) => imprimer(c, texte, chaines)));
  const lire: Lecture = {
    releve,
    de: (...noms) => noms.flatMap((nom) => valeursDe(releve, nom)),
    brut: (v) => texte.slice(v.debut, v.fin),
  };
  const noms = ['author', 'editor', 'translator', 'contributor'].flatMap((nom) =>
    lire.de(nom).flatMap((v) => separerAnd(v, lire.brut(v))),
  );
  const marques = releve.champs.flatMap(({ etiquette, valeurs }) => {
    const m = /^maillage-(\w+)$/i.exec(etiquette);
    if (m === null) return [];
    return valeurs.flatMap((v) =>
      morceler(v, lire.brut(v), / \| /).map((valeur) => ({
        champ: m[1] ?? '',
        valeur: { ...valeur, texte: lireLatex(lire.brut(valeur)) },
      })),
    );
  });
  lireMarques(releve, marques, noms);
  lireTitres(lire);
  if (!releve.a('auteurs')) lireAuteurs(lire);
  lirePublication(lire);
  lireReste(lire);
  for (const {
    valeurs: [v],
  } of releve.champs.filter((c) => c.etiquette.startsWith('@string ')))
    if (v !== undefined) prouverChaine(releve, v);
  poser.remarquerSansTitre(releve);
  return releve.rendre(lire.de('@cle')[0]?.texte ?? null, texte);
};

interface Lecture {
  readonly releve: Releve;
  /** Values that are not empty: the first names first. */
  de(...noms: readonly string[]): Valeur[];
  brut(valeur: Valeur): string;
}

function valeursDe(releve: Releve, nom: string): Valeur[] {
  return releve.champs
    .filter((c) => c.etiquette.toLowerCase() === nom)
    .flatMap((c) => c.valeurs.filter((v) => v.texte !== ''));
}

const VERBATIM = /^(?:crossref\.)?(?:url|doi|file|eprint|@cle|@type)$/i;

function imprimer(
  champ: Champ,
  texte: string,
  chaines: ReadonlyMap<string, Valeur | undefined>,
): Champ {
  const verbatim = VERBATIM.test(champ.etiquette);
  return {
    ...champ,
    valeurs: champ.valeurs.map((v) => {
      const brut = texte.slice(v.debut, v.fin);
      if (v.code === 'expression') return { ...v, texte: evaluer(brut, texte, chaines) };
      return {
        ...v,
        texte: verbatim ? brut.replace(/\\([_%&#~{}])/g, '$1').trim() : lireLatex(brut),
      };
    }),
  };
}

/** `esprit # ", n~" # 3` */
function evaluer(
  brut: string,
  texte: string,
  chaines: ReadonlyMap<string, Valeur | undefined>,
): string {
  const parties = brut.match(/\{(?:[^{}]|\{[^{}]*\})*\}|"[^"]*"|[^\s#"{}]+/g) ?? [];
  const lues = parties.map((p) => {
    if (/^[{"]/.test(p)) return p.slice(1, -1);
    const definie = chaines.get(p.toLowerCase());
    return definie === undefined ? p : texte.slice(definie.debut, definie.fin);
  });
  return lireLatex(lues.join(''));
}

/** The definition of a string proves, with the field, what the field says. */
function prouverChaine(releve: Releve, v: Valeur): void {
  for (const champ of ['hote', 'editeur', 'lieu', 'collection', 'titre'] as const)
    if (releve.lire(champ) === v.texte) releve.prouver(champ, v);
}

function lireTitres({ releve, de }: Lecture): void {
  const [code] = de('@type');
  const type = TYPES_BIBTEX[code?.texte.toLowerCase() ?? ''];
  if (code !== undefined && type !== undefined) {
    releve.poser('type', type, code);
    releve.prouver('type', code);
  }
  const [titre] = de('title');
  const [suite] = de('subtitle');
  if (titre !== undefined && suite !== undefined) {
    releve.poser('titre', titre.texte, titre);
    releve.poser('complement', suite.texte, suite);
  } else if (titre !== undefined) poser.poserTitre(releve, titre, de('shorttitle')[0]);
  const parent = type === 'chapitre' || type === 'communication' || type === 'article';
  const [hote] = de(
    'journaltitle',
    'journal',
    'booktitle',
    'crossref.journaltitle',
    'crossref.booktitle',
    ...(parent ? ['crossref.title'] : []),
  );
  if (hote !== undefined) {
    const [sous] = de(
      'booksubtitle',
      'journalsubtitle',
      ...(hote.debut >= (de('crossref.title')[0]?.debut ?? Infinity) ? ['crossref.subtitle'] : []),
    );
    const entier = sous === undefined ? hote.texte : `${hote.texte} : ${sous.texte}`;
    releve.poser('hote', entier, hote, ...(sous === undefined ? [] : [sous]));
  }
  const [collection] = de('series', 'crossref.series');
  if (collection !== undefined) releve.poser('collection', collection.texte, collection);
}

const ROLES: readonly (readonly [string, RoleAuteur])[] = [
  ['author', 'auteur'],
  ['editor', 'éditeur scientifique'],
  ['crossref.editor', 'éditeur scientifique'],
  ['translator', 'traducteur'],
  ['director', 'réalisateur'],
  ['editora', 'collaborateur'],
  ['contributor', 'contributeur'],
  ['foreword', 'préfacier'],
  ['introduction', 'préfacier'],
  ['afterword', 'postfacier'],
];

function lireAuteurs({ releve, de, brut }: Lecture): void {
  for (const [champ, role] of ROLES) {
    if (champ.startsWith('crossref.') && de(champ.slice(9)).length > 0) continue;
    for (const v of de(champ))
      for (const nom of v.code === 'expression' ? [v] : separerAnd(v, brut(v)))
        poser.ajouterAuteur(
          releve,
          lireNomBibtex(nom.code === 'expression' ? nom.texte : brut(nom), role),
          nom,
        );
  }
}

/** Where the names of a list stand, parted by « and » outside braces; « others » is no name. */
function separerAnd(valeur: Valeur, brut: string): Valeur[] {
  const noms: Valeur[] = [];
  let [profondeur, debut] = [0, 0];
  const ajouter = (fin: number): void => {
    const morceau = brut.slice(debut, fin);
    const d = valeur.debut + debut + (morceau.length - morceau.trimStart().length);
    const propre = morceau.trim();
    if (propre !== '' && propre !== 'others')
      noms.push({ ...valeur, debut: d, fin: d + propre.length, texte: propre });
  };
  for (let i = 0; i < brut.length; i += 1) {
    if (brut[i] === '{') profondeur += 1;
    else if (brut[i] === '}') profondeur -= 1;
    else if (profondeur === 0 && /^\sand\s/i.test(brut.slice(i, i + 5))) {
      ajouter(i);
      debut = i + 5;
      i += 3;
    }
  }
  ajouter(brut.length);
  return noms;
}

/** « de La Fontaine, Jean », « Jean de La Fontaine », « {Ministère de la Ville} », « family=…, given=… ». */
function lireNomBibtex(brut: string, role: RoleAuteur): Auteur {
  if (/^\{(?:[^{}]|\{[^{}]*\})*\}$/.test(brut) && !/^\{\\/.test(brut))
    return { nom: lireLatex(brut), collectif: true, role };
  if (/^\s*(?:family|given|prefix|suffix)\s*=/.test(brut)) return { ...lireEtendu(brut), role };
  const texte = lireLatex(brut);
  const [nom = '', ...suite] = texte.split(/\s*,\s*/);
  const prenom = suite.at(-1) ?? '';
  if (suite.length === 0) return { ...lireNomNaturel(texte), role };
  if (prenom === '') return { nom, role };
  const entier = suite.length > 1 ? `${nom}, ${suite.slice(0, -1).join(', ')}` : nom;
  return estCollectif(nom) && /\s/.test(nom)
    ? { nom: texte, collectif: true, role }
    : { ...rejeterParticule(entier, prenom), role };
}

/** The extended format of BibLaTeX (manual, section 3.6). */
function lireEtendu(brut: string): Pick<Auteur, 'nom' | 'prenom'> {
  const parties = new Map(
    [...brut.matchAll(/(\w+)\s*=\s*(\{[^{}]*\}|"[^"]*"|[^,]*)/g)].map((m) => [
      m[1] ?? '',
      lireLatex((m[2] ?? '').replace(/^"|"$/g, '')),
    ]),
  );
  const nom = [parties.get('prefix'), parties.get('family')].filter(Boolean).join(' ');
  const prenom = parties.get('given') ?? '';
  return prenom === '' ? { nom } : rejeterParticule(nom, prenom);
}

function lirePublication({ releve, de }: Lecture): void {
  const [editeur] = de(
    'publisher',
    'institution',
    'school',
    'organization',
    'crossref.publisher',
    'crossref.institution',
    'crossref.organization',
  );
  const [lieu] = de('location', 'address', 'crossref.location', 'crossref.address');
  if (editeur !== undefined) releve.poser('editeur', editeur.texte, editeur);
  if (lieu !== undefined) releve.poser('lieu', lieu.texte, lieu);
  const [date, seconde] = de('date', 'year', 'crossref.date', 'crossref.year');
  if (date === undefined) return;
  const preuves: Passage[] = seconde?.texte === date.texte.slice(0, 4) ? [date, seconde] : [date];
  if (releve.a('date')) releve.prouver('date', ...preuves);
  // BibLaTeX parts the ends of a range by « / », and leaves one empty when it is open
  else poser.poserDate(releve, date.texte.replace(/^(\d{4})\/$/, '$1-'), ...preuves);
}

function lireReste({ releve, de, brut }: Lecture): void {
  const [volume] = de('volume');
  const [numero] = de('number', 'issue');
  const parties = [
    ...(volume === undefined
      ? []
      : [/^\d/.test(volume.texte) ? `vol. ${volume.texte}` : volume.texte]),
    ...(numero === undefined
      ? []
      : [/^\d/.test(numero.texte) ? `n° ${numero.texte}` : numero.texte]),
  ];
  const preuves = [volume, numero].filter((v) => v !== undefined);
  if (releve.a('numero')) releve.prouver('numero', ...preuves);
  else if (parties.length > 0) releve.poser('numero', parties.join(', '), ...preuves);
  const [pages] = de('pages', 'pagetotal');
  if (pages !== undefined) releve.poser('pagination', pages.texte.replace(/–/g, '-'), pages);
  for (const v of de('isbn', 'issn', 'crossref.isbn', 'crossref.issn'))
    for (const n of morceler(v, brut(v), /[;,]|\s+(?=97[89]|\d{4}-)/))
      poser.ajouterNumeros(releve, n);
  for (const v of de('doi')) poser.poserDoi(releve, v);
  const langues = de('language', 'langid', 'crossref.language', 'crossref.langid');
  for (const v of langues.slice(0, 1)) poser.ajouterLangues(releve, v);
  for (const v of de('abstract')) releve.poser('resume', sansBalises(v.texte), v);
  for (const v of de('url'))
    for (const u of morceler(v, brut(v), / \| /))
      poser.ajouterUrl(releve, { ...u, texte: u.texte.replace(/\\([_%&#~])/g, '$1') });
  const [cote] = de('library', 'callnumber', 'lccn');
  if (cote !== undefined) releve.poser('cote', cote.texte, cote);
  for (const v of de('keywords', 'keyword'))
    for (const mot of morceler(v, brut(v), /[;,\n]/)) {
      const texte = lireLatex(brut(mot));
      const connu =
        releve.contient('descripteurs', texte) || releve.contient('sujetsGeographiques', texte);
      if (!connu && texte !== '') releve.ajouter('motsCles', texte, mot);
    }
}
