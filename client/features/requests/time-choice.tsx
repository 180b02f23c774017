import { useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { anyTime, type Whom } from './find.ts';
import { Finder } from './finder.tsx';
import type { HoldHandle } from './use-hold.ts';

/** Finder for pages that only need a time. */
export function TimeChoice(props: { title: string; whom: Whom; held: HoldHandle }) {
  const { held } = props;
  const [find, setFind] = useState(anyTime);
  return (
    <Panel title={props.title}>
      <Finder
        whom={props.whom}
        find={find}
        onFind={setFind}
        first={null}
        chosen={held.wanted ?? held.hold?.startAt ?? null}
        busy={held.wanted !== null}
        onChoose={held.choose}
      />
    </Panel>
  );
}
