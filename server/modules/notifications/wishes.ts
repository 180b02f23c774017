import type { Tx } from '../../kernel/db.ts';
import type { NotificationSettings } from '../../kernel/generated/client.ts';
import type { Subject, Wishes } from './contract.ts';

type Row = Omit<NotificationSettings, 'accountId'>;

/** Who has never chosen is told everything. */
export const wishesOf = (row: Row | null): Wishes => ({
  bookings: { inApp: row?.bookingsInApp ?? true, email: row?.bookingsEmail ?? true },
  waiting: { inApp: row?.waitingInApp ?? true, email: row?.waitingEmail ?? true },
  reports: { inApp: row?.reportsInApp ?? true, email: row?.reportsEmail ?? true },
  reminders: { inApp: row?.remindersInApp ?? true, email: row?.remindersEmail ?? true },
  onCall: { inApp: row?.onCallInApp ?? true, email: row?.onCallEmail ?? true },
  remindDay: row?.remindDay ?? true,
  remindMinutes: row?.remindMinutes ?? true,
});

export const rowOf = (wishes: Wishes): Row => ({
  bookingsInApp: wishes.bookings.inApp,
  bookingsEmail: wishes.bookings.email,
  waitingInApp: wishes.waiting.inApp,
  waitingEmail: wishes.waiting.email,
  reportsInApp: wishes.reports.inApp,
  reportsEmail: wishes.reports.email,
  remindersInApp: wishes.reminders.inApp,
  remindersEmail: wishes.reminders.email,
  onCallInApp: wishes.onCall.inApp,
  onCallEmail: wishes.onCall.email,
  remindDay: wishes.remindDay,
  remindMinutes: wishes.remindMinutes,
});

/** Those of the accounts that want to be told of a subject by this way. */
export async function wanting(
  tx: Tx,
  accountIds: readonly string[],
  want: (wishes: Wishes) => boolean,
): Promise<string[]> {
  const rows = await tx.notificationSettings.findMany({ where: { accountId: { in: [...accountIds] } } });
  const chosen = new Map(rows.map((row) => [row.accountId, row]));
  return [...new Set(accountIds)].filter((id) => want(wishesOf(chosen.get(id) ?? null)));
}

export const inApp = (subject: Subject) => (wishes: Wishes) => wishes[subject].inApp;
export const byEmail = (subject: Subject) => (wishes: Wishes) => wishes[subject].email;
