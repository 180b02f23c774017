import type { Tx } from '../../kernel/db.ts';

/** What may be said of a consult outside of the application: its number, who meets whom, never about whom. */
export type ConsultFacts = {
  requestId: string;
  number: string;
  department: string;
  hospital: string;
  requester: string;
  practitioner: string | null;
  /** Of the consultation, in ms. */
  length: number;
  /** The booking was handed to somebody else or cancelled. */
  cancelled: boolean;
  /** Deadline of the offer. */
  expiresAt: Date | null;
};

type Row = Omit<ConsultFacts, 'number' | 'length'> & { number: number; start: Date | null; end: Date | null };

/** Of a request, with the time of its booking or of an offer. */
export async function consultFacts(
  tx: Tx,
  requestId: string,
  bookingId: string | null,
  offerId: string | null,
): Promise<ConsultFacts | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select r.id as "requestId", r.number, d.name as department, pv.name as hospital, rq.name as requester,
      nullif(btrim(concat_ws(' ', nullif(p.title, ''), p.given_name, p.family_name)), '') as practitioner,
      coalesce(b.start_at, o.start_at) as start, coalesce(b.end_at, o.end_at) as end,
      coalesce(b.state = 'cancelled', false) as cancelled, o.expires_at as "expiresAt"
    from consult_request r
    left join booking b on b.id = ${bookingId}::uuid
    left join waiting_offer o on o.id = ${offerId}::uuid
    join department d on d.id = coalesce(b.department_id, o.department_id, r.provider_department_id)
    join organisation pv on pv.id = d.organisation_id
    join organisation rq on rq.id = r.requester_organisation_id
    left join practitioner p on p.id = coalesce(b.practitioner_id, o.practitioner_id, r.provider_practitioner_id)
    where r.id = ${requestId}::uuid`;
  if (!row) return null;
  const { number, start, end, ...rest } = row;
  const length = start && end ? end.getTime() - start.getTime() : 0;
  return { ...rest, number: consultNumber(number), length };
}

/** Shown as on the screens: "K-000123". */
export const consultNumber = (number: number): string => `K-${String(number).padStart(6, '0')}`;
