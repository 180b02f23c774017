import { Prisma } from '../../../kernel/generated/client.ts';

/** A server process that has not said so for this long lives no more, in ms; its people's windows count as gone. */
export const serverLives = 8_000;
/** A lost line that comes back within this time was none: a page loaded anew, a moment without network. In ms. */
export const lineGrace = 8_000;

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

/**
 * SQL condition for an account `a`: has an open window with a live line, or a browser that takes pushes. Row-level
 * security: the software itself.
 */
export const presentAccounts = (now: Date): Prisma.Sql => Prisma.sql`(exists (
  select 1 from presence p join server_process v on v.id = p.server_id
  where p.account_id = a.id and (p.left_at is null or p.left_at > ${now}) and v.seen_at > ${before(now, serverLives)})
  or exists (select 1 from push_device d where d.account_id = a.id))`;

/**
 * SQL condition for an account column: was seen within the last `ms`. A line that ends is forgiven for a moment; one
 * whose server process died was last seen with it.
 */
export const seenWithin = (account: Prisma.Sql, now: Date, ms: number): Prisma.Sql => Prisma.sql`exists (
  select 1 from presence p join server_process v on v.id = p.server_id
  where p.account_id = ${account} and least(coalesce(p.left_at, v.seen_at), v.seen_at) > ${before(now, ms)})`;

/** SQL condition for an account column: a ring reaches it, at a line that was there a moment ago or by push. */
export const hearsRing = (account: Prisma.Sql, now: Date): Prisma.Sql =>
  Prisma.sql`(${seenWithin(account, now, lineGrace)} or exists (select 1 from push_device d where d.account_id = ${account}))`;
