import { readFileSync } from 'node:fs';

/** A parameter or a cell as JSON can carry it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | { instant: string }
  | { bytes: string }
  | { list: Value[] };

/** One statement that a server sent, in the order of its answers. */
export type Recorded = {
  /** Which call it was sent for: what the header `X-Record` said. */
  call: string;
  connection: number;
  text: string;
  /** Of a prepared statement. */
  name: string | null;
  values: Value[];
  rows: Value[][];
};

export const readStatements = (file: string): Recorded[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const idsIn = (value: Value): string[] => JSON.stringify(value).match(uuid) ?? [];

/**
 * Statements of one call, to be sent again with other ids: `given` are the ids that the caller chose (whose time, which
 * key), and what a statement's rows brought forth takes its place in those after it.
 */
export class Script {
  readonly steps: readonly Recorded[];
  /** Ids that came back from the database, where they came from, and that no earlier statement had sent. */
  private readonly born: readonly { id: string; step: number; row: number; cell: number }[];

  constructor(steps: readonly Recorded[]) {
    this.steps = steps;
    const seen = new Set<string>();
    const born: { id: string; step: number; row: number; cell: number }[] = [];
    for (const [step, { values, rows }] of steps.entries()) {
      for (const id of values.flatMap(idsIn)) seen.add(id);
      for (const [row, cells] of rows.entries()) {
        for (const [cell, value] of cells.entries()) {
          if (typeof value !== 'string' || value.length !== 36 || seen.has(value)) continue;
          seen.add(value);
          born.push({ id: value, step, row, cell });
        }
      }
    }
    this.born = born;
  }

  /** Parameters of one step as the driver takes them, with ids changed as `ids` says. */
  values(step: number, ids: ReadonlyMap<string, string>): unknown[] {
    return (this.steps[step]?.values ?? []).map((value) => bare(value, ids));
  }

  /** Notes which ids the rows of a step brought forth this time. */
  learn(step: number, rows: readonly unknown[][], ids: Map<string, string>): void {
    for (const { id, step: at, row, cell } of this.born) {
      const now = at === step ? rows[row]?.[cell] : undefined;
      if (typeof now === 'string') ids.set(id, now);
    }
  }
}

const bare = (value: Value, ids: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return value.replace(uuid, (id) => ids.get(id) ?? id);
  if (typeof value !== 'object' || value === null) return value;
  if ('instant' in value) return new Date(value.instant);
  if ('bytes' in value) return Buffer.from(value.bytes, 'base64');
  return value.list.map((one) => bare(one, ids));
};
