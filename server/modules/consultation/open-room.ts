import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { openRoom as endpoint, Room } from './contract.ts';
import { maySit } from './policy.ts';
import { describeRoom } from './view-room.ts';

/**
 * Makes the consultation of a request whose time has come; who comes second finds it open.
 * @throws notFound; forbidden; conflict `room_not_open` with `{ opensAt }`, `room_over`, `consultation_closed`
 */
export async function openRoom(
  deps: Deps,
  actor: Actor,
  { id: requestId }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    const room = await describeRoom(tx, actor, requestId, now);
    if (!maySit(actor, room.side)) throw forbidden();
    refuseUnlessOpen(room);
    if (room.consultationId) return room;
    const opened = await tx.consultation.createMany({
      data: { requestId, openedAt: now },
      skipDuplicates: true,
    });
    const found = await describeRoom(tx, actor, requestId, now);
    if (opened.count > 0 && found.consultationId) {
      await deps.record(tx, actor, {
        type: 'consultation.opened',
        subject: { kind: 'consultation', id: found.consultationId },
        patientId: room.patient.id,
        requestId,
      });
    }
    return found;
  });
}

export function refuseUnlessOpen({ state, opensAt }: Pick<Room, 'state' | 'opensAt'>): void {
  if (state === 'early') throw conflict('room_not_open', { data: { opensAt } });
  if (state === 'over') throw conflict('room_over');
  if (state === 'closed') throw conflict('consultation_closed');
}
