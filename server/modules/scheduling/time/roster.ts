import type { Interval } from '../../../kernel/interval.ts';
import type { LocalDate, LocalTime } from '../../../kernel/zoned-time.ts';

/** `urgent_reserve` is kept free for urgent video requests; `written` is time for answers without video. */
export const modalities = ['video', 'urgent_reserve', 'written'] as const;
export type Modality = (typeof modalities)[number];

/**
 * `odd` and `even` go by the number of the ISO calendar week, as duty rosters in German hospitals do. A year of
 * 53 weeks (2026) therefore brings two odd weeks in a row.
 */
export const weekPatterns = ['every', 'odd', 'even'] as const;
export type WeekPattern = (typeof weekPatterns)[number];

/** Weekly hours of one practitioner or one pool in one department, in wall-clock time of `zone`. */
export type Roster = {
  id: string;
  departmentId: string;
  /** Whose calendar it stands in: of a pool's roster each member has a copy. */
  practitionerId: string;
  /** Null = the practitioner's own hours. */
  poolId: string | null;
  /** ISO: 1 = Monday … 7 = Sunday; the day on which the window begins. */
  weekday: number;
  fromTime: LocalTime;
  /** At or before `fromTime`: on the next day. */
  untilTime: LocalTime;
  zone: string;
  /** Length of one consultation, at least 1. */
  slotMinutes: number;
  /** Kept free around each consultation; buffers may reach beyond the window. */
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** A time can be booked until so long before its start. */
  minimumNoticeMinutes: number;
  /** Calendar days ahead, counted from today in `zone`; 0 = today only. */
  furthestDaysAhead: number;
  validFrom: LocalDate;
  /** First day on which it no longer holds; null = open. */
  validUntil: LocalDate | null;
  weekPattern: WeekPattern;
  modality: Modality;
  /** Who may book: anyone of these counties or organisations; both empty = all. */
  audienceCounties: readonly string[];
  audienceOrganisations: readonly string[];
};

/**
 * Replaces all windows of the person's own that begin on one day, holiday or not, and cuts those of pools down to its
 * intervals; no `intervals` = not available.
 */
export type RosterOverride = {
  day: LocalDate;
  departmentId: string;
  /** Wall clock; lengths, buffers and the like come from the roster that {@link overrideTemplate} names. */
  intervals: readonly { from: LocalTime; until: LocalTime }[];
};

/** When one practitioner gives consultations, taken or not. */
export type Hours = {
  rosters: readonly Roster[];
  /** At most one per day. */
  overrides: readonly RosterOverride[];
  /** Instants at which the practitioner is away. */
  absences: readonly Interval[];
};

/** Everything that decides when one practitioner is free. */
export type Calendar = Hours & {
  /** Instants taken by held and booked consultations, their own buffers included. */
  blocked: readonly Interval[];
};

/** A time that can be booked. Instants in epoch milliseconds. */
export type FreeSlot = Interval & {
  rosterId: string;
  departmentId: string;
  practitionerId: string;
  poolId: string | null;
  modality: Modality;
  /** With buffers: what the booking will block. */
  blockedFrom: number;
  blockedUntil: number;
};

/** Who asks, for rosters that are open to some only. */
export type Asker = { countyAgs: string; organisationId: string };

export const isOpenTo = (roster: Roster, asker: Asker): boolean =>
  (roster.audienceCounties.length === 0 && roster.audienceOrganisations.length === 0) ||
  roster.audienceCounties.includes(asker.countyAgs) ||
  roster.audienceOrganisations.includes(asker.organisationId);
