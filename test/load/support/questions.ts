import { addDays } from '../../../server/kernel/zoned-time.ts';
import { askedAt } from './many-calendars.ts';

export type Question = {
  specialtyCode: string;
  from: string;
  until: string;
  limit: number;
  partOfDay?: 'morning' | 'afternoon' | 'evening';
  minutes?: number;
};

const parts = [undefined, 'morning', undefined, 'afternoon', undefined, 'evening'] as const;

/** So many questions for the first twenty times of the specialty in 60 days: from other days, for other parts of the day. */
export const makeQuestions = (count: number): Question[] =>
  Array.from({ length: count }, (_, at) => {
    const from = addDays(askedAt.toISOString().slice(0, 10), (at * 7) % 31);
    const partOfDay = parts[at % parts.length];
    return {
      specialtyCode: 'cardiology',
      from,
      until: addDays(from, 60),
      limit: 20,
      ...(partOfDay ? { partOfDay } : {}),
      // In the evening there are pools' hours alone, in shorter times.
      ...(at % 5 === 4 && partOfDay !== 'evening' ? { minutes: 30 } : {}),
    };
  });
