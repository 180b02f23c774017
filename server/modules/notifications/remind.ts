import { z } from 'zod';
import type { Deps } from '../../kernel/deps.ts';
import { concernedBy } from './concerned.ts';
import type { Wishes } from './contract.ts';
import { enqueueMails } from './mail/enqueue-mails.ts';
import type { Lead } from './schedule-reminders.ts';
import { standsStill } from './standing-booking.ts';
import { tell } from './tell.ts';
import { byEmail, wanting } from './wishes.ts';

const Job = z.object({ bookingId: z.string(), sequence: z.int(), lead: z.enum(['day', 'minutes']) });

const wish = {
  day: (wishes) => wishes.remindDay,
  minutes: (wishes) => wishes.remindMinutes,
} as const satisfies Record<Lead, (wishes: Wishes) => boolean>;

/**
 * Reminds of a booking: queue `notifications.remind`. What was true when the job was sent is asked anew: whether the
 * booking stands, whose it is, who wants to be reminded.
 */
export async function remind(deps: Deps, data: unknown): Promise<void> {
  const { bookingId, sequence, lead } = Job.parse(data);
  await deps.db.system(async (tx) => {
    if (!(await standsStill(tx, bookingId, sequence, deps.clock.now()))) return;
    const booking = await tx.booking.findUniqueOrThrow({
      where: { id: bookingId },
      select: { requestId: true, startAt: true },
    });
    // Late by most of a day (the server was off): the other one comes anyway.
    const away = booking.startAt.getTime() - deps.clock.now().getTime();
    if (lead === 'day' && away < 60 * 60_000) return;
    const concerned = (await concernedBy(tx, bookingId)).map(({ accountId }) => accountId);
    const wanted = await wanting(tx, concerned, wish[lead]);
    const of = { cause: `remind_${lead}:${bookingId}:${sequence}`, bookingId, requestId: booking.requestId };
    const kind = `remind_${lead}` as const;
    await tell(deps, tx, wanted, {
      ...of,
      kind,
      subject: 'reminders',
      data: { startAt: booking.startAt.toISOString() },
    });
    const mails = await wanting(tx, wanted, byEmail('reminders'));
    await enqueueMails(
      deps,
      tx,
      mails.map((accountId) => ({ ...of, kind, accountId, sequence, startAt: booking.startAt })),
    );
  });
}
