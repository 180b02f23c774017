import type { Tx } from '../server/kernel/db.ts';
import type { Deps } from '../server/kernel/deps.ts';
import { addDays, dateOf } from '../server/kernel/zoned-time.ts';
import { demoAccounts, hashPassword } from '../server/modules/identity/index.ts';
import { closeMonths, judgeHistory } from './seed/billing.ts';
import { eventsOf } from './seed/event-rows.ts';
import { bookingInSeries, followUps, seriesOf } from './seed/follow-ups.ts';
import { type Case, cases } from './seed/history.ts';
import { notices } from './seed/notices.ts';
import { careHomes, departments, hospital, network, practices } from './seed/organisations.ts';
import { patients } from './seed/patients.ts';
import { accounts, practitioners } from './seed/people.ts';
import { pool, poolMembers, poolRosters } from './seed/pool.ts';
import { roomOf } from './seed/room-rows.ts';
import { rosters, shifts } from './seed/rosters.ts';
import { bookingOf, consentOf, reportOf, requestOf, urgentOf } from './seed/rows.ts';
import { offerRows, waitingRows } from './seed/waiting.ts';

/** All of it is one transaction; a slow machine takes its time for it, in ms. */
const patience = 180_000;

/**
 * Fills an empty database with the demonstration network: all at once or not at all. Where it stands already, nothing changes.
 * Billing then judges its consultations as it judges real ones.
 * @returns whether anything was written
 */
export async function seed(deps: Pick<Deps, 'db' | 'clock' | 'record'>): Promise<boolean> {
  const there = await deps.db.system((tx) =>
    tx.organisation.findUnique({ where: { id: hospital.id }, select: { id: true } }),
  );
  if (there) {
    await judgeHistory(deps);
    return false;
  }
  const passwordHash = await hashPassword(demoAccounts[0]?.password ?? '');
  const now = deps.clock.now();
  const history = cases(now);
  await deps.db.system(async (tx) => {
    await directory(tx, passwordHash, now);
    await consultations(tx, history);
    await series(tx, now, history);
    await waitingList(tx, now);
    await notices(tx, now);
  }, patience);
  await closeMonths(deps);
  return true;
}

async function directory(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const today = dateOf(now.getTime());
  const organisations = [hospital, network, ...practices, ...careHomes];
  await tx.organisation.createMany({ data: organisations.map(({ key: _, ...row }) => row) });
  await tx.department.createMany({ data: departments });
  await tx.practitioner.createMany({ data: practitioners });
  await tx.account.createMany({ data: accounts.map((account) => ({ ...account, passwordHash })) });
  await tx.patient.createMany({ data: patients });
  await tx.roster.createMany({ data: rosters(addDays(today, -70)) });
  await tx.pool.create({ data: pool });
  await tx.poolMember.createMany({ data: poolMembers });
  await tx.roster.createMany({ data: poolRosters(addDays(today, -70)) });
  await tx.onCallShift.createMany({ data: shifts(addDays(today, -57), 57 + 365) });
}

async function consultations(tx: Tx, history: Case[]): Promise<void> {
  const rooms = history.flatMap(roomOf);
  const urgent = history.filter(({ kind }) => kind === 'urgent').map(urgentOf);
  await tx.consent.createMany({ data: history.map((one) => consentOf(one, '2026-01')) });
  await tx.consultRequest.createMany({ data: history.map(requestOf) });
  await tx.booking.createMany({ data: history.filter(({ kind }) => kind === 'scheduled').map(bookingOf) });
  await tx.urgentRequest.createMany({ data: urgent.map((one) => one.urgent) });
  await tx.vitalSigns.createMany({ data: urgent.map((one) => one.vitals) });
  await tx.consultation.createMany({ data: rooms.map(({ consultation }) => consultation) });
  await tx.participation.createMany({ data: rooms.flatMap(({ stays }) => stays) });
  await tx.report.createMany({ data: history.flatMap(reportOf) });
  const events = history.flatMap(eventsOf).sort((a, b) => Number(a.at) - Number(b.at));
  await tx.eventLog.createMany({ data: events });
}

async function series(tx: Tx, now: Date, history: Case[]): Promise<void> {
  const times = followUps(now, history);
  await tx.consent.createMany({ data: times.map((one) => consentOf(one, '2026-01')) });
  await tx.consultRequest.createMany({ data: times.map(requestOf) });
  await tx.bookingSeries.createMany({ data: seriesOf(times, history) });
  await tx.booking.createMany({ data: times.map(bookingInSeries) });
  await tx.eventLog.createMany({ data: times.flatMap(eventsOf) });
}

async function waitingList(tx: Tx, now: Date): Promise<void> {
  const rows = waitingRows(now);
  const offered = offerRows(now);
  await tx.consent.createMany({ data: rows.consents });
  await tx.consultRequest.createMany({ data: rows.requests });
  await tx.waitingEntry.createMany({ data: rows.entries });
  await tx.booking.createMany({ data: offered.map(({ hold }) => hold) });
  await tx.waitingOffer.createMany({ data: offered.map(({ offer }) => offer) });
  await tx.waitingEntry.updateMany({
    where: { id: { in: offered.map(({ offer }) => offer.waitingId) } },
    data: { state: 'offered' },
  });
  await tx.eventLog.createMany({ data: [...rows.events, ...offered.map(({ event }) => event)] });
}
