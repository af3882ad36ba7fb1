// Builds seeds/gazetteers/mots-francais.txt from the unpacked package dictionary-fr (index.dic, index.aff).
// Origin and licence: seeds/gazetteers/SOURCES.md. The same package gives the same file, byte for byte.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTETE = [
  '# Formes fléchies du français, en minuscules, de 3 à 18 lettres ; sans les temps rares des verbes.',
  "# Tirées du dictionnaire orthographique français « classique » 7.5 d'Olivier R. et de ses contributeurs",
  '# (https://grammalecte.net/), paquet dictionary-fr 3.0.0. Ce fichier est soumis à la Mozilla Public License 2.0 ;',
  '# si une copie ne vous est pas parvenue avec lui : https://mozilla.org/MPL/2.0/.',
];
const MOT = /^[a-zàâäçéèêëîïôöùûüÿœæ]{3,18}$/;
/** Forms that a programme of work does not use: « vous », the past historic, the past subjunctive, « tu » and « nous » of the future. */
const RARE =
  /(?:ez|[âîû]n?mes|[âîû]tes|[âîû]t|èrent|irent|urent|inrent|ras|rons|rions|ass(?:es?|ent)|ssions|isses|uss(?:es?|ent)|inss(?:es?|ent))$/;
/** « abaissa », « abaissas »: the past historic of the verbs of the first group. */
const PASSE_PREMIER_GROUPE = /[^r]as?$/;

const dossier = process.argv[2];
if (dossier === undefined) {
  console.error('Usage : node scripts/build-words.js <dossier du paquet dictionary-fr>');
  process.exit(2);
}
const regles = readRules(readFileSync(join(dossier, 'index.aff'), 'utf8'));
const mots = new Set();
for (const ligne of readFileSync(join(dossier, 'index.dic'), 'utf8').split('\n').slice(1)) {
  const [mot = '', drapeaux = ''] = (ligne.split(/\s/)[0] ?? '').split('/');
  if (MOT.test(mot)) mots.add(mot);
  for (const forme of forms(mot, drapeaux)) if (MOT.test(forme)) mots.add(forme);
}
const sortie = join(
  dirname(fileURLToPath(import.meta.url)),
  '../seeds/gazetteers/mots-francais.txt',
);
writeFileSync(sortie, `${[...ENTETE, ...[...mots].sort()].join('\n')}\n`);
console.log(`${mots.size} formes`);

/** Suffix rules by flag: what leaves, what comes, what the word must end with, the flags of the result. */
function readRules(texte) {
  const parDrapeau = new Map();
  for (const ligne of texte.split('\n')) {
    const [, drapeau, retire, ajoute, fin] =
      /^SFX (\S+) (\S+) (\S+) (\S+)/.exec(ligne.replace(/\s+/g, ' ')) ?? [];
    if (fin === undefined) continue;
    const [ajout, suites = ''] = ajoute.split('/');
    const regle = {
      retire: retire === '0' ? '' : retire,
      ajout: ajout === '0' ? '' : ajout,
      fin: new RegExp(`${fin === '.' ? '' : fin}$`),
      suites,
    };
    parDrapeau.set(drapeau, [...(parDrapeau.get(drapeau) ?? []), regle]);
  }
  return parDrapeau;
}

function forms(mot, drapeaux) {
  return (drapeaux.match(/../gs) ?? []).flatMap((drapeau) =>
    (regles.get(drapeau) ?? [])
      .filter((r) => r.fin.test(mot))
      .flatMap(({ retire, ajout, suites }) => {
        const forme = mot.slice(0, mot.length - retire.length) + ajout;
        return [...(isRare(drapeau, forme) ? [] : [forme]), ...forms(forme, suites)];
      }),
  );
}

/** The flags of verbs begin with a small letter, those of the first group with a to d. */
function isRare(drapeau, forme) {
  if (!/^[a-z]/.test(drapeau)) return false;
  return RARE.test(forme) || (/^[a-d]/.test(drapeau) && PASSE_PREMIER_GROUPE.test(forme));
}
