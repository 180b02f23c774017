import type { LocalDate } from '../../server/kernel/zoned-time.ts';
import { idOf } from './ids.ts';
import { departments } from './organisations.ts';
import { practitioners } from './people.ts';

const cardiology = departments.find(({ specialtyCode }) => specialtyCode === 'cardiology');
const team = practitioners.filter(({ departmentId }) => departmentId === cardiology?.id);

/** "Any cardiologist": two afternoons a week beside everybody's own hours. */
export const pool = {
  id: idOf('pool cardiology'),
  departmentId: cardiology?.id ?? '',
  name: 'Gemeinsame Sprechzeit',
};

export const poolMembers = team.map(({ id }) => ({ poolId: pool.id, practitionerId: id }));

/** Monday and Friday, when nobody of the team has own hours (see rosters.ts). */
export function poolRosters(validFrom: LocalDate) {
  return [1, 5].map((weekday) => ({
    id: idOf(`roster pool ${weekday}`),
    departmentId: pool.departmentId,
    poolId: pool.id,
    weekday,
    fromTime: '13:00',
    untilTime: '15:30',
    slotMinutes: 20,
    bufferAfterMinutes: 5,
    minimumNoticeMinutes: 30,
    furthestDaysAhead: 120,
    validFrom: new Date(validFrom),
  }));
}
