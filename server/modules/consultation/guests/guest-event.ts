import type { Cause } from '../../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';

/** What happens to guests. */
export const guestEvents = [
  'guest.invited',
  'guest.waiting',
  'guest.admitted',
  'guest.refused',
  'guest.revoked',
  'guest.left',
] as const;
export type GuestEvent = (typeof guestEvents)[number];

/** Records what happened to a guest, with ids only; without a cause it was the guest. */
export async function recordGuestEvent(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  type: GuestEvent,
  guestId: string,
): Promise<void> {
  await asSoftware(tx, async () => {
    const { request } = await tx.consultationGuest.findUniqueOrThrow({
      where: { id: guestId },
      select: { request: { select: { id: true, patientId: true } } },
    });
    await deps.record(tx, cause, {
      type,
      subject: { kind: 'guest', id: guestId },
      patientId: request.patientId,
      requestId: request.id,
    });
  });
}
