import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const text = readFileSync(join(root, 'docs/decisions/dependencies.md'), 'utf8');
const decided = new Set(
  [...text.matchAll(/`((?:@[a-z0-9-]+\/)?[a-z0-9.*-]+)`(?=[^:]*:)/g)].map(([, name]) => name),
);

it('gives a reason for every direct dependency', () => {
  const direct = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(direct.filter((name) => !decided.has(name))).toEqual([]);
});

it('links only to files that are there', () => {
  const documents = globSync(['README.md', 'docs/**/*.md'], { cwd: root });
  const broken = documents.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => join(dirname(file), target ?? ''))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${file} → ${target}`),
  );
  expect(broken).toEqual([]);
});
