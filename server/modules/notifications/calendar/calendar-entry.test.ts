import ical, { type VEvent } from 'node-ical';
import { expect, it } from 'vitest';
import { calendarEntry } from './calendar-entry.ts';

const config = { publicUrl: 'https://netz.example', port: 3000 };
const event = {
  bookingId: '01a20725-45e9-7f07-9d2a-f6a937041d40',
  requestId: '01a20725-45e2-73a1-9190-5b5e83b00fee',
  sequence: 3,
  // Across the hour that October has twice.
  start: new Date('2026-10-25T00:30:00Z'),
  end: new Date('2026-10-25T01:30:00Z'),
  title: 'Videokonsil K-000001, Innere; Ambulanz, Klinikum „Süd“ \\ Nord',
  description: 'Zeile eins\nZeile zwei',
};
const write = (method: 'REQUEST' | 'CANCEL') =>
  calendarEntry(config, {
    method,
    organizer: { name: 'TelKonNet', address: 'konsil@netz.example' },
    attendee: { name: 'Dr. Ärztin; "X"', address: 'a@praxis.example' },
    stamp: new Date('2026-10-01T10:00:00Z'),
    event,
  });
const read = (text: string): VEvent => {
  const found = Object.values(ical.sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
  if (found?.type !== 'VEVENT') throw new Error('no event');
  return found;
};

it('is read back as it was meant, umlauts, signs and instants', () => {
  const back = read(write('REQUEST'));
  expect(back).toMatchObject({
    uid: '01a20725-45e9-7f07-9d2a-f6a937041d40@netz.example',
    status: 'CONFIRMED',
    summary: event.title,
    location: 'https://netz.example/raum/01a20725-45e2-73a1-9190-5b5e83b00fee',
  });
  expect(Number(back.sequence)).toBe(3);
  expect([back.start.toISOString(), back.end?.toISOString()]).toEqual([
    event.start.toISOString(),
    event.end.toISOString(),
  ]);
  expect(String(back.description)).toContain('Zeile eins\nZeile zwei');
});

it('keeps to the lines of RFC 5545: CRLF, at most 75 bytes, UTC without a zone of its own', () => {
  const text = write('CANCEL');
  expect(text).toMatch(/^METHOD:CANCEL\r$/m);
  expect(text).toMatch(/^STATUS:CANCELLED\r$/m);
  expect(text).toMatch(/^DTSTART:20261025T003000Z\r$/m);
  expect(text).not.toContain('TZID');
  for (const line of text.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});
