import { z } from 'zod';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import type { Live, Push } from '../../kernel/socket.ts';
import { requestsChanged } from '../requests/contract.ts';
import { queueChanged, ringChanged, UrgencyLevel } from './contract.ts';
import { dutyChanged } from './duty-contract.ts';
import { UrgentStep } from './ladder-contract.ts';
import { onCallChanged } from './on-call-contract.ts';

/** What every event of an urgent request carries, so that telling of it needs no further read. */
const Payload = z.object({
  departmentId: z.string(),
  organisationId: z.string(),
  /** Passed on: the department that had it. */
  fromDepartmentId: z.string().optional(),
  /** Accounts that begin to ring, and whose ring has ended. */
  rung: z.array(z.string()).default([]),
  stopped: z.array(z.string()).default([]),
  urgency: UrgencyLevel.optional(),
  step: UrgentStep.nullish(),
  /** Whom else it concerns: a second specialist. */
  helper: z.string().optional(),
  /** A step: why it began. */
  why: z.string().optional(),
});
type Payload = z.infer<typeof Payload>;

const changes = {
  'urgent.raised': 'raised',
  'urgent.claimed': 'claimed',
  'urgent.withdrawn': 'withdrawn',
  'urgent.passed': 'raised',
  'urgent.handed_back': 'raised',
  'urgent.vanished': 'raised',
  'urgent.rung': 'changed',
  'urgent.lost': 'changed',
  'urgent.declined': 'changed',
  'urgent.postponed': 'changed',
  'urgent.asked': 'changed',
  'urgent.answered': 'changed',
  'urgent.ordered': 'changed',
  'urgent.ambulance_called': 'changed',
  'urgent.helper_invited': 'changed',
  'urgent.helper_answered': 'changed',
  'urgent.helper_removed': 'changed',
  'urgent.scored': 'changed',
  'urgent.added': 'changed',
  'vital_signs.taken': 'changed',
} as const;

const changeOf = (type: string) => Object.entries(changes).find(([name]) => name === type)?.[1] ?? 'changed';

/** The first ring of a round is told with what began it. */
const beginnings = ['raised', 'passed', 'handed_back', 'vanished'];

type Event = Pick<RecordedEvent, 'type' | 'requestId' | 'payload'>;

/**
 * Tells who is rung first, then the department and the asking house; the department that passed a request on loses it
 * from view.
 */
export function queuePushes(event: Event): Push[] {
  const parsed = Payload.safeParse(event.payload);
  if (!event.requestId || !parsed.success) return [];
  const { requestId } = event;
  return [...ringPushes(requestId, parsed.data), ...changePushes(event, requestId, parsed.data)];
}

function ringPushes(requestId: string, payload: Payload): Push[] {
  const { departmentId, rung, stopped, urgency, step } = payload;
  const told = (accounts: string[], data: object): Push => ({
    to: accounts.map((id) => `account:${id}`),
    fact: ringChanged,
    data: { requestId, departmentId, ...data },
  });
  return [
    told(rung, { ringing: true, ...(urgency ? { urgency } : {}), ...(step ? { step } : {}) }),
    told(stopped, { ringing: false }),
  ].filter(({ to }) => to.length > 0);
}

function changePushes(event: Event, requestId: string, payload: Payload): Push[] {
  const { departmentId, organisationId, fromDepartmentId, helper, why } = payload;
  if (event.type === 'urgent.rung' && beginnings.includes(why ?? '')) return [];
  const told = (to: string[], data: z.input<(typeof queueChanged)['data']>): Push => ({
    to,
    fact: queueChanged,
    data,
  });
  const own = [`department:${departmentId}`, `organisation:${organisationId}`];
  return [
    told([...own, ...(helper ? [`account:${helper}`] : [])], {
      departmentId,
      requestId,
      change: changeOf(event.type),
    }),
    ...(fromDepartmentId && fromDepartmentId !== departmentId
      ? [
          told([`department:${fromDepartmentId}`], {
            departmentId: fromDepartmentId,
            requestId,
            change: 'withdrawn',
          }),
        ]
      : []),
  ];
}

const OfDepartment = z.object({ departmentId: z.string() });

const departmentPush = (fact: Push['fact']) => async (_deps: unknown, event: RecordedEvent) => {
  const { departmentId } = OfDepartment.parse(event.payload);
  return [{ to: [`department:${departmentId}`], fact, data: { departmentId } }];
};

/** Second specialists are in neither side's rooms. */
async function helperPushes(deps: Deps, { requestId }: Event): Promise<Push[]> {
  if (!requestId) return [];
  const helpers = await deps.db.system((tx) =>
    tx.urgentHelper.findMany({
      where: { requestId, state: { in: ['invited', 'joined'] } },
      select: { accountId: true },
    }),
  );
  const to = helpers.map(({ accountId }) => `account:${accountId}`);
  return to.length > 0 ? [{ to, fact: requestsChanged, data: { requestId } }] : [];
}

export const triageLive: Live[] = [
  { types: Object.keys(changes), push: async (_deps, event) => queuePushes(event) },
  {
    types: [
      'urgent.claimed',
      'urgent.withdrawn',
      'urgent.handed_back',
      'urgent.vanished',
      'urgent.passed',
      'consultation.opened',
      'consultation.started',
      'consultation.closed',
      'report.finalised',
    ],
    push: helperPushes,
  },
  { types: ['duty.changed'], push: departmentPush(dutyChanged) },
  {
    types: ['on_call.changed', 'on_call.gap', 'on_call.swap_offered', 'on_call.swap_answered'],
    push: departmentPush(onCallChanged),
  },
];
