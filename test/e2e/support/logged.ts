import { expect } from 'vitest';
import type { Network } from './network.ts';

type Logged = Pick<Network, 'server' | 'tokens'>;

/** What the seed and the tests put into the network about people, in the words in which it could reach a log. */
export const secretsOf = async ({ server, tokens }: Logged, typed: readonly string[]): Promise<string[]> => {
  const patients = await server.database.sql<{ family: string; given: string; kvnr: string | null }>(
    'SELECT DISTINCT family_name AS family, given_name AS given, kvnr FROM patient',
  );
  const texts = await server.database.sql<{ text: string }>(
    `SELECT question AS text FROM consult_request
     UNION SELECT medication FROM consult_request WHERE medication <> ''
     UNION SELECT findings FROM report WHERE findings <> ''
     UNION SELECT assessment FROM report WHERE assessment <> ''
     UNION SELECT recommendation FROM report WHERE recommendation <> ''`,
  );
  const words = [
    ...patients.flatMap(({ family, given, kvnr }) => [family, given, kvnr]),
    ...texts.map(({ text }) => text),
    ...typed,
    ...tokens(),
  ];
  return [...new Set(words)].filter((word) => word !== null && word.length > 2) as string[];
};

/**
 * Nobody who reads the log of these consultations learns whom they were about, or gets in by it.
 * @param network its `tokens` are those of the sessions in the test's browsers
 */
export const expectSilentLog = async (network: Logged, typed: readonly string[]): Promise<void> => {
  const secrets = await secretsOf(network, typed);
  // The greeting names the people of the demonstration; patients are not among them.
  const lines = network.server.output().split('\n');
  const log = lines.filter((line) => line.startsWith('{') || /error|warn/i.test(line));
  expect(log.length).toBeGreaterThan(20);
  const said = lines.join('\n');
  expect(secrets.filter((secret) => wordIn(said, secret))).toEqual([]);
};

const wordIn = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu').test(
    text,
  );
