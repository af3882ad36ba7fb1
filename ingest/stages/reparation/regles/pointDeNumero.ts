import { parMotif, type Regle } from '../regle.js';

/** A number at the head of a line, a comma, and a word with a capital that is no street. */
const MOTIF =
  /^([ \t]*\d{1,2}),(?= (?!(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Aa]llée|[Cc]hemin|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Vv]illa|BP)(?!\p{L}))[«"“]?\s?\p{Lu})/gmu;

/** « 1, Réseau des ateliers »: the dot after the number of a heading, recognised as a comma. */
export const pointDeNumero: Regle = {
  nom: 'reparation-point-de-numero@1',
  quoi: 'un point mal reconnu après un numéro',
  exemples: [
    ['1, Réseau des ateliers santé ville', '1. Réseau des ateliers santé ville'],
    ['Actions\n12, La gestion de proximité', 'Actions\n12. La gestion de proximité'],
  ],
  surImage: true,
  trouver: (texte) => parMotif(texte, MOTIF, ([, numero = '']) => `${numero}.`),
};
