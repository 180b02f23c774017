import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { RecordedEvent } from '../../kernel/events.ts';
import { accountsOf, peopleOf } from './concerned.ts';
import type { NotificationKind } from './contract.ts';
import type { EventFacts } from './event-facts.ts';
import { enqueueMails } from './mail/enqueue-mails.ts';
import { dutyMailKinds } from './mail/letter-texts.ts';
import { tell } from './tell.ts';
import { byEmail, wanting } from './wishes.ts';

type Told = {
  kind: Exclude<NotificationKind, 'swap_done'>;
  to: string[];
  /** Coordinators who see a shift change hands: in the application only. */
  alsoDone?: string[];
};

/** Gaps and alarms to the department's coordinators, swaps to whoever waits for the other's word. */
export async function tellOfDuty(deps: Deps, tx: Tx, event: RecordedEvent, facts: EventFacts): Promise<void> {
  const told = await toldOf(tx, event, facts);
  if (!told) return;
  const cause = `event:${event.id}`;
  const isSwap = event.subjectKind === 'on_call_swap';
  const of = { cause, requestId: event.requestId, swapId: isSwap ? event.subjectId : null };
  const others = (ids: readonly string[]) => ids.filter((id) => id !== event.actorAccountId);
  const { startAt, endAt } = facts;
  const reason = facts.notice ?? facts.reason;
  const data = { ...(startAt && { startAt }), ...(endAt && { endAt }), ...(reason && { reason }) };
  const to = others(told.to);
  await tell(deps, tx, to, { ...of, kind: told.kind, subject: 'onCall', data });
  await tell(deps, tx, others(told.alsoDone ?? []), { ...of, kind: 'swap_done', subject: 'onCall', data });
  const kind = dutyMailKinds.find((one) => one === told.kind);
  if (!kind) return;
  const wanted = await wanting(tx, to, byEmail('onCall'));
  await enqueueMails(
    deps,
    tx,
    wanted.map((accountId) => ({ ...of, accountId, kind, startAt: startAt ? new Date(startAt) : null })),
  );
}

async function toldOf(tx: Tx, event: RecordedEvent, facts: EventFacts): Promise<Told | null> {
  const { departmentId, fromPractitionerId: from, toPractitionerId: to } = facts;
  if (!departmentId) return null;
  const coordinators = () => peopleOf(tx, { departmentId }, ['coordinator']);
  if (event.type === 'on_call.gap') return { kind: 'on_call_gap', to: await coordinators() };
  if (event.type === 'urgent.alarmed') return { kind: 'urgent_alarmed', to: await coordinators() };
  if (!from || !to) return null;
  const person = (practitionerId: string) => accountsOf(tx, practitionerId, departmentId);
  if (event.type === 'on_call.swap_offered') return { kind: 'swap_offered', to: await person(to) };
  switch (facts.answer) {
    case 'accept':
      return { kind: 'swap_accepted', to: await person(from), alsoDone: await coordinators() };
    case 'decline':
      return { kind: 'swap_declined', to: await person(from) };
    case 'withdraw':
      return { kind: 'swap_withdrawn', to: await person(to) };
    default:
      return null;
  }
}
