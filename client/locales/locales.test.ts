import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { mergeTexts, type Texts } from './merge-texts.ts';

const client = join(import.meta.dirname, '..');

function files(language: string): Record<string, Texts> {
  const names = globSync(join(client, 'locales', language, '*.json')).sort();
  return Object.fromEntries(
    names.map((name) => [name.slice(name.lastIndexOf('/') + 1), JSON.parse(readFileSync(name, 'utf8'))]),
  );
}

function flat(texts: Texts, before = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : [...flat(value, `${before}${key}.`)],
  );
  return new Map(entries);
}

const placeholders = (text: string) => [...text.matchAll(/{{-?\s*([\w.]+)/g)].map((found) => found[1]).sort();

const german = flat(mergeTexts(files('de')));
const english = flat(mergeTexts(files('en')));
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keys = new Set([...german.keys()].map(base));

test('German and English hold the same files, keys and placeholders', () => {
  expect(Object.keys(files('en'))).toEqual(Object.keys(files('de')));
  expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  const differing = [...german].filter(
    ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
  );
  expect(differing).toEqual([]);
});

test('no text is empty, and the same error code says the same in every file', () => {
  for (const language of ['de', 'en']) {
    const said = new Map<string, string>();
    for (const [name, texts] of Object.entries(files(language))) {
      const errors = name === 'errors.json' ? texts : texts.errors;
      for (const [code, text] of flat(typeof errors === 'object' ? errors : {})) {
        expect(`${code}: ${text}`).toBe(`${code}: ${said.get(code) ?? text}`);
        said.set(code, text);
      }
    }
  }
  expect([...german, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
});

type Node = { type: string; [field: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see);
  }
}

/** The text of a string, or of a template with `*` for what is put in; null for anything else. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { raw: string } }[]).map((part) => part.value.raw).join('*');
}

const fits = (pattern: string) => {
  const expression = new RegExp(
    `^${pattern.replace(/[.+?^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '[\\w.]+')}$`,
  );
  return [...keys].some((key) => expression.test(key));
};

const spoken = new Set([
  'aria-label',
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'aria-description',
  'hint',
]);
const letters = /\p{L}{2}/u;
const found = { keys: [] as string[], literals: [] as string[] };

function look(file: string): void {
  const here = file.slice(client.length + 1);
  const program: unknown = parseSync(file, readFileSync(file, 'utf8')).program;
  if (!isNode(program)) throw new Error(`${here} is not to be read`);
  visit(program, (node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') lookAtChildren(node, here);
    if (node.type === 'JSXAttribute' && isNode(node.name) && spoken.has(String(node.name.name))) {
      lookAtText(textOf(node.value), here);
    }
    if (node.type === 'CallExpression') lookAtCall(node, here);
  });
}

function lookAtChildren(node: Node, here: string): void {
  for (const child of node.children as Node[]) {
    if (child.type === 'JSXText') lookAtText(String(child.value).trim(), here);
    if (child.type === 'JSXExpressionContainer') lookAtText(textOf(child.expression), here);
  }
}

function lookAtText(text: string | null, here: string): void {
  if (text !== null && letters.test(text)) found.literals.push(`${here}: ${text}`);
}

function lookAtCall(node: Node, here: string): void {
  const callee = node.callee;
  if (!isNode(callee) || callee.type !== 'Identifier' || callee.name !== 't') return;
  const given = (node.arguments as unknown[])[0];
  for (const one of alternatives(given)) {
    const text = textOf(one);
    if (text !== null && text !== '*' && !fits(text)) found.keys.push(`${here}: ${text}`);
  }
}

/** `t(a ? 'x' : 'y')` and `t(['x', 'y'])` name more than one key. */
function alternatives(node: unknown): unknown[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression')
    return [...alternatives(node.consequent), ...alternatives(node.alternate)];
  if (node.type === 'ArrayExpression') return (node.elements as unknown[]).flatMap(alternatives);
  return [node];
}

for (const file of globSync(join(client, '**/*.{ts,tsx}'))) {
  if (!/\.test\.tsx?$/.test(file)) look(file);
}

test('every code with which an endpoint refuses has words', async () => {
  const contracts = globSync(join(client, '../server/modules/**/*contract.ts'));
  const codes = new Set<string>();
  for (const file of contracts) {
    for (const one of Object.values<unknown>(await import(file))) {
      const errors = typeof one === 'object' && one !== null && 'errors' in one ? one.errors : [];
      for (const code of Array.isArray(errors) ? errors : []) codes.add(String(code));
    }
  }
  expect(codes.size).toBeGreaterThan(100);
  // Programs alone hear these: calendars, and the part of the client that speaks with the media process.
  const unheard = [
    'calendar_not_found',
    'transport_connected',
    'source_taken',
    'consumer_not_found',
    'media_parameters_invalid',
  ];
  // A guest's page has words of its own.
  const silent = (code: string) => code.startsWith('guest_') || unheard.includes(code);
  expect([...codes].filter((code) => !german.has(`errors.${code}`) && !silent(code))).toEqual([]);
});

test('every text that a screen asks for exists', () => {
  expect(found.keys).toEqual([]);
});

test('no component holds text of its own', () => {
  expect(found.literals).toEqual([]);
});
