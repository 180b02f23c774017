import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import ical, { type VEvent } from 'node-ical';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a mail server may do with a message, after all of it has come. */
export type Manner = 'accept' | 'refuse' | 'busy' | 'hang' | 'drop';

export type Caught = { to: string; raw: string; mail: ParsedMail; invitation: Invitation | null };
export type Invitation = {
  method: string;
  uid: string;
  sequence: number;
  start: string;
  end: string;
  summary: string;
  location: string;
  status: string;
  text: string;
};

export type MailCatcher = {
  url: string;
  /** Every message it has accepted, in order. */
  caught: Caught[];
  /** From now on. `drop` takes the message and loses the line before it says so. */
  manner: Manner;
  /** Runs while a message is being taken, before the server says anything. */
  whileTaking: (() => Promise<void>) | null;
  /** Runs when a line is opened. */
  onLine: (() => void) | null;
  close: () => Promise<void>;
};

/** A real mail server on this machine. */
export const openMailCatcher = async (): Promise<MailCatcher> => {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onConnect: (_session, done) => {
      catcher.onLine?.();
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void take(catcher, session, Buffer.concat(chunks), done));
    },
  });
  // A line that is lost under its feet is the test's own doing.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const catcher: MailCatcher = {
    url: `smtp://127.0.0.1:${port}`,
    caught: [],
    manner: 'accept',
    whileTaking: null,
    onLine: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return catcher;
};

const refusals = { refuse: 550, busy: 451 } as const;

const take = async (
  catcher: MailCatcher,
  session: SMTPServerSession,
  raw: Buffer,
  done: (error?: Error | null) => void,
): Promise<void> => {
  const { manner } = catcher;
  await catcher.whileTaking?.();
  if (manner === 'hang') return;
  if (manner === 'refuse' || manner === 'busy') {
    const said = `<${session.envelope.rcptTo[0]?.address}> is not taken`;
    return done(Object.assign(new Error(said), { responseCode: refusals[manner] }));
  }
  const mail = await simpleParser(raw);
  const to = session.envelope.rcptTo.map(({ address }) => address).join();
  catcher.caught.push({ to, raw: raw.toString('utf8'), mail, invitation: invitationIn(mail) });
  if (manner === 'accept') done();
};

/** The calendar entry of a message, by what a calendar program reads. */
const invitationIn = (mail: ParsedMail): Invitation | null => {
  const file = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  return file ? readInvitation(file.content.toString('utf8')) : null;
};

export const readInvitation = (text: string): Invitation => {
  const [event] = eventsIn(text);
  if (!event) throw new Error('no event in the calendar');
  return { ...event, text, method: /^METHOD:(.*)$/m.exec(text)?.[1]?.trim() ?? '' };
};

export const eventsIn = (text: string): Omit<Invitation, 'method' | 'text'>[] =>
  Object.values(ical.sync.parseICS(text))
    .filter((part): part is VEvent => part?.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      start: event.start.toISOString(),
      end: event.end?.toISOString() ?? '',
      summary: String(event.summary),
      location: String(event.location),
      status: String(event.status),
    }));
