import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import { Writable } from 'node:stream';

/** The terminal or the pipe that a command was started from. */
export type Console = { input: Readable & { isTTY?: boolean }; output: Writable };

/**
 * Asks for a secret: without echo at a terminal (twice, as it cannot be seen), or the first line of a pipe.
 * @returns null when the two entries differ
 */
export async function askSecret({ input, output }: Console, question: string, again: string) {
  if (!input.isTTY) return firstLine(input);
  const first = await askUnseen({ input, output }, question);
  const second = await askUnseen({ input, output }, again);
  return first === second ? first : null;
}

async function askUnseen({ input, output }: Console, question: string): Promise<string> {
  output.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    output.write('\n');
  }
}

async function firstLine(input: Readable): Promise<string> {
  const lines = createInterface({ input });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}
