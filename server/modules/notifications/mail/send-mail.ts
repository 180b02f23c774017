import { z } from 'zod';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { serialise } from '../../../kernel/lock.ts';
import { writeLetter } from './letter.ts';
import { buildMessage } from './message.ts';
import { isRefusal, openSmtp, type SmtpLine } from './smtp.ts';
import { tryLater } from './try-later.ts';

const Job = z.object({ mailId: z.string() });
/** Of the transaction, in ms: waiting for another e-mail about the same booking, and then the line's own patience. */
const longest = 14_000;
const latestStart = 8_000;

/**
 * Sends one e-mail: queue `notifications.mail`. The mail server is reached first, so that a booking waits for it as
 * shortly as can be. A crash at any point leads to a repeat with the same Message-ID at worst.
 */
export async function sendMail(deps: Deps, data: unknown): Promise<void> {
  const { mailId } = Job.parse(data);
  const pending = await deps.db.system((tx) =>
    tx.mail.findFirst({ where: { id: mailId, state: 'pending' }, select: { id: true } }),
  );
  if (!pending) return;
  const { mail: settings } = deps.config;
  if (!settings) {
    await deps.db.system((tx) => drop(tx, mailId));
    return;
  }
  const line = await openSmtp(settings.smtpUrl).catch((error: unknown) => ({ error }));
  if ('error' in line) return tryLater(deps, mailId, line.error);
  try {
    const failed = await deps.db.system((tx) => handOver(deps, tx, mailId, line), longest);
    if (failed) await tryLater(deps, mailId, failed.error);
  } finally {
    line.close();
  }
}

/**
 * Whatever the e-mail says is locked while it leaves: whoever cancels the booking waits for these moments, and after a
 * cancellation nothing leaves that speaks of the booking as standing.
 */
async function handOver(
  deps: Deps,
  tx: Tx,
  mailId: string,
  line: SmtpLine,
): Promise<{ error: unknown } | null> {
  const { mail: settings } = deps.config;
  const begun = performance.now();
  const mail = await tx.mail.findFirst({ where: { id: mailId, state: 'pending' } });
  if (!mail || !settings) return null;
  await serialise(tx, `mail:${mail.bookingId ?? mail.id}`);
  const letter = await writeLetter(deps, tx, mail);
  if (!letter) {
    await drop(tx, mailId);
    return null;
  }
  const message = await buildMessage(deps, mail.id, letter);
  const fresh = await mark(deps, mailId, deps.clock.now());
  if (!fresh) return null;
  // The database must not give the transaction up, and with it the lock, before the line has.
  if (performance.now() - begun > latestStart) throw new Error('an e-mail waited too long for its booking');
  try {
    await line.send(settings.from.address, letter.to.address, message);
  } catch (error) {
    if (isRefusal(error) && !mail.handedAt) await mark(deps, mailId, null);
    return { error };
  }
  await tx.mail.update({ where: { id: mailId }, data: { state: 'sent', sentAt: deps.clock.now() } });
  return null;
}

const drop = (tx: Tx, id: string) =>
  tx.mail.updateMany({ where: { id, state: 'pending' }, data: { state: 'dropped' } });

/** Written at once and apart from the sending transaction, which a crash would undo. False: it was sent meanwhile. */
async function mark(deps: Deps, id: string, handedAt: Date | null): Promise<boolean> {
  const { count } = await deps.db.system((tx) =>
    tx.mail.updateMany({ where: { id, state: 'pending' }, data: { handedAt } }),
  );
  return count > 0;
}
