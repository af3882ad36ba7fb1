import { MaillageError } from '../../../src/domain/errors.js';

/** What a parser's exception means to a person, by its name; the first pattern that matches wins. */
const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [
    /password|encrypt/i,
    'le PDF est protégé par un mot de passe',
    'Enregistrez-en une copie sans protection, puis reprenez.',
  ],
  [
    /invalidpdf|invalid pdf|xref|trailer|structure|missing ?pdf|format ?error/i,
    'le PDF est tronqué ou abîmé',
    'Téléchargez-le ou exportez-le de nouveau, puis reprenez.',
  ],
];

/** Turns a parser's exception into a refusal that names cause and remedy; the original stays as `cause`. */
export function traduireErreurPdf(erreur: unknown): MaillageError {
  if (erreur instanceof MaillageError) return erreur;
  const texte = erreur instanceof Error ? `${erreur.name} ${erreur.message}` : String(erreur);
  const [, message, remede] = CAUSES.find(([motif]) => motif.test(texte)) ?? [
    null,
    'le PDF ne peut pas être lu',
    'Ouvrez-le dans un lecteur de PDF, exportez-le de nouveau, puis reprenez.',
  ];
  return new MaillageError('refus', message, remede, { cause: erreur });
}
