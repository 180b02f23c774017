import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { reachedRequest } from '../requests/index.ts';
import type { getRoom, Room } from './contract.ts';
import { mayClose } from './policy.ts';
import { opensAt, roomState } from './room-state.ts';

/** The room as the actor's side sees it. Recording the view is the caller's. */
export async function describeRoom(tx: Tx, actor: Actor, requestId: string, now: Date): Promise<Room> {
  const { row, side, isReached } = await reachedRequest(tx, actor, requestId);
  const consultation = await tx.consultation.findUnique({ where: { requestId } });
  const urgent = await tx.urgentRequest.findUnique({
    where: { requestId },
    select: { callbackPhone: true },
  });
  const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;
  return {
    requestId,
    consultationId: consultation?.id ?? null,
    number: row.number,
    kind: row.kind,
    state: roomState({ ...row, consultation: consultation?.state ?? null }, now),
    side,
    now: now.toISOString(),
    opensAt: iso(opensAt(row)),
    plannedStart: iso(row.plannedStart),
    plannedEnd: iso(row.plannedEnd),
    startedAt: iso(consultation?.startedAt),
    closedAt: iso(consultation?.closedAt),
    presentSeconds: consultation?.presentSeconds ?? null,
    patient: { id: row.patient.id, initials: initialsOf(row.patient) },
    other:
      side === 'provider'
        ? { name: row.requester.name, phone: urgent?.callbackPhone ?? row.requester.phone }
        : { name: `${row.department.name}, ${row.provider.name}`, phone: row.department.phone },
    mayClose: mayClose(actor, side, isReached),
  };
}

export async function viewRoom(
  deps: Deps,
  actor: Actor,
  { id }: Input<typeof getRoom>,
): Promise<Reply<typeof getRoom>> {
  return deps.db.as(actor, async (tx) => {
    const room = await describeRoom(tx, actor, id, deps.clock.now());
    await deps.record(tx, actor, {
      type: 'consultation.viewed',
      subject: { kind: 'request', id },
      patientId: room.patient.id,
      requestId: id,
    });
    return room;
  });
}

const initialsOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${[...givenName][0] ?? ''}${[...familyName][0] ?? ''}`.toUpperCase();
