import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
/** Module order: each sees only those before it. The last four listen to events, and nobody calls them. */
const order = [
  'identity',
  'directory',
  'patients',
  'requests',
  'scheduling',
  'triage',
  'consultation',
  'records',
  'fhir',
];
const onTop = ['billing', 'evaluation', 'notifications', 'audit'];
/** Pure rules without imports of their own kind, which the screens apply while somebody types. */
const browserSafe = [
  'server/kernel/wire.ts',
  'server/kernel/zoned-time.ts',
  'server/kernel/local-date.ts',
  'server/kernel/interval.ts',
  'server/kernel/money.ts',
  'server/kernel/insurance-number.ts',
  'server/modules/patients/insurance-number.ts',
  'server/modules/requests/icd.ts',
  'server/modules/triage/news2.ts',
  'server/modules/triage/vital-signs.ts',
  'server/modules/triage/urgency.ts',
];

const sources = globSync('{server,client,prisma}/**/*.{ts,tsx,mjs}', { cwd: root }).filter(
  (file) => !file.includes('generated/') && !/\.test\.tsx?$/.test(file),
);
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

/** Repository paths that a file imports, also by `export from` and `import()`. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const lang = file.endsWith('x') ? 'tsx' : file.endsWith('.mjs') ? 'js' : 'ts';
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, source } = node as { type?: string; source?: { value?: unknown } | null };
    if (/^(Import|Export).*(Declaration|Expression)$/.test(type ?? '') && typeof source?.value === 'string') {
      found.push(source.value);
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(text, { lang }));
  return found
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(root, resolve(root, dirname(file), path)));
}

const moduleOf = (file: string) => /^server\/modules\/([^/]+)\//.exec(file)?.[1] ?? null;
const featureOf = (file: string) => /^client\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
const edges = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
const broken = (rule: (from: string, to: string) => boolean) =>
  edges.filter(({ from, to }) => rule(from, to)).map(({ from, to }) => `${from} → ${to}`);

describe('the import rules', () => {
  it('reads real imports', () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(imports.get('server/app.ts')).toContain('server/kernel/http.ts');
  });

  it('names only files that exist', () => {
    expect(broken((_, to) => !existsSync(join(root, to)) && !to.includes('generated'))).toEqual([]);
  });

  it('kernel knows no module', () => {
    expect(
      broken((from, to) => from.startsWith('server/kernel/') && !to.startsWith('server/kernel/')),
    ).toEqual([]);
  });

  it('modules reach down only: kernel, and modules before them', () => {
    const forbidden = broken((from, to) => {
      const [asking, asked] = [moduleOf(from), moduleOf(to)];
      if (!asking) return false;
      if (!asked) return !to.startsWith('server/kernel/');
      if (asking === asked) return false;
      if (onTop.includes(asking)) return !order.includes(asked);
      return !order.includes(asked) || order.indexOf(asked) >= order.indexOf(asking);
    });
    expect(forbidden).toEqual([]);
  });

  it('every module stands in the order', () => {
    const unknown = sources
      .map(moduleOf)
      .filter((name) => name && !order.includes(name) && !onTop.includes(name));
    expect(unknown).toEqual([]);
  });

  it('between modules only through the face: index.ts, or the wire of contract.ts', () => {
    const forbidden = broken((from, to) => {
      const [asking, asked] = [moduleOf(from), moduleOf(to)];
      return (
        !!asking &&
        !!asked &&
        asking !== asked &&
        !/\/(index|[a-z-]*contract)\.ts$/.test(to) &&
        !browserSafe.includes(to)
      );
    });
    expect(forbidden).toEqual([]);
  });

  it('a face has at most 20 lines, a contract imports only the wire', () => {
    const long = sources
      .filter((file) => /^server\/modules\/[^/]+\/index\.ts$/.test(file))
      .filter((file) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length > 20);
    expect(long).toEqual([]);
    const forbidden = broken(
      (from, to) => /contract\.ts$/.test(from) && !/contract\.ts$/.test(to) && !browserSafe.includes(to),
    );
    expect(forbidden).toEqual([]);
  });

  it('the client takes from the server only contracts and pure rules', () => {
    const forbidden = broken(
      (from, to) =>
        from.startsWith('client/') &&
        to.startsWith('server/') &&
        !/contract\.ts$/.test(to) &&
        !browserSafe.includes(to),
    );
    expect(forbidden).toEqual([]);
    expect(broken((from, to) => from.startsWith('server/') && to.startsWith('client/'))).toEqual([]);
  });

  it('one feature never imports another, and what they share knows none', () => {
    const forbidden = broken((from, to) => {
      const asked = featureOf(to);
      if (!asked || from.startsWith('client/app/')) return false;
      return featureOf(from) !== asked;
    });
    expect(forbidden).toEqual([]);
    expect(broken((from, to) => /^client\/(ui|lib)\//.test(from) && to.startsWith('client/app/'))).toEqual(
      [],
    );
  });

  it('the call client stands alone: from the server it takes types only, from the screens nothing', () => {
    expect(
      broken((from, to) => from.startsWith('client/call/') && !/^(client\/call|server)\//.test(to)),
    ).toEqual([]);
    const withSchemas = sources
      .filter((file) => file.startsWith('client/call/'))
      .filter((file) =>
        /^import (?!type )[^;]*from '[^']*server\//m.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(withSchemas).toEqual([]);
  });

  it('only set-up and main know set-up; only main knows the seed', () => {
    expect(
      broken((from, to) => to.startsWith('server/setup/') && /^server\/(kernel|modules)\//.test(from)),
    ).toEqual([]);
    expect(
      broken((from, to) => /^prisma\/seed/.test(to) && !/^prisma\//.test(from) && from !== 'server/main.ts'),
    ).toEqual([]);
  });

  it('there are no circles', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });
});
