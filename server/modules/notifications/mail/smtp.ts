import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** A mail server that listens. */
export type SmtpLine = {
  /** Hands one message over. @throws when it was refused (`isRefusal`), or when nobody knows whether it arrived. */
  send(from: string, to: string, message: Buffer): Promise<void>;
  close(): void;
};

/** Connecting and handing over get so long each: a booking waits for the second. */
const limit = 5_000;

/** Connects and signs in, before anything is locked. @param url `smtp://user:password@host:587?requireTLS=true` */
export async function openSmtp(url: string): Promise<SmtpLine> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...options,
    dnsTimeout: limit,
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    // What is closed says no further word: no message may leave after its time.
    socketCloseTimeout: 0,
  });
  const within = <T>(work: (done: (error: Error | null | undefined, value?: T) => void) => void) =>
    new Promise<T | undefined>((resolve, reject) => {
      const end = (error: Error | null | undefined, value?: T) => {
        clearTimeout(timer);
        connection.off('error', end);
        if (!error) return resolve(value);
        connection.close();
        reject(error);
      };
      const timer = setTimeout(() => end(new Error('the mail server takes too long')), limit);
      connection.on('error', end);
      work(end);
    });
  await within((done) => connection.connect(done));
  // Once more than one has waited for it, an error has nobody left to hear it.
  connection.on('error', () => undefined);
  if (auth) await within((done) => connection.login(auth, done));
  return {
    async send(from, to, message) {
      await within((done) => connection.send({ from, to, size: message.length }, message, done));
    },
    close() {
      connection.close();
    },
  };
}

/** The server has answered no: nothing arrived. `final`: it will not take it later either. */
export function isRefusal(error: unknown): { final: boolean } | null {
  if (!(error instanceof Error) || !('responseCode' in error) || typeof error.responseCode !== 'number')
    return null;
  return { final: error.responseCode >= 500 };
}
