import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines with facts and ids. What could name a person is cut out even when somebody passes it by mistake. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: [
        'req.headers',
        'res.headers',
        '*.password',
        '*.kvnr',
        '*.familyName',
        '*.givenName',
        '*.token',
        '*.csrfToken',
      ],
      remove: true,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
