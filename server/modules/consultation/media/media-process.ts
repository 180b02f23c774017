import { setLogEventListeners } from 'mediasoup';
import { Control } from './control.ts';
import { type Emit, type Handlers, protocol } from './interface.ts';
import { limits } from './limits.ts';
import { MediaHost } from './media-host.ts';
import { fingerprint, type MediaSettings } from './settings.ts';
import { withoutAddresses } from './without-addresses.ts';
import { Workers } from './workers.ts';

/**
 * Starts workers and then the control socket: who can connect finds everything ready. Ends by itself when nobody
 * is connected, neither a browser nor a web server.
 * @throws Error with one line that names the cause
 */
export async function runMediaProcess(settings: MediaSettings): Promise<{ close: () => void }> {
  let control: Control | undefined;
  const emit: Emit = (event) => control?.emit(event);
  const log = (level: 'info' | 'warn' | 'error', message: string, fields = {}) =>
    emit({ type: 'log', level, message, fields });
  forwardMediasoupLog(log);

  const workers = await Workers.create(settings, {
    died: (pid) => emit({ type: 'workerDied', pid }),
    failed: (cause) => log('error', 'a media worker does not start', { cause }),
  });
  const host = new MediaHost(workers, emit);

  let idleTimer: NodeJS.Timeout | undefined;
  const close = () => {
    clearTimeout(idleTimer);
    host.close();
    control?.close();
  };
  /** Asked again every few seconds: connections of browsers end without a word. */
  const watchIdleness = () => {
    clearTimeout(idleTimer);
    if (control?.connections) return;
    idleTimer = setTimeout(() => (host.connectedPeers > 0 ? watchIdleness() : close()), limits.idleExitMs);
  };

  const handlers: Handlers = {
    ...host.handlers,
    hello: () => ({
      protocol,
      settings: fingerprint(settings),
      pid: process.pid,
      connectedPeers: host.connectedPeers,
    }),
    shutdown: () => {
      // The answer leaves first.
      setImmediate(close);
      return {};
    },
  };
  try {
    control = await Control.create(settings.socketPath, handlers, watchIdleness);
  } catch (error) {
    host.close();
    throw error;
  }
  watchIdleness();
  return { close };
}

type Log = (level: 'info' | 'warn' | 'error', message: string, fields?: { source: string }) => void;

/** What the workers say goes the same way as everything else, without the addresses of people's devices. */
function forwardMediasoupLog(log: Log): void {
  setLogEventListeners({
    onwarn: (source, text) => log('warn', withoutAddresses(text), { source }),
    onerror: (source, text) => log('error', withoutAddresses(text), { source }),
  });
}
