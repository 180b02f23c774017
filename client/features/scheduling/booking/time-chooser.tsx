import { Button, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFreeTimes, schedulingChanged } from '../../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { dayOf } from '../../../lib/zone.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { SlotGrid } from '../../../ui/slot-grid.tsx';
import { WeekHeader } from '../../../ui/week-header.tsx';
import { weekOf } from '../calendar/plan-week.ts';
import { ExactTime } from './exact-time.tsx';
import { NearestTimes } from './nearest-times.tsx';
import { choiceOf, type TimeChoice } from './time-choice.ts';

/** Free times of a department: the nearest first, then week by week of one person, a pool or everybody. */
export function TimeChooser(props: {
  departmentId: string;
  /** Where to begin to look; the person may be nobody yet. */
  near: { practitionerId: string | null; startAt: string };
  /** People of whom any time may be named, free or not: for who may push a booking in. */
  exactFor?: readonly { id: string; name: string }[];
  onChoose: (choice: TimeChoice) => void;
}) {
  const { t } = useTranslation();
  const { departmentId, near } = props;
  const [whose, setWhose] = useState(near.practitionerId ? `person:${near.practitionerId}` : '');
  const [day, setDay] = useState(soonest(near.startAt));
  // Free is what is free now: somebody else may have taken or left a time since.
  useLive(schedulingChanged, [keyOf(findFreeTimes)]);
  const week = useLoad(findFreeTimes, { departmentId, ...weekOf(day) }, { staleTime: 0 });
  const isChosen = (time: { practitionerId: string | null; poolId: string | null }) =>
    whose === '' || whose === `person:${time.practitionerId}` || whose === `pool:${time.poolId}`;
  return (
    <Stack gap="lg">
      <NearestTimes departmentId={departmentId} near={near} onChoose={props.onChoose} />
      <Loaded query={week} rows={3}>
        {(found) => {
          const times = found.times.filter(isChosen);
          const byId = new Map(times.map((time, at) => [String(at), time]));
          return (
            <Stack>
              <Select
                label={t('scheduling.choose.whose')}
                data={ownersOf(found, {
                  all: t('scheduling.team'),
                  people: t('scheduling.people'),
                  pools: t('scheduling.pools.title'),
                })}
                value={whose}
                onChange={(value) => setWhose(value ?? '')}
                allowDeselect={false}
              />
              <WeekHeader day={day} onChange={setDay} />
              {times.length === 0 && <NothingFree next={found.nextAfter?.startAt ?? null} onWeek={setDay} />}
              <SlotGrid
                slots={[...byId].map(([id, time]) => ({ id, from: time.startAt, to: time.endAt }))}
                onChoose={({ id }) => {
                  const time = byId.get(id);
                  if (time) props.onChoose(choiceOf(time, found));
                }}
              />
            </Stack>
          );
        }}
      </Loaded>
      {props.exactFor && props.exactFor.length > 0 && (
        <ExactTime people={props.exactFor} near={near} onChoose={props.onChoose} />
      )}
    </Stack>
  );
}

/** Nobody looks for a time that is over. */
const soonest = (startAt: string): string => {
  const today = dayOf(new Date().toISOString());
  const day = dayOf(startAt);
  return day < today ? today : day;
};

type Found = Parameters<typeof choiceOf>[1];

function ownersOf(found: Found, words: { all: string; people: string; pools: string }) {
  const items = (kind: string, list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  return [
    { value: '', label: words.all },
    { group: words.people, items: items('person', found.practitioners) },
    ...(found.pools.length > 0 ? [{ group: words.pools, items: items('pool', found.pools) }] : []),
  ];
}

function NothingFree(props: { next: string | null; onWeek: (day: string) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { next } = props;
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{t('scheduling.choose.none')}</Text>
      {next !== null && (
        <Button variant="light" onClick={() => props.onWeek(dayOf(next))}>
          {t('scheduling.choose.next', { when: formats.shortDate(next) })}
        </Button>
      )}
    </Stack>
  );
}
