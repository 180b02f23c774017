import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { Time } from '../../../ui/time.tsx';
import { OptionCards } from '../option-cards.tsx';
import classes from './series.module.css';
import { type Decision, decided, type Planned } from './series.ts';

/** One time of the series. What cannot be had asks for a decision; what can may be left out all the same. */
export function SeriesTime(props: {
  planned: Planned;
  isAsked: boolean;
  onDecide: (decision: Decision | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { occurrence, decision, time, isOpen } = props.planned;
  const { problem, holiday } = occurrence;
  const Sign = isOpen ? IconAlertTriangle : time ? IconCircleCheck : IconCircleMinus;
  const words = t('requests.time.slot', {
    day: formats.fullDate(occurrence.startAt),
    from: formats.time(occurrence.startAt),
    to: formats.time(occurrence.endAt),
  });
  const reason =
    problem === 'series_holiday' && holiday
      ? t('requests.series.holiday', { name: t([`scheduling.holiday.${holiday}`, 'errors.series_holiday']) })
      : t([`errors.${problem}`, 'errors.invalid']);
  return (
    <li className={classes.time} data-tone={isOpen ? 'attention' : time ? 'done' : 'neutral'}>
      <div className={classes.line}>
        <Sign size={22} aria-hidden />
        <Text fw={600} className={classes.words} data-off={decision !== null || undefined}>
          {words}
        </Text>
        {!problem && (
          <Button
            variant="subtle"
            size="compact-md"
            className={classes.skip}
            {...(decision === 'skip' ? { leftSection: <IconArrowBackUp size={20} aria-hidden /> } : {})}
            aria-label={t(decision === 'skip' ? 'requests.series.takeThis' : 'requests.series.skipThis', {
              time: words,
            })}
            onClick={() => props.onDecide(decision === 'skip' ? null : 'skip')}
          >
            {t(decision === 'skip' ? 'requests.series.take' : 'requests.series.skip')}
          </Button>
        )}
      </div>
      {problem && (
        <OptionCards
          legend={reason}
          width="13rem"
          value={decision === null ? null : decision === 'skip' ? 'skip' : decision.startAt}
          onChange={(value) => {
            const proposal = occurrence.proposals.find((one) => one.startAt === value);
            props.onDecide(proposal ? decided(proposal) : 'skip');
          }}
          options={[
            ...occurrence.proposals.map((one) => ({
              value: one.startAt,
              label: formats.shortDate(one.startAt),
              hint: <Time at={one.startAt} show="time" />,
            })),
            { value: 'skip', label: t('requests.series.skip'), hint: t('requests.series.skipHint') },
          ]}
          {...(props.isAsked && isOpen ? { error: t('errors.required') } : {})}
        />
      )}
    </li>
  );
}
