import type { Roster } from '../../server/modules/scheduling/time/roster.ts';

/** Tuesdays 9:00 to 12:00 in Berlin, in times of 20 minutes, for everybody; `of` says what differs. */
export const sampleRoster = (of: Partial<Roster> = {}): Roster => ({
  id: 'r1',
  departmentId: 'd1',
  practitionerId: 'p1',
  poolId: null,
  weekday: 2,
  fromTime: '09:00',
  untilTime: '12:00',
  zone: 'Europe/Berlin',
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  furthestDaysAhead: 60,
  validFrom: '2026-01-01',
  validUntil: null,
  weekPattern: 'every',
  modality: 'video',
  audienceCounties: [],
  audienceOrganisations: [],
  ...of,
});
