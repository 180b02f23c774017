import type { Deps } from './kernel/deps.ts';
import { mailHealth } from './modules/notifications/index.ts';
import type { Parts } from './modules.ts';

type PartState = { state: 'ok' | 'unavailable'; cause?: string };

/**
 * Database and jobs must answer. Media and e-mail may be missing: consultations can still be booked and documented,
 * so the server stays ready and says what is missing.
 */
export async function readiness(deps: Deps, { media }: Parts) {
  const [database, jobs, room, mail] = await Promise.all([
    answers(deps.db.ping()),
    answers(deps.jobs.ping()),
    media.health(),
    mailHealth(deps).catch(() => ({ state: 'unavailable' as const })),
  ]);
  const mediaState: PartState =
    room.state === 'up' ? { state: 'ok' } : { state: 'unavailable', cause: room.cause };
  return {
    ready: database.state === 'ok' && jobs.state === 'ok',
    parts: { database, jobs, media: mediaState, mail },
  };
}

async function answers(question: Promise<void>): Promise<PartState> {
  return question.then(
    () => ({ state: 'ok' }),
    () => ({ state: 'unavailable', cause: 'no answer' }),
  );
}
