/** The line of a decision that a person completes with their name, the day and why. */
export function lineOf(decision: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...decision, auteur: '…', date: 'AAAA-MM-JJ', commentaire: '…' });
}
