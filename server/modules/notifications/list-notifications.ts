import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { listNotifications as endpoint } from './contract.ts';
import { type NoticeRow, presentNotice } from './present.ts';

/** What one was told, newest first. Names are read under the reader's own rights. */
export function listNotifications(
  deps: Deps,
  actor: Actor,
  { cursor, limit }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const [at, id] = cursor?.split('_') ?? [];
    const after = at && id ? { at: new Date(Number(at)), id } : { at: new Date('9999-12-31'), id: null };
    const rows = await tx.$queryRaw<NoticeRow[]>`
      select n.id, n.kind, n.created_at as at, n.read_at, n.data, n.booking_id,
        r.id as request_id, r.number, d.name as department, pv.name as hospital, rq.name as requester,
        r.requester_organisation_id = ${actor.organisationId}::uuid as asked_by_us,
        b.state::text as booking_state, b.start_at, b.end_at,
        (select concat_ws(' ', nullif(p.title, ''), p.given_name, p.family_name) from practitioner p
          where p.id = coalesce(b.practitioner_id, o.practitioner_id, r.provider_practitioner_id)) as practitioner,
        o.state::text as offer_state, o.expires_at, r.status::text as request_status,
        (select jsonb_build_object('from', concat_ws(' ', nullif(f.title, ''), f.given_name, f.family_name),
            'to', concat_ws(' ', nullif(t.title, ''), t.given_name, t.family_name),
            'startAt', s.start_at, 'endAt', s.end_at, 'inReturnAt', i.start_at)
          from on_call_swap w join on_call_shift s on s.id = w.shift_id left join on_call_shift i on i.id = w.in_return_shift_id
          join practitioner f on f.id = w.from_practitioner_id join practitioner t on t.id = w.to_practitioner_id
          where w.id = n.swap_id) as swap
      from notification n
      left join consult_request r on r.id = n.request_id
      left join booking b on b.id = n.booking_id
      left join waiting_offer o on o.id = n.offer_id
      left join department d on d.id = coalesce(b.department_id, o.department_id, r.provider_department_id)
      left join organisation pv on pv.id = d.organisation_id
      left join organisation rq on rq.id = r.requester_organisation_id
      where n.account_id = ${actor.accountId}::uuid
        and (n.created_at < ${after.at} or (n.created_at = ${after.at} and n.id < ${after.id}::uuid))
      order by n.created_at desc, n.id desc limit ${limit + 1}`;
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.flatMap((row) => presentNotice(row, deps.clock.now()) ?? []),
      unread: await unreadOf(tx, actor),
      next: last ? `${last.at.getTime()}_${last.id}` : null,
    };
  });
}

export const unreadOf = (tx: Tx, actor: Actor): Promise<number> =>
  tx.notification.count({ where: { accountId: actor.accountId, readAt: null } });
