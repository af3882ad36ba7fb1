// Generated records of a holdings, the same on every machine: lengths, repetitions and errors as catalogues have them.

function hasard(graine) {
  let etat = graine;
  return () => {
    etat = (Math.imul(etat, 1664525) + 1013904223) >>> 0;
    return etat / 2 ** 32;
  };
}

const MOTS =
  'santé ville emploi logement éducation médiation prévention insertion jeunesse culture habitants quartier associations parentalité participation rénovation urbaine sociale développement réussite accès droits territoire politique évaluation enquête rapport bilan guide étude pratiques acteurs publics cœur l’école d’insertion élus État'.split(
    ' ',
  );
const NOMS = 'Bacqué Dubet Donzelot Lefèvre Ndiaye Le Clert Aubertin Morin Vasseur Hébert'.split(
  ' ',
);
const PRENOMS = 'Marie-Hélène François Jacques Anne Fatou Louis Claire Luc Jeanne Paul'.split(' ');
const EDITEURS = [
  'La Découverte',
  'Éd. de l’Aube',
  'L’Harmattan',
  'La Documentation française',
  'Seuil',
];

const tirer = (rnd, liste) => liste[Math.floor(rnd() * liste.length)];
const phrase = (rnd, n) => Array.from({ length: n }, () => tirer(rnd, MOTS)).join(' ');

function isbn(n) {
  const corps = `9782${String(n).padStart(8, '0')}`;
  const somme = [...corps].reduce((s, c, i) => s + Number(c) * (i % 2 === 0 ? 1 : 3), 0);
  return corps + ((10 - (somme % 10)) % 10);
}

/** Fields of the record of a rank: [tag, indicators, value]; « $ » opens a subfield. */
export function champs(rang) {
  const rnd = hasard(rang + 1);
  const annee = 1985 + Math.floor(rnd() * 40);
  const auteur = () =>
    `$a${tirer(rnd, NOMS)}$b${tirer(rnd, PRENOMS)}$4${tirer(rnd, ['070', '070', '340', '651', '080'])}`;
  const liste = [
    ['001', '', `N${String(rang).padStart(8, '0')}`],
    [
      '010',
      '  ',
      `$a${rnd() < 0.02 ? '978-2-07-036822-1' : isbn(rang)}$bbr.$d${10 + Math.floor(rnd() * 30)} EUR`,
    ],
    ['100', '  ', `$a${annee}0101d${annee}    k  y0frey${rnd() < 0.5 ? '50  ' : '0103'}    ba`],
    ['101', '0 ', '$afre'],
    ['102', '  ', '$aFR'],
    ['105', '  ', `$ay   ${tirer(rnd, ['z', 'p', 'm', ' '])}   000yy`],
    [
      '200',
      '1 ',
      `$a${phrase(rnd, 4 + Math.floor(rnd() * 6))}$e${phrase(rnd, 5)}$f${tirer(rnd, PRENOMS)} ${tirer(rnd, NOMS)}`,
    ],
    [
      '210',
      '  ',
      `$aParis$c${tirer(rnd, EDITEURS)}$d${tirer(rnd, ['', 'cop. ', 'DL ', 'impr. '])}${annee}`,
    ],
    ['215', '  ', `$a${50 + Math.floor(rnd() * 400)} p.$d24 cm`],
    ['225', '2 ', `$a${phrase(rnd, 2)}$v${Math.floor(rnd() * 200)}`],
  ];
  if (rnd() < 0.4) liste.push(['300', '  ', `$a${phrase(rnd, 12)}`]);
  if (rnd() < 0.5) liste.push(['330', '  ', `$a${phrase(rnd, 40 + Math.floor(rnd() * 80))}`]);
  for (let i = 0; i < 1 + rnd() * 4; i += 1)
    liste.push(['606', ' 1', `$3${Math.floor(rnd() * 1e8)}$a${phrase(rnd, 2)}$yFrance$2rameau`]);
  liste.push(['610', '0 ', `$a${phrase(rnd, 1)} ; ${phrase(rnd, 1)} ; ${phrase(rnd, 2)}`]);
  liste.push(['676', '  ', `$a${300 + Math.floor(rnd() * 90)}.${Math.floor(rnd() * 99)}`]);
  for (let i = 0; i < 1 + rnd() * 3; i += 1) liste.push([i === 0 ? '700' : '701', ' 1', auteur()]);
  if (rnd() < 0.2) liste.push(['710', '02', `$aFrance$bMinistère ${phrase(rnd, 2)}$4070`]);
  liste.push(['801', ' 0', '$aFR$bINTERNE']);
  if (rnd() < 0.3) liste.push(['856', '4 ', `$uhttps://exemple.fr/documents/${rang}.pdf`]);
  liste.push(['995', '  ', `$aCentre$f${String(rang).padStart(10, '0')}$kVIL ${rang % 997}$raa`]);
  return liste;
}

/** ISO 2709, in UTF-8. One record in a thousand announces a wrong length. */
export function enIso2709(rang) {
  const liste = champs(rang);
  const donnees = liste.map(([, ind, v]) =>
    Buffer.from(`${ind}${ind === '' ? v : v.replaceAll('$', '\u001f')}\u001e`),
  );
  let place = 0;
  const repertoire = liste.map(([etiquette], i) => {
    const entree = `${etiquette}${String(donnees[i].length).padStart(4, '0')}${String(place).padStart(5, '0')}`;
    place += donnees[i].length;
    return entree;
  });
  const base = 25 + 12 * liste.length;
  const longueur = rang % 1000 === 999 ? 123 : base + place + 1;
  const tete = `${String(longueur).padStart(5, '0')}nam  22${String(base).padStart(5, '0')}   450 ${repertoire.join('')}\u001e`;
  return Buffer.concat([Buffer.from(tete), ...donnees, Buffer.from([0x1d])]);
}

/** MarcXchange. One record in a thousand has a tag that is not closed. */
export function enXml(rang) {
  const lignes = champs(rang).map(([etiquette, ind, v]) => {
    if (ind === '') return `  <controlfield tag="${etiquette}">${v}</controlfield>\n`;
    const sous = v
      .split('$')
      .slice(1)
      .map((s) => `    <subfield code="${s[0]}">${s.slice(1)}</subfield>\n`);
    return `  <datafield tag="${etiquette}" ind1="${ind[0]}" ind2="${ind[1]}">\n${sous.join('')}  </datafield>\n`;
  });
  const corps = rang % 1000 === 999 ? lignes.join('').replace('</subfield>', '') : lignes.join('');
  return `<record>\n  <leader>     nam  22        450 </leader>\n${corps}</record>\n`;
}

/** How many records are made; a longer file has them again. */
const DISTINCTES = 5000;

/** Chunks of the records of a file of `n`, made once: to measure reading, not making. */
export function morceaux(n, ecrire) {
  const lots = [];
  for (let rang = 0; rang < Math.min(n, DISTINCTES); rang += 50)
    lots.push(Buffer.concat(Array.from({ length: 50 }, (_, i) => Buffer.from(ecrire(rang + i)))));
  return lots;
}

/** A file of `n` records (a multiple of 50) as a stream. */
export async function* fichier(n, lots, tete = '', queue = '') {
  yield Buffer.from(tete);
  for (let i = 0; i < n / 50; i += 1) yield lots[i % lots.length];
  yield Buffer.from(queue);
}
