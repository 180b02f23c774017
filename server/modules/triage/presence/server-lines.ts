import type { Tx } from '../../../kernel/db.ts';

/** One open window of somebody who can be rung. */
export type Window = { socketId: string; accountId: string };

/** Says that this server process lives. True when nobody knew it: its windows must be told anew. */
export async function beat(tx: Tx, serverId: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isNew: boolean }[]>`
    insert into server_process (id, started_at, seen_at) values (${serverId}::uuid, ${now}, ${now})
    on conflict (id) do update set seen_at = excluded.seen_at returning xmax = 0 as "isNew"`;
  return row?.isNew ?? false;
}

export async function addWindows(
  tx: Tx,
  serverId: string,
  windows: readonly Window[],
  now: Date,
): Promise<void> {
  if (windows.length === 0) return;
  await tx.$executeRaw`
    insert into presence (socket_id, server_id, account_id, since)
    select s, ${serverId}::uuid, a, ${now}
    from unnest(${windows.map(({ socketId }) => socketId)}::text[], ${windows.map(({ accountId }) => accountId)}::uuid[]) as w(s, a)
    on conflict (socket_id) do nothing`;
}

export async function endWindows(tx: Tx, socketIds: readonly string[], now: Date): Promise<void> {
  if (socketIds.length === 0) return;
  await tx.$executeRaw`
    update presence set left_at = ${now} where socket_id = any (${[...socketIds]}::text[]) and left_at is null`;
}

/**
 * Windows of server processes that have missed two beats are expected back until `until`: nobody could come back
 * while no server was there.
 */
export async function expectBack(tx: Tx, serverId: string, now: Date, until: Date): Promise<void> {
  const dead = new Date(now.getTime() - 4_000);
  const forgotten = new Date(now.getTime() - 600_000);
  await tx.$executeRaw`
    update presence p set server_id = ${serverId}::uuid, left_at = ${until} from server_process v
    where v.id = p.server_id and v.id <> ${serverId}::uuid and p.left_at is null
      and v.seen_at < ${dead} and v.seen_at > ${forgotten}`;
}

/** Rows that say nothing any more. */
export async function forgetGone(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`delete from presence where left_at < ${new Date(now.getTime() - 60_000)}`;
  await tx.$executeRaw`delete from server_process where seen_at < ${new Date(now.getTime() - 600_000)}`;
}
