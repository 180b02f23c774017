/** Between the weekly form's fields and what the wire takes. Pure. */
import { weekdayOf } from '../../../../server/kernel/local-date.ts';
import type { Roster, RosterFields } from '../../../../server/modules/scheduling/roster-contract.ts';
import type { TimeTarget } from '../plan-target.ts';

/** Whose hours: `person:<id>` or `pool:<id>`, as the one select of both holds it. */
export type Owner = `person:${string}` | `pool:${string}`;

/** Selects hold texts, number inputs texts while somebody types. */
export type RosterValues = Omit<
  RosterFields,
  | 'practitionerId'
  | 'poolId'
  | 'weekday'
  | 'slotMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'minimumNoticeMinutes'
  | 'furthestDaysAhead'
> & {
  owner: Owner;
  weekday: string;
  slotMinutes: number | string;
  bufferBeforeMinutes: number | string;
  bufferAfterMinutes: number | string;
  minimumNoticeMinutes: number | string;
  furthestDaysAhead: number | string;
};

/** What a new roster starts with where the person has none to take it from. */
const usual = {
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  minimumNoticeMinutes: 60,
  furthestDaysAhead: 120,
  weekPattern: 'every',
  modality: 'video',
  audienceCounties: [],
  audienceOrganisations: [],
} as const;

/** Whose hours a roster is. */
export const ownerOf = (roster: { practitionerId: string | null; poolId: string | null }): Owner =>
  roster.poolId === null ? `person:${roster.practitionerId}` : `pool:${roster.poolId}`;

const idsOf = (owner: Owner): Pick<RosterFields, 'practitionerId' | 'poolId'> => {
  const id = owner.slice(owner.indexOf(':') + 1);
  return owner.startsWith('pool:')
    ? { practitionerId: null, poolId: id }
    : { practitionerId: id, poolId: null };
};

/** @param others rosters of the same person: the newest lends its settings to a new one */
export function rosterValues(target: TimeTarget, others: readonly Roster[]): RosterValues {
  if (target.roster) {
    const { id, weekday, practitionerId, poolId, ...rest } = target.roster;
    const owner = ownerOf({ practitionerId, poolId });
    return { ...rest, owner, weekday: String(weekday), until: forInput(rest.until) };
  }
  const { id, practitionerId, poolId, weekday, from, until, validFrom, validUntil, ...like } = others.at(
    -1,
  ) ?? {
    ...usual,
    id: '',
    practitionerId: '',
    poolId: null,
    weekday: 1,
    from: '',
    until: '',
    validFrom: '',
    validUntil: null,
  };
  return {
    ...like,
    audienceCounties: [...like.audienceCounties],
    audienceOrganisations: [...like.audienceOrganisations],
    modality: 'video',
    weekPattern: 'every',
    owner: ownerOf({ practitionerId: target.personId, poolId: target.poolId ?? null }),
    weekday: String(weekdayOf(target.day)),
    from: target.from,
    until: forInput(target.until),
    validFrom: target.day,
    validUntil: null,
  };
}

/** A time input knows no 24:00: midnight at the end of the day is entered as 00:00. */
const forInput = (time: string): string => (time === '24:00' ? '00:00' : time);
export const endOfDay = (time: string): string => (time === '00:00' ? '24:00' : time);

/** The wire's fields, or null while something is not entered completely. */
export function rosterFields(values: RosterValues): RosterFields | null {
  const numbers = {
    slotMinutes: values.slotMinutes,
    bufferBeforeMinutes: values.bufferBeforeMinutes,
    bufferAfterMinutes: values.bufferAfterMinutes,
    minimumNoticeMinutes: values.minimumNoticeMinutes,
    furthestDaysAhead: values.furthestDaysAhead,
  };
  if (Object.values(numbers).some((value) => typeof value !== 'number')) return null;
  if (!values.from || !values.until || !values.validFrom) return null;
  const { slotMinutes, bufferBeforeMinutes, bufferAfterMinutes, minimumNoticeMinutes, furthestDaysAhead } =
    numbers;
  const { owner, ...rest } = values;
  return {
    ...rest,
    ...idsOf(owner),
    weekday: Number(values.weekday),
    until: endOfDay(values.until),
    slotMinutes: Number(slotMinutes),
    bufferBeforeMinutes: Number(bufferBeforeMinutes),
    bufferAfterMinutes: Number(bufferAfterMinutes),
    minimumNoticeMinutes: Number(minimumNoticeMinutes),
    furthestDaysAhead: Number(furthestDaysAhead),
  };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How many consultations fit into the hours. */
export function slotsIn(fields: RosterFields): number {
  const length = minutesOf(fields.until) - minutesOf(fields.from);
  const step = fields.slotMinutes + fields.bufferBeforeMinutes + fields.bufferAfterMinutes;
  return length < fields.slotMinutes ? 0 : 1 + Math.floor((length - fields.slotMinutes) / step);
}
