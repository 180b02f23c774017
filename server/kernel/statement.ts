/** One statement with its parameters. Written as `sql` text, it is prepared once per connection: see {@link sql}. */
export type Statement = { text: string; name: string; values: unknown[] };

const written = new WeakMap<TemplateStringsArray, { text: string; name: string }>();
let count = 0;

/**
 * A statement whose `${…}` are parameters, never text. For `ask` in db.ts: where a use case is called often enough that
 * what Prisma adds to a statement counts.
 */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  let known = written.get(parts);
  if (!known) {
    count += 1;
    known = { text: parts.reduce((text, part, at) => `${text}$${at}${part}`), name: `own_${count}` };
    written.set(parts, known);
  }
  return { ...known, values };
}

const composedNames = new Map<string, string>();

/**
 * A statement that is put together from fragments (`Prisma.sql`), prepared once per connection and form. For what has
 * few forms: each is kept.
 */
export function composed({ text, values }: { text: string; values: unknown[] }): Statement {
  const name = composedNames.get(text) ?? `composed_${composedNames.size}`;
  composedNames.set(text, name);
  return { text, name, values };
}

/** From so many times on a statement is prepared; before, nobody knows whether it ever comes again. */
const often = 4;
/** Every connection keeps what it has prepared. */
const most = 500;

/**
 * Names the statements that come often, so that PostgreSQL reads and plans them once per connection: that takes longer
 * than most of them run.
 * @returns for a statement's text its name, or '' while it is not to be prepared
 */
export function createNames(): (text: string) => string {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined) return name;
    const so = (times.get(text) ?? 0) + 1;
    if (so < often || names.size >= most) {
      // Lists of every length make texts without end.
      if (times.size >= 10 * most) times.clear();
      times.set(text, so);
      return '';
    }
    times.delete(text);
    names.set(text, `often_${names.size}`);
    return names.get(text) ?? '';
  };
}
