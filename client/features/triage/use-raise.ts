import { useEffect, useRef, useState } from 'react';
import type { Given } from '../../../server/kernel/wire.ts';
import { raiseUrgentRequest } from '../../../server/modules/triage/contract.ts';
import { call } from '../../lib/call.ts';
import { isPassing } from '../../lib/call-error.ts';

const again = 3000;

type Body = Given<typeof raiseUrgentRequest>;

/**
 * Sends as long as `sendingAs` is set: a lost line only delays. Every try carries the same idempotency key, so the
 * request is made once, also when an answer was lost or the page was loaded anew.
 */
export function useRaise(
  sendingAs: string | null,
  body: Body | null,
  then: { sent: (requestId: string, wasOffline: boolean) => void; refused: (error: unknown) => void },
): { offline: boolean } {
  const [offline, setOffline] = useState(false);
  const latest = useRef({ body, then });
  useEffect(() => {
    latest.current = { body, then };
  });
  const ready = body !== null;
  useEffect(() => {
    if (sendingAs === null || !ready) return;
    const ended = new AbortController();
    let timer: number | undefined;
    let wasOffline = false;
    const attempt = async () => {
      const given = latest.current.body;
      if (given === null) return;
      try {
        const { requestId } = await call(raiseUrgentRequest, given, {
          key: sendingAs,
          signal: ended.signal,
          timeout: 10_000,
        });
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
