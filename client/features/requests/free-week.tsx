import { Alert, Button, Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FreeTime, findFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLoad } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { addDays, dayOf } from '../../lib/zone.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { SlotGrid } from '../../ui/slot-grid.tsx';
import { Time } from '../../ui/time.tsx';
import { type Offer, offerOf } from './offer.ts';
import type { RequestDraft } from './request-draft.ts';
import { WeekGrid } from './week-grid.tsx';
import { groupTimes, mondayOf, weekDays } from './week-times.ts';

const parts = ['all', 'morning', 'afternoon', 'evening'] as const;
type Part = (typeof parts)[number];

/** The free times of one week: a calendar where there is room for it, days under one another on a phone. */
export function FreeWeek(props: {
  draft: RequestDraft;
  /** The next free time of the specialty: its week opens first. */
  first: FreeTime | null;
  chosen: { startAt: string } | null;
  busy: boolean;
  onChoose: (offer: Offer) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isWide = useMediaQuery('(min-width: 800px)', true);
  const today = dayOf(new Date(useNow()).toISOString());
  const [turned, setTurned] = useState<string | null>(null);
  const [part, setPart] = useState<Part>('all');
  const { draft } = props;
  const monday =
    turned ?? mondayOf(dayOf(draft.hold?.startAt ?? props.first?.startAt ?? `${today}T12:00:00Z`));
  // Days as text compare like days.
  const from = [monday, today].sort().at(-1) ?? monday;
  const whose = draft.practitionerId
    ? { practitionerId: draft.practitionerId }
    : draft.departmentId
      ? { departmentId: draft.departmentId }
      : { specialtyCode: draft.specialtyCode ?? '' };
  const query = useLoad(
    findFreeTimes,
    {
      ...whose,
      from,
      until: addDays(monday, 7),
      limit: 1000,
      ...(part === 'all' ? {} : { partOfDay: part }),
    },
    { refetchInterval: 60_000 },
  );
  const days = weekDays(monday, query.data?.times ?? []);
  return (
    <>
      <Group justify="space-between" mb="md">
        <Group gap="xs">
          <Button
            variant="default"
            px="sm"
            aria-label={t('ui.calendar.previous')}
            disabled={monday <= today}
            onClick={() => setTurned(addDays(monday, -7))}
          >
            <IconChevronLeft size={22} aria-hidden />
          </Button>
          <Button
            variant="default"
            px="sm"
            aria-label={t('ui.calendar.next')}
            onClick={() => setTurned(addDays(monday, 7))}
          >
            <IconChevronRight size={22} aria-hidden />
          </Button>
          <Text fw={680} size="lg" ml="xs" aria-live="polite">
            {t('requests.time.week', {
              from: formats.day(monday),
              to: formats.day(days.at(-1) ?? monday),
            })}
          </Text>
        </Group>
        <SegmentedControl
          aria-label={t('requests.time.partOfDay')}
          data={parts.map((value) => ({ value, label: t(`requests.time.${value}`) }))}
          value={part}
          onChange={(value) => setPart(parts.find((one) => one === value) ?? 'all')}
        />
      </Group>
      <Loaded query={query} waiting={<Skeleton height={420} radius="md" />}>
        {(found) => {
          const { times, nextAfter } = found;
          const groups = groupTimes(times.map((time) => offerOf(time, found)));
          if (groups.length === 0) {
            return (
              <Alert color="gray" icon={<IconCalendarOff aria-hidden />} title={t('requests.time.nothing')}>
                {nextAfter && (
                  <Button variant="default" onClick={() => setTurned(mondayOf(dayOf(nextAfter.startAt)))}>
                    <span>
                      {t('requests.time.nextAfter')} <Time at={nextAfter.startAt} show="clock" strong />
                    </span>
                  </Button>
                )}
              </Alert>
            );
          }
          const chosen = props.chosen?.startAt ?? null;
          if (!isWide) {
            return (
              <SlotGrid
                slots={groups.map((one) => ({ id: one.startAt, from: one.startAt, to: one.endAt }))}
                chosen={chosen}
                disabled={props.busy}
                onChoose={({ id }) => {
                  const group = groups.find((one) => one.startAt === id);
                  if (group) props.onChoose(group.offer);
                }}
              />
            );
          }
          return (
            <WeekGrid
              days={days}
              today={today}
              groups={groups}
              chosen={chosen}
              busy={props.busy}
              onChoose={props.onChoose}
            />
          );
        }}
      </Loaded>
    </>
  );
}
