import { Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClockPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { extendHold } from '../../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import type { Whom } from '../find/find.ts';
import { HeldButton } from './held-button.tsx';
import classes from './held-time.module.css';
import type { Held } from './hold.ts';
import { HoldOver } from './hold-over.tsx';
import type { HoldHandle } from './use-hold.ts';

/** The chosen time with what is left of its reservation. */
export function HeldTime(props: { held: HoldHandle; hold: Held; whom: Whom }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { hold, held } = props;
  const isNarrow = useMediaQuery('(max-width: 599px)', false) ?? false;
  const isOver = Date.parse(hold.heldUntil) <= useNow('second');
  const extend = useSend(extendHold, { onSuccess: (longer) => held.change({ ...hold, ...longer }) });
  if (isOver) return <HoldOver {...props} />;
  const who = hold.poolName
    ? t('requests.time.assigned', { pool: hold.poolName, name: hold.practitionerName })
    : hold.practitionerName;
  const until = t('requests.time.held', { time: formats.time(hold.heldUntil) });
  return (
    <section className={classes.held} data-tone="action" aria-label={t('requests.time.reserved')}>
      <Countdown
        until={hold.heldUntil}
        from={hold.startedAt}
        size={isNarrow ? 56 : 72}
        label={t('requests.time.left')}
      />
      <div className={classes.words} role="status">
        <Text fw={680} size={isNarrow ? 'md' : 'lg'}>
          {t('requests.time.slot', {
            day: isNarrow ? formats.shortDate(hold.startAt) : formats.longDate(hold.startAt),
            from: formats.time(hold.startAt),
            to: formats.time(hold.endAt),
          })}
        </Text>
        <Text>{[who, isNarrow ? '' : hold.departmentName].filter(Boolean).join(' · ')}</Text>
        {isNarrow ? <VisuallyHidden>{until}</VisuallyHidden> : <Text c="dimmed">{until}</Text>}
      </div>
      <div className={classes.deeds}>
        {hold.extendable && (
          <HeldButton
            icon={IconClockPlus}
            label={t('requests.time.extend')}
            isNarrow={isNarrow}
            variant="default"
            loading={extend.isPending}
            onClick={() => extend.mutate({ id: hold.id })}
          />
        )}
        <HeldButton
          icon={IconX}
          label={t('requests.time.giveUp')}
          isNarrow={isNarrow}
          variant="subtle"
          onClick={held.giveUp}
        />
      </div>
      {extend.isError && <ErrorState error={extend.error} />}
    </section>
  );
}
