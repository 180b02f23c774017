import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Mail } from '../../../kernel/generated/client.ts';
import { consultNumber } from '../consult-facts.ts';
import type { DutyFacts } from './duty-texts.ts';
import type { DutyMailKind } from './letter-texts.ts';

/**
 * What an e-mail about duty says, by what stands in the database now; null when it does not hold any more: the gap is
 * filled, the request accepted, the offer answered. Nothing is locked meanwhile: nobody waits for a mail server to
 * accept a request or a swap.
 */
export function dutyFacts(
  deps: Deps,
  tx: Tx,
  mail: Mail & { kind: DutyMailKind },
): Promise<DutyFacts | null> {
  if (mail.kind === 'on_call_gap') return gapFacts(deps, tx, mail);
  return mail.kind === 'urgent_alarmed' ? alarmFacts(tx, mail) : swapFacts(tx, mail);
}

const none = {
  start: null,
  end: null,
  from: '',
  to: '',
  inReturn: null,
  number: null,
  requester: null,
  reason: null,
};

async function gapFacts(deps: Deps, tx: Tx, { accountId, startAt }: Mail): Promise<DutyFacts | null> {
  if (!startAt) return null;
  const now = deps.clock.now();
  const from = startAt > now ? startAt : now;
  const [row] = await tx.$queryRaw<
    { department: string; hospital: string; filled: boolean; end: Date | null }[]
  >`
    select d.name as department, o.name as hospital,
      exists (select 1 from on_call_shift s where s.department_id = d.id and s.start_at <= ${from} and s.end_at > ${from}) as filled,
      (select min(s.start_at) from on_call_shift s where s.department_id = d.id and s.start_at > ${from}) as "end"
    from account a join department d on d.id = a.department_id join organisation o on o.id = d.organisation_id
    where a.id = ${accountId}::uuid`;
  if (!row || row.filled) return null;
  const { filled: _, ...facts } = row;
  return { ...none, ...facts, start: startAt };
}

async function alarmFacts(tx: Tx, { requestId }: Mail): Promise<DutyFacts | null> {
  if (!requestId) return null;
  type Row = {
    department: string;
    hospital: string;
    number: number;
    requester: string;
    reason: string | null;
  };
  const [row] = await tx.$queryRaw<Row[]>`
    select d.name as department, pv.name as hospital, r.number, rq.name as requester, u.alarm as reason
    from consult_request r join urgent_request u on u.request_id = r.id
    join department d on d.id = r.provider_department_id join organisation pv on pv.id = d.organisation_id
    join organisation rq on rq.id = r.requester_organisation_id
    where r.id = ${requestId}::uuid and r.status = 'waiting'`;
  return row ? { ...none, ...row, number: consultNumber(row.number) } : null;
}

const stateSaid = {
  swap_offered: 'offered',
  swap_accepted: 'accepted',
  swap_declined: 'declined',
  swap_withdrawn: 'withdrawn',
} as const;

async function swapFacts(tx: Tx, mail: Mail): Promise<DutyFacts | null> {
  const state = stateSaid[mail.kind as keyof typeof stateSaid];
  type Row = {
    department: string;
    hospital: string;
    start: Date;
    end: Date;
    from: string;
    to: string;
    returnStart: Date | null;
    returnEnd: Date | null;
  };
  const [row] = await tx.$queryRaw<Row[]>`
    select d.name as department, o.name as hospital, s.start_at as start, s.end_at as "end",
      concat_ws(' ', nullif(f.title, ''), f.given_name, f.family_name) as "from",
      concat_ws(' ', nullif(t.title, ''), t.given_name, t.family_name) as "to",
      i.start_at as "returnStart", i.end_at as "returnEnd"
    from on_call_swap w join on_call_shift s on s.id = w.shift_id left join on_call_shift i on i.id = w.in_return_shift_id
    join practitioner f on f.id = w.from_practitioner_id join practitioner t on t.id = w.to_practitioner_id
    join department d on d.id = w.department_id join organisation o on o.id = d.organisation_id
    where w.id = ${mail.swapId}::uuid and w.state::text = ${state}`;
  if (!row) return null;
  const { returnStart, returnEnd, ...facts } = row;
  const inReturn = returnStart && returnEnd ? { start: returnStart, end: returnEnd } : null;
  return { ...none, ...facts, inReturn };
}
