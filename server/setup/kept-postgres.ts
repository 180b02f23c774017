import { setTimeout } from 'node:timers/promises';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

/** It ended by itself and is started again; or it is there again. */
export type Fate = 'lost' | 'back';

const pauseMs = 250;

/**
 * Starts a PostgreSQL again whenever it ends without having been stopped, at the same port, and as often as it takes:
 * what served a connection may outlive a kill by a moment, and holds its memory until then.
 * @returns its stop: afterwards none runs and none is started
 */
export const keepPostgres = (
  first: EmbeddedPostgres,
  open: () => Promise<EmbeddedPostgres>,
  tell: (fate: Fate) => void,
): (() => Promise<void>) => {
  let current = first;
  let stopping = false;
  const startAgain = async (): Promise<void> => {
    while (!stopping) {
      try {
        current = await open();
        // Somebody else has taken the port meanwhile, which every address names.
        if (current.port === first.port) return;
        await current.stop();
      } catch {
        // Why it did not start is said at the next start of the server; here only time helps.
      }
      await setTimeout(pauseMs);
    }
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      if (stopping) return;
      tell('lost');
      await startAgain();
      if (stopping) return current.stop();
      tell('back');
    }
  };
  const watching = watch();
  return async () => {
    stopping = true;
    await current.stop();
    await watching;
  };
};
