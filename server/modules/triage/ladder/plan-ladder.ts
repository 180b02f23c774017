/** Whom an urgent request rings next. Pure: who works where, is on call and can be reached comes in. */
import { type AlarmReason, type StepGap, type UrgentStep, urgentSteps } from '../ladder-contract.ts';

export type Staff = {
  accountId: string;
  name: string;
  role: 'specialist' | 'coordinator';
  onCall: 'primary' | 'deputy' | null;
  /** Of the department to which the request goes when it is raised by a level. */
  isNextLevel: boolean;
  /** An open window with a live line. */
  present: boolean;
  status: 'ready' | 'soon' | 'away';
  /** Until when `soon` holds. */
  until: Date | null;
};

export type Round = {
  staff: readonly Staff[];
  /** Have declined, promised to come later, or vanished in this round: not rung. */
  silent: ReadonlySet<string>;
  /** Are being rung. */
  ringing: ReadonlySet<string>;
};

export type Plan = {
  step: UrgentStep;
  /** Accounts that begin to ring. */
  rung: string[];
  skipped: { step: UrgentStep; because: StepGap }[];
  /** Why the coordinators are alarmed with this step; null = no new reason. */
  alarm: AlarmReason | null;
};

/** Who belongs to a step, reachable or not. */
export function membersOf(step: UrgentStep, staff: readonly Staff[]): Staff[] {
  const specialists = staff.filter(({ role, isNextLevel }) => role === 'specialist' && !isNextLevel);
  if (step === 'department') return specialists;
  if (step !== 'coordination') return specialists.filter(({ onCall }) => onCall === step);
  const next = staff.filter(({ role, isNextLevel }) => role === 'specialist' && isNextLevel);
  const onCall = next.filter((one) => one.onCall !== null);
  return [...coordinatorsOf(staff), ...(onCall.length > 0 ? onCall : next)];
}

const coordinatorsOf = (staff: readonly Staff[]) =>
  staff.filter(({ role, isNextLevel }) => role === 'coordinator' && !isNextLevel);

/** Who is away is never rung; who comes back soon only with the whole department. */
export const isReachable = (
  { present, status }: Pick<Staff, 'present' | 'status'>,
  step: UrgentStep,
): boolean =>
  present &&
  (status === 'ready' || (status === 'soon' && (step === 'department' || step === 'coordination')));

/**
 * The first step after `after` (null = from the start) in which somebody new can be rung; what lies before it is
 * passed over and said. The last step is always reached: there everybody who can be reached at all rings on.
 */
export function planStep(after: UrgentStep | null, round: Round): Plan {
  const { staff, silent, ringing } = round;
  const skipped: Plan['skipped'] = [];
  const unstaffed =
    after === null && !staff.some(({ onCall, isNextLevel }) => onCall !== null && !isNextLevel);
  const first = after === null ? 0 : urgentSteps.indexOf(after) + 1;
  for (const step of urgentSteps.slice(first)) {
    const members = membersOf(step, staff);
    const reachable = members.filter((one) => isReachable(one, step));
    const rung = reachable.filter(({ accountId }) => !silent.has(accountId) && !ringing.has(accountId));
    if (rung.length > 0 || step === 'coordination') {
      return unstaffed && step === 'department'
        ? withAlarm({ step, rung: ids(rung), skipped, alarm: 'nobody_on_call' }, round)
        : { step, rung: ids(rung), skipped, alarm: step === 'coordination' ? alarmAtEnd(round) : null };
    }
    skipped.push({ step, because: whyEmpty(step, members, reachable) });
  }
  return { step: 'coordination', rung: [], skipped, alarm: 'nobody_answered' };
}

const ids = (staff: readonly Staff[]) => staff.map(({ accountId }) => accountId);

const whyEmpty = (step: UrgentStep, members: readonly Staff[], reachable: readonly Staff[]): StepGap => {
  if (members.length === 0 && step !== 'department') return 'nobody_on_call';
  return reachable.length === 0 ? 'nobody_reachable' : 'all_answered';
};

/** Coordinators ring along from the moment they are alarmed. */
function withAlarm(plan: Plan, { staff, silent, ringing }: Round): Plan {
  const coordinators = coordinatorsOf(staff).filter(
    (one) => isReachable(one, 'coordination') && !silent.has(one.accountId) && !ringing.has(one.accountId),
  );
  return { ...plan, rung: [...plan.rung, ...ids(coordinators)] };
}

const alarmAtEnd = ({ silent, ringing }: Round): AlarmReason =>
  silent.size > 0 || ringing.size > 0 ? 'nobody_answered' : 'nobody_reachable';

/** Who should be ringing in a step by now: who has come back or got ready since is rung along. */
export function missingRings(step: UrgentStep, alarmed: boolean, round: Round): string[] {
  const reached = urgentSteps.slice(0, urgentSteps.indexOf(step) + 1);
  const due = reached.flatMap((one) =>
    membersOf(one, round.staff).filter((member) => isReachable(member, one)),
  );
  const coordinators = alarmed
    ? coordinatorsOf(round.staff).filter((one) => isReachable(one, 'coordination'))
    : [];
  return [...new Set(ids([...due, ...coordinators]))].filter(
    (id) => !round.silent.has(id) && !round.ringing.has(id),
  );
}
