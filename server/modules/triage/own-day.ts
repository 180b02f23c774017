import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { dateOf, dayBounds } from '../../kernel/zoned-time.ts';
import { recordPatientsSeen } from '../patients/index.ts';
import { diagnosesOf } from '../requests/index.ts';
import { mayClaim } from './policy.ts';
import type { DayItem, getOwnDay as endpoint } from './queue-contract.ts';

/** Both sides may enter a booked room this long before its time. */
const roomOpensBefore = 15 * 60_000;

/** More reports are not shown at once: with each that is written, the next one comes. */
const mostOwed = 50;

/** A specialist's day: what is booked or was taken urgently, and reports still owed, of very many the oldest fifty. */
export async function getOwnDay(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayClaim(actor)) throw forbidden();
  const { practitionerId } = actor;
  const day = input.day ?? dateOf(deps.clock.now().getTime());
  return deps.db.as(actor, async (tx) => {
    const rows = [
      ...(await dayRows(tx, practitionerId, dayBounds(day))),
      ...(await owedRows(tx, practitionerId)),
    ];
    const items = rows.map(present).sort((a, b) => a.startAt.localeCompare(b.startAt));
    await recordPatientsSeen(
      deps,
      tx,
      actor,
      'own-day',
      items.map(({ patient }) => patient.id),
    );
    return { day, items };
  });
}

const shown = {
  patient: true,
  requester: { select: { name: true, phone: true } },
  urgent: { select: { claimedAt: true, callbackPhone: true } },
} as const;

function dayRows(tx: Tx, practitionerId: string, { start, end }: Interval) {
  const within = { gte: new Date(start), lt: new Date(end) };
  return tx.consultRequest.findMany({
    where: {
      providerPractitionerId: practitionerId,
      OR: [
        { plannedStart: within, status: { notIn: ['cancelled', 'withdrawn', 'consulted'] } },
        { kind: 'urgent', status: { in: ['accepted', 'in_consultation'] } },
        { kind: 'urgent', status: 'answered', urgent: { claimedAt: within } },
      ],
    },
    include: shown,
  });
}

const owedRows = (tx: Tx, practitionerId: string) =>
  tx.consultRequest.findMany({
    where: { providerPractitionerId: practitionerId, status: 'consulted' },
    orderBy: [{ consultedAt: 'asc' }, { id: 'asc' }],
    take: mostOwed,
    include: shown,
  });

type Row = Awaited<ReturnType<typeof dayRows>>[number];

function present(row: Row): z.input<typeof DayItem> {
  const startAt = row.plannedStart ?? row.urgent?.claimedAt ?? row.createdAt;
  const isOpen = row.status === 'planned' || row.status === 'accepted' || row.status === 'in_consultation';
  return {
    requestId: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    urgency: row.urgency,
    startAt: startAt.toISOString(),
    endAt: row.plannedEnd?.toISOString() ?? null,
    roomFrom: isOpen ? roomFrom(row, startAt).toISOString() : null,
    reportOwed: row.status === 'consulted',
    question: row.question,
    diagnoses: diagnosesOf(row.diagnoses),
    patient: {
      id: row.patient.id,
      familyName: row.patient.familyName,
      givenName: row.patient.givenName,
      birthDate: row.patient.birthDate.toISOString().slice(0, 10),
      sex: row.patient.sex,
      allergies: row.patient.allergies,
    },
    requester: {
      organisation: row.requester.name,
      phone: row.urgent?.callbackPhone ?? row.requester.phone,
    },
  };
}

const roomFrom = (row: Row, startAt: Date): Date =>
  row.kind === 'urgent' ? startAt : new Date(startAt.getTime() - roomOpensBefore);
