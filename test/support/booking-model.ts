/** What bookings should do, in memory and without a database: for tests that let anything happen in any order. */
import { practitioners } from './world.ts';

const minute = 60_000;
/** Tuesday, 24 November 2026, 9:00 in Berlin. */
const opening = Date.parse('2026-11-24T08:00:00Z');
const week = 7 * 24 * 60 * minute;

export const people = { a: practitioners.specialist.id, b: practitioners.secondSpecialist.id };
export type Person = keyof typeof people;
type Hours = { from: number; until: number; slot: number; buffer: number };
/** Minutes after the opening; the third are those of the pool that both are in. */
export const hours: Record<Person | 'pool', Hours> = {
  a: { from: 0, until: 60, slot: 20, buffer: 0 },
  b: { from: 0, until: 80, slot: 30, buffer: 5 },
  pool: { from: 80, until: 120, slot: 20, buffer: 0 },
};

export type Practice = 'assistant' | 'otherPhysician';
export type Who = Practice | 'coordinator';
/** Minutes after the opening; a week earlier is the past. */
export type Target = { whose: Person | 'pool'; at: number; past?: boolean };
type Place = { person: Person; pool: boolean; start: number; end: number; from: number; until: number };
export type Row = Place & {
  id: string;
  by: Practice;
  state: 'held' | 'booked' | 'cancelled';
  heldUntil: number;
  extended: boolean;
  overbooked: boolean;
  sequence: number;
  history: string[];
};
/** Either what a time turns out to be, one for each who could get it, or why not. */
type Verdict = { places: Place[] } | { refused: string };

export class BookingModel {
  now = Date.parse('2026-11-23T09:00:00Z');
  readonly rows: Row[] = [];

  static startOf = ({ at, past }: Target): number => opening + at * minute - (past ? week : 0);

  active = (): Row[] =>
    this.rows.filter((row) => row.state === 'booked' || (row.state === 'held' && row.heldUntil > this.now));
  holds = (): Row[] => this.rows.filter(({ state }) => state === 'held');
  /** Mostly one that is still to come, sometimes one that is cancelled. */
  booking(at: number): Row | undefined {
    const made = this.rows.filter(({ state }) => state !== 'held');
    const open = made.filter(({ state }) => state === 'booked');
    const rows = at % 8 > 0 && open.length > 0 ? open : made;
    return rows[at % Math.max(rows.length, 1)];
  }

  private isTaken(place: Place, by: Who, but?: Row): boolean {
    return this.active().some(
      (row) =>
        row !== but &&
        row.person === place.person &&
        row.from < place.until &&
        place.from < row.until &&
        !(row.state === 'held' && row.by === by),
    );
  }

  /** A time of somebody's own hours or of the pool's; the coordinator may name whom the pool's time goes to. */
  judge(target: Target, by: Who, moving?: Row): Verdict {
    const start = BookingModel.startOf(target);
    if (target.past) return { refused: 'slot_in_past' };
    const onGrid = (of: Person | 'pool') => {
      const { from, until, slot, buffer } = hours[of];
      const step = slot + 2 * buffer;
      return target.at >= from && target.at + slot <= until && (target.at - from) % step === 0;
    };
    const { whose } = target;
    const of = onGrid(whose) ? whose : by === 'coordinator' && onGrid('pool') ? 'pool' : null;
    if (!of) return { refused: 'slot_outside_roster' };
    const { slot, buffer } = hours[of];
    const end = start + slot * minute;
    const candidates: Person[] = whose === 'pool' ? ['a', 'b'] : [whose];
    const places = candidates
      .map((person) => ({
        person,
        pool: of === 'pool',
        start,
        end,
        from: start - buffer * minute,
        until: end + buffer * minute,
      }))
      .filter((place) => !this.isTaken(place, by, moving));
    return places.length > 0 ? { places } : { refused: 'slot_taken' };
  }

  /** Whether somebody is free for a booking as it stands, hours or not. */
  isFreeFor(person: Person, row: Row): boolean {
    return !this.isTaken({ ...row, person }, 'coordinator', row);
  }

  giveUpHolds(by: Who, but?: Row): void {
    for (const row of this.holds())
      if (row.by === by && row !== but) this.rows.splice(this.rows.indexOf(row), 1);
  }

  hold(id: string, by: Practice, place: Place): void {
    this.giveUpHolds(by);
    this.rows.push({ ...this.fresh(id, by, place), state: 'held', heldUntil: this.now + 5 * minute });
  }

  book(id: string, by: Practice, place: Place, held?: Row): void {
    this.giveUpHolds(by, held);
    if (held) Object.assign(held, { state: 'booked', history: ['booking.made'] });
    else this.rows.push({ ...this.fresh(id, by, place), state: 'booked', history: ['booking.made'] });
  }

  change(row: Row, step: string, change: Partial<Row>): void {
    Object.assign(row, change, { sequence: row.sequence + 1 });
    row.history.push(step);
  }

  private fresh = (id: string, by: Practice, place: Place): Row => ({
    ...place,
    id,
    by,
    state: 'held',
    heldUntil: 0,
    extended: false,
    overbooked: false,
    sequence: 0,
    history: [],
  });
}
