/** Billable events with their reasons, and the export batches (Leistungsnachweise) in which they leave the network. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, idPattern, LocalDate, Money } from '../../kernel/wire.ts';

/** Calendar quarter by the date of service, e.g. `2026Q4`. */
export const QuarterName = z.string().regex(/^2\d{3}Q[1-4]$/, 'quarter_invalid');
/** `ready`: billable and in no batch yet. `exported`: left in a batch, final. */
export const EventState = z.enum(['ready', 'incomplete', 'not_billable', 'exported']);
export type EventState = z.infer<typeof EventState>;
const OrganisationKind = z.enum(['hospital', 'practice', 'care_home', 'network']);
const Tariff = z.enum(['EBM', 'project']);
const Sum = z.object({ events: z.int(), cents: Money });
export type Sum = z.infer<typeof Sum>;

export const listQuarters = endpoint({
  method: 'get',
  path: '/api/billing/quarters',
  summary: 'Quarters with billable events, newest first; the running one is always there',
  reply: z.object({
    quarters: z.array(z.object({ quarter: QuarterName, events: z.int(), open: z.int() })),
    current: QuarterName,
  }),
});

export const BillingRow = z.object({
  id: Id,
  requestId: Id,
  /** Of the request, shown as "K-000123". */
  number: z.int(),
  side: z.enum(['requester', 'provider']),
  /** Who is paid. */
  organisation: z.object({ id: Id, name: z.string(), kind: OrganisationKind }),
  /** The other side. */
  counterpart: z.string(),
  patient: z.object({ kvnr: z.string().nullable(), birthDate: LocalDate }),
  tariff: Tariff,
  code: z.string(),
  quantity: z.int(),
  /** Of one unit; null where the tariff has none. */
  points: z.int().nullable(),
  amountCents: Money,
  occurredAt: Instant,
  /** Seconds during which both sides were present; null while it runs. */
  presentSeconds: z.int().nullable(),
  state: EventState,
  /** Codes of `reasons.ts`. */
  reasons: z.array(z.string()),
  /** Number of the batch in which it left. */
  batch: z.int().nullable(),
});
export type BillingRow = z.infer<typeof BillingRow>;

export const listEvents = endpoint({
  method: 'get',
  path: '/api/billing/events',
  summary:
    'Billable events of a quarter in the order of service, with totals per state; `q` finds by number (K-000123), ' +
    'insurance number, code or organisation. Follow `next` for more; is recorded',
  query: z.object({
    quarter: QuarterName,
    state: EventState.optional(),
    /** Only events that carry this code. */
    reason: z
      .string()
      .regex(/^[a-z_]{1,60}$/)
      .optional(),
    /** Who is paid. */
    organisation: Id.optional(),
    q: z.string().trim().max(100, 'too_long').optional(),
    after: z
      .string()
      .regex(new RegExp(`^\\d{1,14}\\.${idPattern}\\.[\\w-]{1,20}$`), 'cursor_invalid')
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    events: z.array(BillingRow),
    /** Of what `organisation` and `q` leave, whatever state and reason are chosen. */
    totals: z.record(EventState, Sum),
    /** The reasons of the chosen state, most frequent first. */
    reasons: z.array(z.object({ reason: z.string(), events: z.int() })),
    next: z.string().nullable(),
  }),
});

export const getSums = endpoint({
  method: 'get',
  path: '/api/billing/sums',
  summary: 'What a quarter comes to: in all, billable cents by month and code, and by organisation',
  query: z.object({ quarter: QuarterName }),
  reply: z.object({
    totals: z.record(EventState, Sum),
    months: z.array(
      z.object({ month: z.string(), tariff: Tariff, code: z.string(), events: z.int(), cents: Money }),
    ),
    organisations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        kind: OrganisationKind,
        ready: Sum,
        exported: Sum,
        incomplete: Sum,
      }),
    ),
  }),
});

export const ExportBatch = z.object({
  id: Id,
  number: z.int(),
  quarter: QuarterName,
  rows: z.int(),
  sumCents: Money,
  /** SHA-256 of the file's bytes, hex. */
  checksum: z.string(),
  createdAt: Instant,
  createdBy: z.string().nullable(),
});
export type ExportBatch = z.infer<typeof ExportBatch>;

export const previewExport = endpoint({
  method: 'get',
  path: '/api/billing/exports/preview',
  summary: 'What the next batch of a quarter would hold, with the first lines of its file; is recorded',
  query: z.object({ quarter: QuarterName }),
  reply: z.object({
    rows: z.int(),
    sumCents: Money,
    number: z.int(),
    codes: z.array(z.object({ tariff: Tariff, code: z.string(), quantity: z.int(), cents: Money })),
    organisations: z.array(z.object({ name: z.string(), events: z.int(), cents: Money })),
    remarks: z.array(z.object({ reason: z.string(), events: z.int() })),
    /** Events that stay behind because something is missing. */
    incomplete: Sum,
    columns: z.array(z.string()),
    lines: z.array(z.array(z.string())),
  }),
});
export type ExportPreview = z.infer<typeof previewExport.reply>;

export const createExport = endpoint({
  method: 'post',
  path: '/api/billing/exports',
  summary: 'Closes everything billable of a quarter that is in no batch yet into a numbered, final CSV',
  body: z.object({
    quarter: QuarterName,
    /** What the preview showed: refused when it has changed since. */
    expected: z.object({ rows: z.int(), sumCents: Money }).optional(),
  }),
  reply: ExportBatch,
  idempotent: true,
  errors: ['nothing_to_export', 'export_changed'],
});

export const listExports = endpoint({
  method: 'get',
  path: '/api/billing/exports',
  summary: 'Export batches, newest first',
  query: z.object({ quarter: QuarterName.optional() }),
  reply: z.object({ exports: z.array(ExportBatch) }),
});

export const getExportFile = endpoint({
  method: 'get',
  path: '/api/billing/exports/:id/file',
  summary:
    'The CSV of a batch, byte for byte as it was closed: UTF-8 with BOM, semicolon, CRLF, decimal comma; is recorded',
  params: z.object({ id: Id }),
  reply: z.string(),
  produces: 'text/csv',
  errors: ['export_not_found', 'export_damaged'],
});

/** Something was decided or exported. */
export const billingChanged = fact({ name: 'billing:changed', data: z.object({}) });
