import { useEffect, useMemo, useRef } from 'react';
import { Store } from '../../../call/store.ts';
import type { SharedSource } from '../../../call/talk-messages.ts';
import type { Call } from '../use-call.ts';
import type { Present } from '../use-people.ts';
import { paced } from './paced.ts';
import type { PicturePoint } from './picture-point.ts';

export type Target = { participantId: string; source: SharedSource };
/** `by` points at a picture. */
export type Dot = Target & PicturePoint & { by: string };

/** At most 15 a second go over the line. */
const gap = 70;
/** A dot whose lifting got lost goes by itself. */
const shownFor = 8_000;

/**
 * Who points where on shared pictures. The dots stand in a store of their own: they move often, and only what draws
 * them follows.
 */
export function usePointing({ client }: Call, people: readonly Present[]) {
  const latest = useRef(people);
  latest.current = people;
  const pointing = useMemo(() => {
    const store = new Store<{ dots: readonly Dot[] }>({ dots: [] });
    const timers = new Map<string, number>();
    const without = (by: string) => store.snapshot().dots.filter((dot) => dot.by !== by);
    const show = (by: string, target: Target, at: PicturePoint | null) => {
      window.clearTimeout(timers.get(by));
      if (!at) return store.patch({ dots: without(by) });
      store.patch({ dots: [...without(by), { ...target, ...at, by }] });
      timers.set(
        by,
        window.setTimeout(() => store.patch({ dots: without(by) }), shownFor),
      );
    };
    const sending = paced<Target & { at: PicturePoint | null }>(gap, (said) => {
      // A pointer that does not arrive is no loss: the next one does.
      void client.say({ kind: 'pointer', ...said }).catch(() => undefined);
    });
    return {
      store,
      show,
      /** Shows and sends the own pointer; null lifts it. */
      point(target: Target, at: PicturePoint | null) {
        show(client.snapshot().participantId ?? '', target, at);
        sending.put({ ...target, at });
      },
      nameOf: (id: string) => latest.current.find((one) => one.id === id)?.person?.name ?? null,
      isMe: (id: string) => id === client.snapshot().participantId,
      close() {
        sending.close();
        for (const timer of timers.values()) window.clearTimeout(timer);
      },
    };
  }, [client]);
  useEffect(() => {
    const stop = client.hearTalk((message, from) => {
      if (message.kind !== 'pointer') return;
      const { participantId, source, at } = message;
      pointing.show(from.participantId, { participantId, source }, at);
    });
    return () => {
      stop();
      pointing.close();
    };
  }, [client, pointing]);
  return pointing;
}
export type Pointing = ReturnType<typeof usePointing>;
