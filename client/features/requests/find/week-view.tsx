import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { addDays, dayOf } from '../../../lib/zone.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { SlotGrid } from '../../../ui/slot-grid.tsx';
import { questionOf } from './find.ts';
import classes from './finder.module.css';
import type { FinderProps } from './finder-props.ts';
import { FreedTimes } from './freed-times.tsx';
import { NothingFree } from './nothing-free.tsx';
import { offerOf } from './offer.ts';
import { useFreeTimes } from './use-free-times.ts';
import { useSteadyTimes } from './use-steady-times.ts';
import { useWeekKeys } from './use-week-keys.ts';
import { WeekGrid } from './week-grid.tsx';
import { groupTimes, mondayOf, type TimeGroup, weekDays } from './week-times.ts';

const startOf = (group: TimeGroup): string => group.startAt;

/** The free times of one week: a calendar where there is room for it, days under one another on a phone. */
export function WeekView(props: FinderProps & { aside: ReactNode }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isWide = useMediaQuery('(min-width: 800px)', true);
  const today = dayOf(new Date(useNow()).toISOString());
  const [turned, setTurned] = useState<string | null>(null);
  const lastWeek = mondayOf(today);
  const begin = mondayOf(dayOf(props.chosen ?? props.first?.startAt ?? `${today}T12:00:00Z`));
  const monday = turned ?? (begin < lastWeek ? lastWeek : begin);
  const turn = (to: string) => setTurned(to < lastWeek ? lastWeek : to);
  // Days as text compare like days.
  const from = [monday, today].sort().at(-1) ?? monday;
  const question = { ...questionOf(props.whom, props.find), from, until: addDays(monday, 7), limit: 1000 };
  const query = useFreeTimes(question);
  const found = query.data;
  const offers = (found?.times ?? []).map((time) => offerOf(time, found ?? { practitioners: [], pools: [] }));
  // While the next week is on its way, the former one stays in view and keeps its days.
  const shownMonday = query.isPlaceholderData && found ? mondayOf(found.from) : monday;
  const view = query.isPlaceholderData ? `${shownMonday}…` : JSON.stringify(question);
  const { shown, fresh, reveal } = useSteadyTimes(groupTimes(offers), startOf, view);
  const days = weekDays(shownMonday, shown);
  const keys = useWeekKeys(shownMonday, (weeks) => turn(addDays(monday, 7 * weeks)));
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            px="sm"
            aria-label={t('ui.calendar.previous')}
            disabled={monday <= today}
            onClick={() => turn(addDays(monday, -7))}
          >
            <IconChevronLeft size={22} aria-hidden />
          </Button>
          <Button
            variant="default"
            px="sm"
            aria-label={t('ui.calendar.next')}
            onClick={() => turn(addDays(monday, 7))}
          >
            <IconChevronRight size={22} aria-hidden />
          </Button>
          <Text fw={680} size="lg" ml="xs" aria-live="polite">
            {t('requests.time.week', {
              from: formats.day(monday),
              to: formats.day(addDays(monday, days.length - 1)),
            })}
          </Text>
        </Group>
        <Group gap="xs">
          {monday !== lastWeek && (
            <Button variant="subtle" onClick={() => setTurned(lastWeek)}>
              {t('ui.calendar.today')}
            </Button>
          )}
          {props.aside}
        </Group>
      </Group>
      <FreedTimes count={fresh.length} onReveal={reveal} />
      <Loaded query={query} waiting={<Skeleton height={420} radius="md" />}>
        {({ nothing, nextAfter, times, more }) => (
          <div
            {...keys}
            className={query.isPlaceholderData ? classes.stale : undefined}
            aria-busy={query.isPlaceholderData}
          >
            {times.length === 0 ? (
              <NothingFree
                {...props}
                title={t('requests.time.nothing')}
                nothing={nothing}
                nextAfter={nextAfter}
                onNext={(at) => setTurned(mondayOf(dayOf(at)))}
              />
            ) : isWide ? (
              <WeekGrid
                days={days}
                today={today}
                groups={shown}
                chosen={props.chosen}
                busy={props.busy}
                onChoose={props.onChoose}
              />
            ) : (
              <SlotGrid
                slots={shown.map((one) => ({ ...one, id: one.startAt, from: one.startAt, to: one.endAt }))}
                chosen={props.chosen}
                busy={props.busy}
                onChoose={({ id }) => {
                  const group = shown.find((one) => one.startAt === id);
                  if (group) props.onChoose(group.offer);
                }}
              />
            )}
            {more && <Text c="dimmed">{t('requests.find.cut')}</Text>}
          </div>
        )}
      </Loaded>
    </div>
  );
}
