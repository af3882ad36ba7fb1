import { sansBalises } from '../communs/texte.js';
import { nommerCollectivite, nommerPersonne } from './auteurs.js';
import type { Champ, Valeur } from './champs.js';
import { contenu, partie, valeur, valeurs } from './champs.js';
import type { Releve } from './releve.js';

/** 330, 600 to 607, 610: abstract, subjects with their subdivisions parted by « -- », free terms. */
export function lireSujets(releve: Releve, ecartes: ReadonlySet<Champ>): void {
  const resumes = releve.de('330').flatMap((c) => valeurs(c, 'a'));
  if (resumes.length > 0)
    releve.poser('resume', resumes.map((v) => sansBalises(v.texte)).join('\n'), ...resumes);
  for (const champ of releve.de('600', '601', '602', '604', '605', '606', '607')) {
    const tete = ecartes.has(champ) ? '' : teteDe(champ);
    if (tete === '') continue;
    const sujet = [tete, ...valeurs(champ, 'jxyz').map((v) => v.texte)].join(' -- ');
    releve.ajouter(
      champ.etiquette === '607' ? 'sujetsGeographiques' : 'descripteurs',
      sujet,
      contenu(champ),
    );
  }
  for (const v of releve.de('610').flatMap((c) => valeurs(c, 'a')))
    for (const terme of termes(v)) releve.ajouter('motsCles', sansBalises(terme.texte), terme);
}

/** The heading of a subject: a name and its dates, a work, a term. */
function teteDe(champ: Champ): string {
  const oeuvre = valeurs(champ, 't').map((v) => v.texte);
  const nom =
    champ.etiquette === '600'
      ? nommerPersonne(champ)
      : champ.etiquette === '601'
        ? nommerCollectivite(champ)
        : null;
  if (nom === null) return [...valeurs(champ, 'a').map((v) => v.texte), ...oeuvre].join('. ');
  const entier = nom.prenom === undefined ? nom.nom : `${nom.nom}, ${nom.prenom}`;
  return [nom.dates === undefined ? entier : `${entier} (${nom.dates})`, ...oeuvre].join('. ');
}

/** The free terms of a value: PMB writes them all in one, parted by semicolons. */
function termes(v: Valeur): Valeur[] {
  return [...v.texte.matchAll(/[^;]+/g)]
    .map(({ index, 0: terme }) => partie(v, index, index + terme.length))
    .filter((t) => t.texte !== '');
}

/** 930 and 995 (holdings), 996 (PMB), 852; else the class of 676 or 686. */
export function lireExemplaires(releve: Releve): void {
  const copies = releve.de('995', '930', '996', '852');
  const cotes = copies.map((c) =>
    valeur(c, c.etiquette === '930' ? 'a' : c.etiquette === '852' ? 'j' : 'k'),
  );
  const cote = [...cotes, ...releve.de('676', '686').map((c) => valeur(c, 'a'))].find(
    (v) => v !== undefined,
  );
  if (cote !== undefined) releve.poser('cote', cote.texte, cote);
  const codesBarres = new Set<string>();
  for (const champ of copies) {
    const code = valeur(champ, 'f')?.texte;
    // PMB tells a copy twice, in 995 and in 996, under one bar code
    if (code !== undefined && champ.etiquette !== '930' && codesBarres.has(code)) continue;
    if (code !== undefined) codesBarres.add(code);
    const ligne = ligneDe(champ);
    if (ligne !== '') releve.ajouter('exemplaires', ligne, contenu(champ));
  }
}

/** What the system tells of a copy, in its order; a value that another one holds is not said twice. */
function ligneDe(champ: Champ): string {
  const dits = [
    ...new Set(champ.valeurs.filter((v) => v.code !== '' && v.texte !== '').map((v) => v.texte)),
  ];
  return dits
    .filter(
      (d, i) =>
        !dits.some(
          (autre, j) => i !== j && autre.length > d.length && autre.split(' ; ').includes(d),
        ),
    )
    .join(' ; ');
}
