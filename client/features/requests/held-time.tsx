import { Button, Group, Text } from '@mantine/core';
import { IconClockPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  extendHold,
  findFreeTimes,
  nextFreeTimes,
  releaseHold,
} from '../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useSend } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import classes from './held-time.module.css';
import type { Held } from './request-draft.ts';

/** The chosen time with what is left of its reservation. After it ran out, one press tries to get it again. */
export function HeldTime(props: {
  hold: Held;
  onChange: (hold: Held | null) => void;
  onAgain: (hold: Held) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { hold } = props;
  const isOver = Date.parse(hold.heldUntil) <= useNow('second');
  const extend = useSend(extendHold, { onSuccess: (held) => props.onChange({ ...hold, ...held }) });
  const release = useSend(releaseHold, { refresh: [findFreeTimes, nextFreeTimes] });
  const giveUp = () => {
    release.mutate({ id: hold.id });
    props.onChange(null);
  };
  return (
    <section className={classes.held} data-tone={isOver ? 'attention' : 'action'} aria-live="polite">
      {isOver ? (
        <Text fw={600} className={classes.words}>
          {t('requests.time.over', { day: formats.longDate(hold.startAt), time: formats.time(hold.startAt) })}
        </Text>
      ) : (
        <>
          <Countdown until={hold.heldUntil} from={hold.startedAt} label={t('requests.time.left')} />
          <div className={classes.words}>
            <Text fw={680} size="lg">
              {t('requests.time.slot', {
                day: formats.longDate(hold.startAt),
                from: formats.time(hold.startAt),
                to: formats.time(hold.endAt),
              })}
            </Text>
            <Text>{[hold.practitionerName, hold.departmentName].filter(Boolean).join(' · ')}</Text>
            <Text c="dimmed">{t('requests.time.held', { time: formats.time(hold.heldUntil) })}</Text>
          </div>
        </>
      )}
      <Group gap="sm">
        {isOver && <Button onClick={() => props.onAgain(hold)}>{t('requests.time.again')}</Button>}
        {!isOver && hold.extendable && (
          <Button
            variant="default"
            leftSection={<IconClockPlus size={20} aria-hidden />}
            loading={extend.isPending}
            onClick={() => extend.mutate({ id: hold.id })}
          >
            {t('requests.time.extend')}
          </Button>
        )}
        <Button variant="subtle" leftSection={<IconX size={20} aria-hidden />} onClick={giveUp}>
          {t('requests.time.giveUp')}
        </Button>
      </Group>
      {extend.isError && <ErrorState error={extend.error} />}
    </section>
  );
}
