import { codeOf, type Signalling } from './signalling.ts';

/** How long a request waits for the socket to come back, in ms. */
const patience = 15_000;

/**
 * The line as one seat uses it. What is asked while the socket is away is asked again once, when the server has
 * been told whose seat this is; a seat that was given up meanwhile asks nothing any more.
 */
export function seatLine(
  line: Signalling,
  resume: () => Promise<void>,
  isCurrent: () => boolean,
): Signalling {
  return {
    ...line,
    async ask(message, data) {
      try {
        return await line.ask(message, data);
      } catch (error) {
        const code = codeOf(error);
        if (code === 'not_joined') await resume();
        else if (code !== 'network_lost' || !(await reconnected(line))) throw error;
        else await resume();
        if (!isCurrent()) throw error;
        return line.ask(message, data);
      }
    },
  };
}

function reconnected(line: Signalling): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (back: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(back);
    };
    const timer = setTimeout(() => done(false), patience);
    const stop = line.onReconnect(() => done(true));
  });
}
