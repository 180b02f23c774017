import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { dateOf } from '../../../kernel/zoned-time.ts';
import { defaultsOn, ownSettings } from '../ladder/settings-of.ts';
import { mayKeepOnCall, maySeeQueue } from '../policy.ts';
import {
  type changeUrgentSettings as change,
  type getUrgentSettings as read,
  UrgencySettings,
} from '../settings-contract.ts';

const urgencies = UrgencySettings.keyof().options;

/** The own department's targets and deadlines, beside what holds where it has set nothing. */
export async function getUrgentSettings(deps: Deps, actor: Actor): Promise<Reply<typeof read>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, (tx) => view(deps, tx, actor.departmentId));
}

/**
 * Sets the own department's targets and deadlines. What equals the defaults is not kept as its own, so that later
 * defaults hold for it.
 * @throws invalid `steps_beyond_target` at the urgency whose steps together last longer than its target
 */
export async function changeUrgentSettings(
  deps: Deps,
  actor: Actor,
  { settings }: Input<typeof change>,
): Promise<Reply<typeof change>> {
  if (!mayKeepOnCall(actor)) throw forbidden();
  const { departmentId } = actor;
  const beyond = urgencies.filter((urgency) => {
    const { target, primary, deputy, department } = settings[urgency];
    return primary + deputy + department > target;
  });
  if (beyond.length > 0) {
    const fields = beyond.map((urgency) => [`settings.${urgency}.target`, 'steps_beyond_target']);
    throw invalid('steps_beyond_target', { fields: Object.fromEntries(fields) });
  }
  return deps.db.as(actor, async (tx) => {
    const { seconds } = defaultsOn(dateOf(deps.clock.now().getTime()));
    await tx.urgentSetting.deleteMany({ where: { departmentId } });
    const own = urgencies.filter((urgency) => !isSame(settings[urgency], seconds[urgency]));
    await tx.urgentSetting.createMany({
      data: own.map((urgency) => ({
        departmentId,
        urgency,
        targetSeconds: settings[urgency].target,
        primarySeconds: settings[urgency].primary,
        deputySeconds: settings[urgency].deputy,
        departmentSeconds: settings[urgency].department,
      })),
    });
    await deps.record(tx, actor, {
      type: 'urgent.settings_changed',
      subject: { kind: 'department', id: departmentId },
      payload: { departmentId, own },
    });
    return view(deps, tx, departmentId);
  });
}

type Seconds = Reply<typeof read>['settings']['urgent'];

const isSame = (a: Seconds, b: Seconds): boolean =>
  a.target === b.target && a.primary === b.primary && a.deputy === b.deputy && a.department === b.department;

async function view(deps: Deps, tx: Tx, departmentId: string): Promise<Reply<typeof read>> {
  const { seconds, version } = defaultsOn(dateOf(deps.clock.now().getTime()));
  const own = await ownSettings(tx, departmentId);
  return {
    departmentId,
    settings: { ...seconds, ...own },
    defaults: seconds,
    defaultsVersion: version,
    own: urgencies.filter((urgency) => own[urgency]),
  };
}
