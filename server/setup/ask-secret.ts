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
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  // Switches the terminal's own echo off, from before the first prompt until after the last answer.
  const lines = createInterface({ input, output: unseen, terminal: true });
  const ask = async (prompt: string) => {
    output.write(prompt);
    const answer = await lines.question('');
    output.write('\n');
    return answer;
  };
  try {
    const first = await ask(question);
    return first === (await ask(again)) ? first : null;
  } finally {
    lines.close();
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
