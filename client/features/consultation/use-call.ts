import { useEffect, useState, useSyncExternalStore } from 'react';
import { CallClient } from '../../call/call-client.ts';
import { type CallState, initialCallState } from '../../call/call-state.ts';
import { roomLine } from '../../lib/room-line.ts';
import type { Joining } from './joining.ts';

export type Call = { client: CallClient; state: CallState };

const nothing = () => () => undefined;
const idle = () => initialCallState;

/**
 * Joins the consultation's room with the devices that were chosen, and leaves it when the page goes. `attempt` counts
 * the person's own tries: another one joins anew.
 */
export function useCall(consultationId: string, joining: Joining, attempt: number): Call | null {
  const [client, setClient] = useState<CallClient | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is a further call.
  useEffect(() => {
    const call = new CallClient(consultationId, roomLine);
    setClient(call);
    void call.join(joining);
    return () => void call.leave();
  }, [consultationId, attempt]);
  const state = useSyncExternalStore(client?.subscribe ?? nothing, client?.snapshot ?? idle);
  return client && { client, state };
}
