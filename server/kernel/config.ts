import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65535);
const empty = (value: unknown) => (value === '' ? undefined : value);
/** `TelKonNet <konsil@example.org>`, or the address alone. */
const sender = /^(?:\s*"?([^"<>]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|\s*([^\s<>@]+@[^\s<>@]+))\s*$/;
const optional = <T extends z.ZodType>(type: T) => z.preprocess(empty, type.optional());

const Environment = z.object({
  NODE_ENV: z.preprocess(empty, z.enum(['development', 'test', 'production']).default('development')),
  PORT: z.preprocess(empty, Port.default(3000)),
  HOST: z.preprocess(empty, z.string().default('0.0.0.0')),
  /** Where people reach the server, e.g. https://telkonnet.example; decides secure cookies and checked origins. */
  PUBLIC_URL: optional(z.url()),
  /** How many proxies stand before the server (their X-Forwarded-For is believed). */
  TRUSTED_PROXIES: z.preprocess(empty, z.coerce.number().int().min(0).max(5).default(0)),
  DATABASE_URL: optional(z.string()),
  MIGRATION_DATABASE_URL: optional(z.string()),
  DATABASE_POOL: z.preprocess(empty, z.coerce.number().int().min(2).max(100).default(10)),
  LOG_LEVEL: z.preprocess(
    empty,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
  DATA_DIR: z.preprocess(empty, z.string().default('.data')),
  CLIENT_DIR: z.preprocess(empty, z.string().default('.cache/client')),
  SESSION_HOURS: z.preprocess(empty, z.coerce.number().min(0.1).max(72).default(12)),
  WAITING_OFFER_MINUTES: z.preprocess(empty, z.coerce.number().int().min(10).max(10_080).default(120)),
  MEDIA_SOCKET: optional(z.string()),
  MEDIASOUP_WORKER_BIN: optional(z.string()),
  MEDIA_LISTEN_ADDRESS: z.preprocess(empty, z.string().default('0.0.0.0')),
  MEDIA_ANNOUNCED_ADDRESS: optional(z.string()),
  MEDIA_PORT: z.preprocess(empty, Port.default(0)),
  TURN_URL: optional(z.string()),
  TURN_SECRET: optional(z.string()),
  PUSH_HOSTS: z.preprocess(empty, z.string().default('')),
  TRIAGE_SORTING: z.preprocess(empty, z.enum(['rule', 'time']).default('rule')),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' })),
  MAIL_FROM: optional(z.string().regex(sender, 'must be an address, or a name and <an address>')),
});

export type Sender = { name: string; address: string };

export type Config = {
  production: boolean;
  environment: 'development' | 'test' | 'production';
  port: number;
  host: string;
  publicUrl: string | null;
  trustedProxies: number;
  /** Null = the embedded PostgreSQL under `dataDir`. */
  databaseUrl: string | null;
  migrationDatabaseUrl: string | null;
  databasePool: number;
  logLevel: string;
  dataDir: string;
  clientDir: string;
  sessionHours: number;
  /** How long a freed time is held for one entry of the waiting list before it goes to the next. */
  waitingOfferMinutes: number;
  /** `time`: no score sorts or raises a request; urgency is what people chose, then who waits longer. */
  triageSorting: 'rule' | 'time';
  /** Null = nothing is sent by e-mail. */
  mail: { smtpUrl: string; from: Sender } | null;
  /** Hosts (with port) of push services beside those of the browsers' makers. */
  pushHosts: string[];
  media: {
    socket: string | null;
    workerBin: string | null;
    listenAddress: string;
    announcedAddress: string | null;
    port: number;
    turnUrl: string | null;
    turnSecret: string | null;
  };
};

/**
 * Reads the configuration from environment variables.
 * @throws Error with one line that names every unreadable variable and what it may be.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(
      `The configuration cannot be read: ${what}. Correct these environment variables (docs/operations.md lists them).`,
    );
  }
  const e = parsed.data;
  if (e.NODE_ENV === 'production' && !e.PUBLIC_URL) {
    throw new Error(
      'The configuration cannot be read: PUBLIC_URL is missing. In production it must name the address that people open, e.g. https://telkonnet.example.',
    );
  }
  if (e.SMTP_URL && !e.MAIL_FROM) {
    throw new Error(
      'The configuration cannot be read: MAIL_FROM is missing. With SMTP_URL it must name the sender of e-mails, e.g. TelKonNet <konsil@telkonnet.example>.',
    );
  }
  return {
    production: e.NODE_ENV === 'production',
    environment: e.NODE_ENV,
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    trustedProxies: e.TRUSTED_PROXIES,
    databaseUrl: e.DATABASE_URL ?? null,
    migrationDatabaseUrl: e.MIGRATION_DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    logLevel: e.LOG_LEVEL,
    dataDir: e.DATA_DIR,
    clientDir: e.CLIENT_DIR,
    sessionHours: e.SESSION_HOURS,
    waitingOfferMinutes: e.WAITING_OFFER_MINUTES,
    triageSorting: e.TRIAGE_SORTING,
    mail: e.SMTP_URL && e.MAIL_FROM ? { smtpUrl: e.SMTP_URL, from: senderOf(e.MAIL_FROM) } : null,
    pushHosts: e.PUSH_HOSTS.split(',').filter(Boolean),
    media: {
      socket: e.MEDIA_SOCKET ?? null,
      workerBin: e.MEDIASOUP_WORKER_BIN ?? null,
      listenAddress: e.MEDIA_LISTEN_ADDRESS,
      announcedAddress: e.MEDIA_ANNOUNCED_ADDRESS ?? null,
      port: e.MEDIA_PORT,
      turnUrl: e.TURN_URL ?? null,
      turnSecret: e.TURN_SECRET ?? null,
    },
  };
}

function senderOf(text: string): Sender {
  const [, name = '', named, bare = ''] = sender.exec(text) ?? [];
  return { name: name || 'TelKonNet', address: named ?? bare };
}
