// Generated documents and queries of the measures of the search.

/** Deterministic numbers in [0, 1): the same corpus on every machine. */
function hasard(graine) {
  let etat = graine;
  return () => {
    etat = (Math.imul(etat, 1664525) + 1013904223) >>> 0;
    return etat / 2 ** 32;
  };
}

const rnd = hasard(2012);
const THEMES =
  'santé emploi logement éducation médiation prévention délinquance insertion jeunesse culture habitants quartier ville associations discriminations parentalité participation rénovation urbaine sociale développement économique réussite éducative accès droits territoire département coordinateurs ateliers groupe travail échanges cycle qualification journée rencontre professionnels acteurs collectivités'.split(
    ' ',
  );
const VIDES = 'de la le les des et à du en pour dans par un une sur au aux ce ces qui que'.split(
  ' ',
);
const SYLLABES =
  'ba ce di fo gu la me ni pro ru sé ti vo cha tion ment eur ité age ique able ance'.split(' ');
const RARES = Array.from({ length: 40_000 }, () => {
  const n = 2 + Math.floor(rnd() * 3);
  return Array.from({ length: n }, () => SYLLABES[Math.floor(rnd() * SYLLABES.length)]).join('');
});
const COMMUNES = Array.from({ length: 1300 }, (_, i) => `${RARES[i]}-sur-${RARES[i + 1300]}`);

function mot() {
  const r = rnd();
  if (r < 0.4) return VIDES[Math.floor(rnd() * VIDES.length)];
  if (r < 0.6) return THEMES[Math.floor(rnd() ** 2 * THEMES.length)];
  return RARES[Math.floor(rnd() ** 3 * RARES.length)];
}
const mots = (n) => Array.from({ length: n }, mot).join(' ');

/** `n` generated documents, the same on every machine. */
export function documents(n) {
  return Array.from({ length: n }, (_, i) => ({
    id: `notice:${i}`,
    type: ['Notice', 'Action', 'Page', 'Personne'][i % 4],
    titre: mots(7),
    alias: [],
    champs: mots(15),
    texte: mots(90),
    document: `sha256:${i % 500}`,
    page: i % 30,
    url: `/notices/${i}`,
    facettes: {
      annee: 1990 + (i % 30),
      axe: `Axe ${i % 13}`,
      commune: [COMMUNES[i % 1300], COMMUNES[(i * 7) % 1300]],
      theme: [THEMES[i % THEMES.length]],
    },
  }));
}

/** Queries by kind. */
export const REQUETES = {
  'un mot fréquent': THEMES.map((t) => t),
  'deux mots fréquents': THEMES.map((t, i) => `${t} ${THEMES[(i + 9) % THEMES.length]}`),
  'trois mots': THEMES.map((t, i) => `${t} ${THEMES[(i + 5) % THEMES.length]} ${RARES[i * 50]}`),
  'mot rare': RARES.slice(1000, 1060),
  commune: COMMUNES.slice(0, 60),
  'en cours de frappe': THEMES.filter((t) => t.length > 6).map((t) => t.slice(0, 5)),
  'faute de frappe': THEMES.filter((t) => t.length > 6).map(
    (t) => `${t.slice(0, 3)}x${t.slice(4)} `,
  ),
  'phrase entière': THEMES.map(
    (t, i) =>
      `Quelles actions portent sur ${t} et ${THEMES[(i + 3) % THEMES.length]} à ${COMMUNES[i]} ?`,
  ),
};
