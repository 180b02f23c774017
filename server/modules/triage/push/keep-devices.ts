import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts';
import type { Input } from '../../../kernel/wire.ts';
import { maySeeQueue } from '../policy.ts';
import type { addPushDevice as asked } from '../push-contract.ts';
import { pushKeys } from './push-key.ts';
import { isPushService } from './push-services.ts';

const most = 10;
const devicesOf = (tx: Tx, { accountId }: Actor) => tx.pushDevice.count({ where: { accountId } });

export async function getPushKey(deps: Deps, actor: Actor): Promise<{ publicKey: string; devices: number }> {
  if (!maySeeQueue(actor)) throw forbidden();
  const { publicKey } = await deps.db.system(pushKeys);
  return { publicKey, devices: await deps.db.as(actor, (tx) => devicesOf(tx, actor)) };
}

/**
 * A browser belongs to whoever switched it on last: on a shared one the former person is rung no more.
 * @throws invalid `push_service_unknown`; conflict `too_many_devices`
 */
export async function addPushDevice(
  deps: Deps,
  actor: Actor,
  { endpoint, keys }: Input<typeof asked>,
): Promise<{ devices: number }> {
  if (!maySeeQueue(actor)) throw forbidden();
  if (!isPushService(endpoint, deps.config.pushHosts)) {
    throw invalid('push_service_unknown', { fields: { endpoint: 'push_service_unknown' } });
  }
  await deps.db.system((tx) =>
    tx.pushDevice.deleteMany({ where: { endpoint, accountId: { not: actor.accountId } } }),
  );
  return deps.db.as(actor, async (tx) => {
    const known = await devicesOf(tx, actor);
    const row = { accountId: actor.accountId, ...keys };
    const isNew = (await tx.pushDevice.count({ where: { endpoint } })) === 0;
    if (isNew && known >= most) throw conflict('too_many_devices');
    await tx.pushDevice.upsert({ where: { endpoint }, create: { endpoint, ...row }, update: row });
    await deps.record(tx, actor, {
      type: 'push.switched',
      subject: { kind: 'account', id: actor.accountId },
      payload: { on: true },
    });
    return { devices: await devicesOf(tx, actor) };
  });
}

export const removePushDevice = (
  deps: Deps,
  actor: Actor,
  { endpoint }: { endpoint: string },
): Promise<{ devices: number }> =>
  deps.db.as(actor, async (tx) => {
    const gone = await tx.pushDevice.deleteMany({ where: { endpoint, accountId: actor.accountId } });
    if (gone.count > 0) {
      await deps.record(tx, actor, {
        type: 'push.switched',
        subject: { kind: 'account', id: actor.accountId },
        payload: { on: false },
      });
    }
    return { devices: await devicesOf(tx, actor) };
  });
