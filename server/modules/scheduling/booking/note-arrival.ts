import type { Tx } from '../../../kernel/db.ts';
import type { BookingSide } from '../policy.ts';

/**
 * Somebody of a side took a seat in the room. The first of each side counts, as long as the time is booked; a request
 * without a booked time has nothing to note. Inside the caller's transaction; takes the request before the booking,
 * like everything that changes both.
 */
export async function noteArrival(tx: Tx, requestId: string, side: BookingSide, at: Date): Promise<void> {
  await tx.$executeRaw`
    update booking set
      requester_joined_at = case when ${side} = 'requester' then coalesce(requester_joined_at, ${at}) else requester_joined_at end,
      provider_joined_at = case when ${side} = 'provider' then coalesce(provider_joined_at, ${at}) else provider_joined_at end
    where state = 'booked' and request_id = (
      select id from consult_request where id = ${requestId}::uuid for update)`;
}
