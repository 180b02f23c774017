import { Alert, Skeleton, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { previewSeries } from '../../../../server/modules/scheduling/series-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { clockChanges } from '../../../lib/zone.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import classes from './series.module.css';
import type { Decision, Planned } from './series.ts';
import { SeriesTime } from './series-time.tsx';

/** Every time of the series in words; what is in the way of one, and what could be done instead. */
export function SeriesPlan(props: {
  query: UseQueryResult<Reply<typeof previewSeries>, unknown>;
  plan: readonly Planned[];
  /** Somebody tried to book while a time was undecided. */
  isAsked: boolean;
  onDecide: (startAt: string, decision: Decision | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { plan } = props;
  const open = plan.filter((one) => one.isOpen).length;
  const [first] = plan;
  const changes = first
    ? clockChanges(first.occurrence.startAt, plan.at(-1)?.occurrence.startAt ?? first.occurrence.startAt)
    : [];
  return (
    <div id="series-decisions" tabIndex={-1}>
      <Panel title={t('requests.series.plan')}>
        <Loaded query={props.query} waiting={<Skeleton height={260} radius="md" />}>
          {() => (
            <>
              <Text role="status" mb="sm" fw={open > 0 ? 600 : 400}>
                {open > 0
                  ? t('requests.series.open', { count: open })
                  : t('requests.series.ready', { count: plan.filter((one) => one.time).length })}
              </Text>
              {first && changes.length > 0 && (
                <Alert color="gray" icon={<IconClock aria-hidden />} mb="sm">
                  {t('requests.series.clock', {
                    time: formats.time(first.occurrence.startAt),
                    days: changes.map((day) => formats.day(day)).join(', '),
                  })}
                </Alert>
              )}
              <ol className={classes.plan} aria-busy={props.query.isFetching}>
                {plan.map((one) => (
                  <SeriesTime
                    key={one.occurrence.startAt}
                    planned={one}
                    isAsked={props.isAsked}
                    onDecide={(decision) => props.onDecide(one.occurrence.startAt, decision)}
                  />
                ))}
              </ol>
            </>
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
