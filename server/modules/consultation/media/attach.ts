import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../kernel/log.ts';
import { ControlLink } from './control-link.ts';
import { type MediaEvent, protocol } from './interface.ts';
import { launchMediaProcess } from './launch.ts';
import { fingerprint, type MediaSettings } from './settings.ts';

type Hear = (event: MediaEvent) => void;

/** How long a fresh media process may take to its first answer, and an old one to end, in ms. */
const patience = 10_000;
const pollEvery = 25;

/**
 * Connects to the media process that runs already, so that its consultations go on; starts one where none runs.
 * One that runs with other settings is replaced when nobody is connected to it, one of another protocol at once.
 * @throws Error with the cause when it does not start
 */
export async function attach(settings: MediaSettings, hear: Hear, log: Log): Promise<ControlLink> {
  const running = await tryConnect(settings.socketPath, hear);
  if (running) {
    const hello = await running.call('hello', { protocol });
    const same = hello.settings === fingerprint(settings);
    if (hello.protocol === protocol && (same || hello.connectedPeers > 0)) {
      if (!same)
        log.warn({ pid: hello.pid }, 'media goes on with earlier settings while people are connected');
      return running;
    }
    await running.call('shutdown', {});
    await Promise.race([running.closed, pause(patience)]);
    running.close();
  }
  return launch(settings, hear, log);
}

async function launch(settings: MediaSettings, hear: Hear, log: Log): Promise<ControlLink> {
  const launched = launchMediaProcess(settings);
  let lastWords: string | undefined;
  void launched.ended.then((words) => {
    lastWords = words;
  });
  try {
    const deadline = Date.now() + patience;
    while (lastWords === undefined && Date.now() < deadline) {
      const link = await tryConnect(settings.socketPath, hear);
      if (link) {
        log.info({ pid: launched.pid }, 'media process started');
        return link;
      }
      await pause(pollEvery);
    }
    throw new Error(lastWords ?? 'The media process does not answer.');
  } finally {
    launched.release();
  }
}

function tryConnect(socketPath: string, hear: Hear): Promise<ControlLink | null> {
  return ControlLink.create(socketPath, hear).catch(() => null);
}
