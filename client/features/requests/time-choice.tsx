import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { FreeTime } from '../../../server/modules/scheduling/contract.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { anyTime, type Whom } from './find.ts';
import { Finder } from './finder.tsx';
import { HeldTime } from './held-time.tsx';
import { SlotTaken } from './slot-taken.tsx';
import type { HoldHandle } from './use-hold.ts';

/** Finder with its held time, for pages that only need a time. */
export function TimeChoice(props: {
  title: string;
  whom: Whom;
  held: HoldHandle;
  first: FreeTime | null;
  /** What is free instead, after the page's own deed came too late. */
  taken: readonly FreeTime[] | null;
}) {
  const { held, whom } = props;
  const [find, setFind] = useState(anyTime);
  const nearest = held.nearest ?? (held.hold ? null : props.taken);
  return (
    <Stack gap="lg">
      {nearest && (
        <SlotTaken nearest={nearest} whom={whom} onChoose={held.choose} busy={held.wanted !== null} />
      )}
      {held.error && <ErrorState error={held.error} />}
      {held.hold && <HeldTime held={held} hold={held.hold} whom={whom} />}
      <Panel title={props.title}>
        <Finder
          whom={whom}
          find={find}
          onFind={setFind}
          first={props.first}
          chosen={held.wanted ?? held.hold?.startAt ?? null}
          busy={held.wanted !== null}
          onChoose={held.choose}
        />
      </Panel>
    </Stack>
  );
}
