import { addDays, instantOf, type LocalDate } from '../../server/kernel/zoned-time.ts';
import { idOf } from './ids.ts';
import { departments } from './organisations.ts';
import { practitioners } from './people.ts';

/** Mornings on four weekdays and one afternoon per specialist, shifted from person to person. */
export function rosters(validFrom: LocalDate) {
  return departments.flatMap((department) =>
    practitioners
      .filter((one) => one.departmentId === department.id)
      .flatMap((one, person) => {
        const mornings = [1, 2, 3, 4, 5].filter((weekday) => weekday !== person + 2);
        const sessions = [
          ...mornings.map((weekday) => ({
            weekday,
            fromTime: person === 1 ? '09:00' : '08:20',
            untilTime: '11:40',
          })),
          { weekday: person + 2, fromTime: '13:30', untilTime: '16:30' },
        ];
        return sessions.map((session) => ({
          id: idOf(`roster ${one.id} ${session.weekday} ${session.fromTime}`),
          departmentId: department.id,
          practitionerId: one.id,
          ...session,
          slotMinutes: 20,
          bufferAfterMinutes: 5,
          minimumNoticeMinutes: 30,
          furthestDaysAhead: 120,
          validFrom: new Date(validFrom),
        }));
      }),
  );
}

/** Around the clock, 8 to 8: one first and one deputy per department and day, the team in weekly turns. */
export function shifts(from: LocalDate, days: number) {
  return departments.flatMap((department) => {
    const team = practitioners.filter((one) => one.departmentId === department.id);
    return Array.from({ length: days }, (_, day) => addDays(from, day)).flatMap((date, day) =>
      (['primary', 'deputy'] as const).flatMap((level, offset) => {
        const practitioner = team[(Math.floor(day / 7) + offset) % team.length];
        if (!practitioner) return [];
        return [
          {
            id: idOf(`shift ${department.id} ${level} ${date}`),
            departmentId: department.id,
            practitionerId: practitioner.id,
            level,
            startAt: new Date(instantOf(date, '08:00')),
            endAt: new Date(instantOf(addDays(date, 1), '08:00')),
          },
        ];
      }),
    );
  });
}
