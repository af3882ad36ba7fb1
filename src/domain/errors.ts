/**
 * Errors that a person reads: the message names the thing, `remede` says what to do.
 * Bad data is not an error but an `Alerte`; these are for what cannot go on.
 */
export class MaillageError extends Error {
  readonly remede: string;
  /** `usage` is the caller's mistake (exit 2, HTTP 4xx), `refus` is a thing refused or failed (exit 1). */
  readonly genre: 'usage' | 'refus' | 'introuvable' | 'indisponible';

  constructor(
    genre: MaillageError['genre'],
    message: string,
    remede: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'MaillageError';
    this.genre = genre;
    this.remede = remede;
  }
}
