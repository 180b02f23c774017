import { addDays, dateOf, instantOf, type LocalDate, weekdayOf } from '../../server/kernel/zoned-time.ts';
import { caseTexts } from './cases.ts';
import { idOf } from './ids.ts';
import { careHomes, departments, practices } from './organisations.ts';
import { patientsOf, type SeededPatient } from './patients.ts';
import { accountsOf, type SeededAccount } from './people.ts';
import { type Random, randomFrom } from './random.ts';
import type { SpecialtyCode } from './region.ts';

const minute = 60_000;

/** One consultation of the past or the near future, from which all its rows follow. */
export type Case = {
  id: string;
  kind: 'scheduled' | 'urgent';
  /** Booked start, or the moment at which it was raised. */
  at: Date;
  /** When it was asked for: three days before, and never after the seeding. */
  asked: Date;
  outcome: 'answered' | 'unread' | 'owed' | 'cancelled' | 'planned';
  requester: SeededAccount;
  requesterPractitionerId: string | null;
  patient: SeededPatient;
  departmentId: string;
  specialty: SpecialtyCode;
  specialist: SeededAccount;
  text: (typeof caseTexts)[SpecialtyCode][number];
  /** Minutes in the room; how long the doctor was waited for (urgent). */
  talked: number;
  waited: number;
  random: Random;
};

/** Eight weeks of work, and what is booked for the next two. @param today calendar day of the seeding */
export function cases(now: Date): Case[] {
  const random = randomFrom(1963);
  const today = dateOf(now.getTime());
  const days = Array.from({ length: 56 + 14 }, (_, index) => addDays(today, index - 56)).filter(
    (day) => day !== today,
  );
  const all = days.flatMap((day) => [
    ...(weekdayOf(day) <= 5 ? scheduledOn(day, today, random) : []),
    ...(day < today ? urgentOn(day, random) : []),
  ]);
  const latest = (one: Case, index: number) =>
    Math.min(one.asked.getTime(), now.getTime() - (index + 1) * minute);
  return [...all, soon(now, random)]
    .reverse()
    .map((one, index) => ({ ...one, asked: new Date(latest(one, index)) }))
    .reverse();
}

function scheduledOn(day: LocalDate, today: LocalDate, random: Random): Case[] {
  return departments.flatMap((department) => {
    const team = specialistsOf(department.id);
    const share = department.specialtyCode === 'cardiology' ? 0.85 : day > today ? 0.2 : 0.35;
    return team
      .filter(() => random.chance(share))
      .map((specialist) => {
        const at = new Date(
          instantOf(day, opening(day, team.indexOf(specialist))) + random.below(6) * 25 * minute,
        );
        const ended = random.chance(0.07) ? 'cancelled' : 'answered';
        const outcome = day > today ? 'planned' : (recent(day, today, random) ?? ended);
        const practice = random.chance(0.35) ? practices[0] : random.pick(practices);
        return make(
          'scheduled',
          `${day} ${specialist.id}`,
          at,
          outcome,
          practice ?? random.pick(practices),
          specialist,
          random,
        );
      });
  });
}

/** When a specialist's roster opens on that day (see rosters.ts). */
const opening = (day: LocalDate, person: number) =>
  weekdayOf(day) === person + 2 ? '13:30' : person === 1 ? '09:00' : '08:20';

/** The last days leave a few reports unread and a few unwritten. */
function recent(day: LocalDate, today: LocalDate, random: Random): 'unread' | 'owed' | null {
  if (day < addDays(today, -4)) return null;
  return random.chance(0.35) ? 'unread' : random.chance(0.2) ? 'owed' : null;
}

function urgentOn(day: LocalDate, random: Random): Case[] {
  return Array.from({ length: random.below(4) }, (_, index) => {
    const department = random.pick(
      departments.filter(({ specialtyCode }) => specialtyCode !== 'diabetology'),
    );
    const at = new Date(instantOf(day, '00:00') + random.between(7 * 60, 22 * 60) * minute);
    const home = random.chance(0.3) ? careHomes[0] : random.pick(careHomes);
    const specialist = random.pick(specialistsOf(department.id));
    return make(
      'urgent',
      `${day} urgent ${index}`,
      at,
      'answered',
      home ?? random.pick(careHomes),
      specialist,
      random,
    );
  });
}

/** One consultation that can be entered right after the start, for who looks around. */
function soon(now: Date, random: Random): Case {
  const at = new Date(Math.ceil((now.getTime() + 5 * minute) / (5 * minute)) * 5 * minute);
  const cardiology = departments[0];
  const practice = practices[0];
  if (!cardiology || !practice) throw new Error('the demonstration network has no cardiology or no practice');
  return make(
    'scheduled',
    'soon',
    at,
    'planned',
    practice,
    random.pick(specialistsOf(cardiology.id).slice(0, 1)),
    random,
  );
}

const specialistsOf = (departmentId: string) => accountsOf({ departmentId }, 'specialist');

function make(
  kind: Case['kind'],
  key: string,
  at: Date,
  outcome: Case['outcome'],
  organisation: { id: string },
  specialist: SeededAccount,
  random: Random,
): Case {
  const department = departments.find(({ id }) => id === specialist.departmentId);
  if (!department) throw new Error('a specialist without a department');
  const requester = random.pick(
    accountsOf({ organisationId: organisation.id }, kind === 'urgent' ? 'nurse' : 'physician'),
  );
  const patients = patientsOf(organisation.id);
  return {
    id: idOf(`request ${key}`),
    kind,
    at,
    asked: new Date(at.getTime() - (kind === 'urgent' ? 0 : 3 * 24 * 60 * minute)),
    outcome,
    requester,
    requesterPractitionerId: requester.practitionerId,
    patient: random.pick(patients),
    departmentId: department.id,
    specialty: department.specialtyCode,
    specialist,
    text: random.pick(caseTexts[department.specialtyCode]),
    talked: random.chance(0.1) ? random.between(4, 9) : random.between(10, 24),
    waited: kind === 'urgent' ? (random.chance(0.12) ? random.between(15, 28) : random.between(1, 13)) : 0,
    random,
  };
}

/** When both sides met, when they parted, when the report was final. Null where it did not come to that. */
export function times(one: Case) {
  const met =
    one.outcome === 'cancelled' || one.outcome === 'planned'
      ? null
      : new Date(one.at.getTime() + (one.waited + 1) * minute);
  const parted = met && new Date(met.getTime() + one.talked * minute);
  const answered = parted && one.outcome !== 'owed' ? new Date(parted.getTime() + 9 * minute) : null;
  return { asked: one.asked, met, parted, answered };
}
