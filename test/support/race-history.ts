/** What clients did in a race for times, and what stood in the database after it. Instants in milliseconds. */

/** A stretch of one practitioner's time that a hold or booking blocks, buffers included. */
export type Slot = { practitionerId: string; from: number; until: number };

export type Operation =
  | { kind: 'hold'; slot: Slot }
  /** `slot` is null when only the hold is named. `marker` stands in the request, so that it is found again. */
  | { kind: 'book'; slot: Slot | null; holdId: string | null; marker: string }
  | { kind: 'move'; bookingId: string; slot: Slot; sequence: number }
  | { kind: 'cancel'; bookingId: string }
  | { kind: 'release'; holdId: string }
  /** Five minutes pass for a hold. */
  | { kind: 'expire'; holdId: string };

export type Outcome =
  | { kind: 'done'; id: string; slot: Slot; heldUntil?: number; sequence?: number }
  | { kind: 'refused'; code: string }
  /** The answer was lost: it may have been done, or not. */
  | { kind: 'unknown' };

export type Attempt = {
  account: string;
  operation: Operation;
  sent: number;
  answered: number;
  outcome: Outcome;
  /** It asks for what is not to be had, and must be refused with this code. */
  refusedWith?: string;
};

export type BookingRow = Slot & {
  id: string;
  state: string;
  requestId: string | null;
  overbooked: boolean;
  sequence: number;
};
export type RequestRow = { id: string; status: string; marker: string; plannedStart: number | null };
export type EventRow = { type: string; subjectId: string; startAt: number; fromStartAt: number | null };
export type Rows = { bookings: BookingRow[]; requests: RequestRow[]; events: EventRow[] };

export type Violation = {
  rule:
    | 'overlap'
    | 'given_twice'
    | 'lost'
    | 'not_as_acknowledged'
    | 'nobody_asked'
    | 'unfounded_refusal'
    | 'not_refused'
    | 'failed'
    | 'half_written';
  what: string;
};

export const overlaps = (a: Slot, b: Slot): boolean =>
  a.practitionerId === b.practitionerId && a.from < b.until && b.from < a.until;

export const isSame = (a: Slot, b: Slot): boolean =>
  a.practitionerId === b.practitionerId && a.from === b.from && a.until === b.until;
