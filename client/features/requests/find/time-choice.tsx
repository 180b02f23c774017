import { type ReactNode, useState } from 'react';
import { Panel } from '../../../ui/panel.tsx';
import type { HoldHandle } from '../hold/use-hold.ts';
import { anyTime, type PartOfDay, type Whom } from './find.ts';
import { Finder } from './finder.tsx';

/** Finder for pages that only need a time. */
export function TimeChoice(props: {
  title: string;
  actions?: ReactNode;
  whom: Whom;
  held: HoldHandle;
  /** The day whose week opens first, and the part of the day that is looked at. */
  begin: { day: string; part: PartOfDay | null };
}) {
  const { held, begin } = props;
  const [find, setFind] = useState({ ...anyTime, part: begin.part });
  return (
    <Panel title={props.title} actions={props.actions}>
      <Finder
        whom={props.whom}
        find={find}
        onFind={setFind}
        first={{ startAt: `${begin.day}T12:00:00Z` }}
        chosen={held.wanted ?? held.hold?.startAt ?? null}
        busy={held.wanted !== null}
        onChoose={held.choose}
      />
    </Panel>
  );
}
