import { useEffect, useRef, useState } from 'react';
import type { CallOptions } from '../../lib/call.ts';
import { isPassing } from '../../lib/call-error.ts';

const again = 3000;

/** One try; gives the request that was raised, or to which was added. */
export type Send = (options: CallOptions) => Promise<{ requestId: string }>;

/**
 * Sends as long as `sendingAs` is set: a lost line only delays. Every try carries the same idempotency key, so the
 * request is made once (and what is added is added once), also when an answer was lost or the page was loaded anew.
 */
export function useRaise(
  sendingAs: string | null,
  send: Send | null,
  then: { sent: (requestId: string, wasOffline: boolean) => void; refused: (error: unknown) => void },
): { offline: boolean } {
  const [offline, setOffline] = useState(false);
  const latest = useRef({ send, then });
  useEffect(() => {
    latest.current = { send, then };
  });
  const ready = send !== null;
  useEffect(() => {
    if (sendingAs === null || !ready) return;
    const ended = new AbortController();
    let timer: number | undefined;
    let wasOffline = false;
    const attempt = async () => {
      const { send } = latest.current;
      if (send === null) return;
      try {
        const { requestId } = await send({ key: sendingAs, signal: ended.signal, timeout: 10_000 });
        if (ended.signal.aborted) return;
        setOffline(false);
        latest.current.then.sent(requestId, wasOffline);
      } catch (error) {
        if (ended.signal.aborted) return;
        if (!isPassing(error)) {
          setOffline(false);
          latest.current.then.refused(error);
          return;
        }
        wasOffline = true;
        setOffline(true);
        timer = window.setTimeout(() => void attempt(), again);
      }
    };
    void attempt();
    return () => {
      ended.abort();
      window.clearTimeout(timer);
    };
  }, [sendingAs, ready]);
  return { offline: offline && sendingAs !== null };
}
