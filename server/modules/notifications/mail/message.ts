import MailComposer from 'nodemailer/lib/mail-composer';
import type { Deps } from '../../../kernel/deps.ts';
import { hostOf } from '../address.ts';
import type { Letter } from './letter.ts';

/** The bytes of an e-mail. Its Message-ID is the row's: a receiver knows a repeat by it. */
export function buildMessage(deps: Deps, mailId: string, letter: Letter): Promise<Buffer> {
  const { invitation } = letter;
  const composer = new MailComposer({
    messageId: `<${mailId}@${hostOf(deps.config)}>`,
    date: deps.clock.now(),
    ...(deps.config.mail ? { from: deps.config.mail.from } : {}),
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    ...(invitation ? { icalEvent: { ...invitation, filename: 'termin.ics' } } : {}),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
