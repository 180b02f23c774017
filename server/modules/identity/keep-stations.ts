import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, notFound } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { stationCookie, stationCookieOptions, stationOf } from './station.ts';
import type * as contract from './station-contract.ts';
import { hashOf, newToken } from './tokens.ts';

/** Shared devices are a matter of care homes. */
export const mayUsePin = ({ role }: Pick<Actor, 'role'>): boolean =>
  role === 'nurse' || role === 'home_manager';

/** Makes the device a station of the actor's house; an earlier one of the same device is given up. */
export async function registerStation(
  deps: Deps,
  actor: Actor,
  { name }: Input<typeof contract.registerStation>,
  call: Call,
): Promise<Reply<typeof contract.registerStation>> {
  if (!mayUsePin(actor)) throw forbidden();
  const token = newToken();
  const station = await deps.db.as(actor, async (tx) => {
    const before = await stationOf(tx, deps.config, call);
    if (before) await tx.station.delete({ where: { id: before.id } });
    const now = deps.clock.now();
    const row = await tx.station.create({
      data: {
        name,
        tokenHash: hashOf(token),
        organisationId: actor.organisationId,
        registeredById: actor.accountId,
        createdAt: now,
        lastUsedAt: now,
      },
    });
    await deps.record(tx, actor, {
      type: 'station.registered',
      subject: { kind: 'station', id: row.id },
      payload: { organisationId: actor.organisationId },
    });
    return row;
  });
  call.setCookie(stationCookie(deps.config), token, stationCookieOptions(deps.config));
  return { id: station.id, name };
}

/** Who may sign in here by PIN. Open: the pad is shown before anybody is signed in. */
export async function getStation(
  deps: Deps,
  _input: object,
  call: Call,
): Promise<Reply<typeof contract.getStation>> {
  return deps.db.system(async (tx) => {
    const station = await stationOf(tx, deps.config, call);
    if (!station) return { station: null };
    const people = await tx.account.findMany({
      where: { organisationId: station.organisationId, active: true, pinHash: { not: null } },
      select: { id: true, displayName: true, role: true },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
      take: 200,
    });
    return {
      station: {
        id: station.id,
        name: station.name,
        organisation: station.organisation.name,
        people: people.map(({ id, ...person }) => ({ ...person, accountId: id })),
      },
    };
  });
}

export async function listStations(
  deps: Deps,
  actor: Actor,
  _input: object,
  call: Call,
): Promise<Reply<typeof contract.listStations>> {
  if (!mayUsePin(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const here = await stationOf(tx, deps.config, call);
    const rows = await tx.$queryRaw<Row[]>`
      select s.id, s.name, s.created_at as "createdAt", s.last_used_at as "lastUsedAt", p.display_name as "registeredBy"
      from station s left join person p on p.id = s.registered_by_id order by s.name, s.id`;
    return {
      stations: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        registeredBy: row.registeredBy ?? '',
        here: row.id === here?.id,
      })),
    };
  });
}
type Row = { id: string; name: string; createdAt: Date; lastUsedAt: Date; registeredBy: string | null };

/** Its sessions end with it. @throws notFound `station_not_found` */
export async function removeStation(
  deps: Deps,
  actor: Actor,
  { id }: { id: string },
): Promise<Record<string, never>> {
  if (!mayUsePin(actor)) throw forbidden();
  await deps.db.as(actor, async (tx) => {
    // As one statement of the owner's policy: sessions are not this person's, they go by the foreign key.
    const gone = await tx.station.deleteMany({ where: { id, organisationId: actor.organisationId } });
    if (gone.count === 0) throw notFound('station');
    await deps.record(tx, actor, {
      type: 'station.removed',
      subject: { kind: 'station', id },
      payload: { organisationId: actor.organisationId },
    });
  });
  return {};
}
