import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { dayBounds } from '../../kernel/zoned-time.ts';
import type { getStatistics as endpoint } from './contract.ts';
import { type Cell, countCells } from './count.ts';
import { maySeeStatistics } from './policy.ts';
import { type Counted, figuresOf, smallest } from './suppress.ts';

const urgencies = ['immediate', 'urgent', 'today'] as const;

const nothing: Counted = {
  requests: 0,
  met: 0,
  urgentMet: 0,
  secondsToDoctor: null,
  urgentRung: 0,
  secondsToRing: null,
  urgent: 0,
  inTarget: 0,
  due: 0,
  inTime: 0,
  outcomes: 0,
  stayed: 0,
  fellThrough: 0,
  troubleAsked: 0,
  troubled: 0,
  usefulAsked: 0,
  satisfied: 0,
};

/** Indicators of a period in calendar days of Europe/Berlin, `until` exclusive. Names nobody. */
export async function getStatistics(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!maySeeStatistics(actor)) throw forbidden();
  if (input.until <= input.from) throw invalid('period_invalid', { fields: { until: 'period_invalid' } });
  const period = {
    from: new Date(dayBounds(input.from).start),
    until: new Date(dayBounds(input.until).start),
    county: input.county ?? null,
    specialty: input.specialty ?? null,
  };
  return deps.db.as(actor, async (tx) => {
    const cells = await countCells(tx, period);
    const counties = new Map((await tx.county.findMany()).map(({ ags, name }) => [ags, name]));
    const specialties = new Map((await tx.specialty.findMany()).map((one) => [one.code, one]));
    const having = <K extends 'month' | 'county' | 'specialty' | 'urgency'>(by: K) =>
      cells.filter(
        (cell): cell is Cell & Record<K, NonNullable<Cell[K]>> => cell.by === by && cell[by] !== null,
      );
    return {
      total: figuresOf(cells.find(({ by }) => by === 'total') ?? nothing),
      months: having('month').map((cell) => ({ month: cell.month, figures: figuresOf(cell) })),
      counties: having('county').map((cell) => ({
        ags: cell.county,
        name: counties.get(cell.county) ?? cell.county,
        figures: figuresOf(cell),
      })),
      specialties: having('specialty').map((cell) => ({
        code: cell.specialty,
        nameDe: specialties.get(cell.specialty)?.nameDe ?? cell.specialty,
        nameEn: specialties.get(cell.specialty)?.nameEn ?? cell.specialty,
        figures: figuresOf(cell),
      })),
      urgencies: urgencies.flatMap((urgency) =>
        having('urgency')
          .filter((cell) => cell.urgency === urgency)
          .map((cell) => ({ urgency, figures: figuresOf(cell) })),
      ),
      smallest,
    };
  });
}
