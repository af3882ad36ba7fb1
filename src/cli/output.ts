import { once } from 'node:events';

/** Where a command writes: results on `out`, progress and errors on `err`. */
export interface Output {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** One line of results. */
export function line(output: Output, text = ''): void {
  output.out.write(`${text}\n`);
}

/** A result for a program: one indented JSON value. */
export function json(output: Output, value: unknown): void {
  output.out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes pieces in order, at the reader's pace: a large export never stands whole in memory. */
export async function writeAll(
  stream: NodeJS.WritableStream,
  pieces: Iterable<string>,
): Promise<void> {
  for (const piece of pieces) {
    if (!stream.write(piece)) await once(stream, 'drain');
  }
}

/** « 1 document », « 3 documents ». */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('fr-FR')} ${number < 2 ? singular : plural}`;
}
