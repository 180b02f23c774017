import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../server/setup/paths.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);

/** Every variable that the server reads. */
const known = names(read('server/kernel/config.ts'), /^ {2}([A-Z][A-Z_]+): /gm);
const compose = read('docker-compose.yml');

test('every configuration variable is explained to operators', () => {
  const explained = new Set(names(read('docs/operations.md'), /`([A-Z][A-Z_]+)`/g));
  expect(known.length).toBeGreaterThan(10);
  expect(known.filter((name) => !explained.has(name))).toEqual([]);
});

test('the composed network sets only variables that the server knows', () => {
  const server = compose.slice(compose.indexOf('\n  server:'), compose.indexOf('\n  postgres:'));
  const set = names(server, /^ {6}([A-Z][A-Z_]+): /gm);
  expect(set.length).toBeGreaterThan(3);
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
});

test('every secret of the composed network must be given and is named to operators', () => {
  const secrets = new Set(names(compose, /\$\{([A-Z_]+(?:PASSWORD|SECRET))/g));
  expect([...secrets].sort()).toEqual(['APP_PASSWORD', 'OWNER_PASSWORD', 'POSTGRES_PASSWORD', 'TURN_SECRET']);
  for (const name of secrets) {
    expect(compose).not.toMatch(new RegExp(`\\$\\{${name}(?!:\\?)`));
    expect(read('docs/operations.md')).toContain(name);
  }
});
