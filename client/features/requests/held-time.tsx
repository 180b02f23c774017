import { Button, Group, Text } from '@mantine/core';
import { IconClockPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { extendHold } from '../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useSend } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { Whom } from './find.ts';
import classes from './held-time.module.css';
import type { Held } from './hold.ts';
import { HoldOver } from './hold-over.tsx';
import type { HoldHandle } from './use-hold.ts';

/** The chosen time with what is left of its reservation. */
export function HeldTime(props: { held: HoldHandle; hold: Held; whom: Whom }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { hold, held } = props;
  const isOver = Date.parse(hold.heldUntil) <= useNow('second');
  const extend = useSend(extendHold, { onSuccess: (longer) => held.change({ ...hold, ...longer }) });
  if (isOver) return <HoldOver {...props} />;
  const who = hold.poolName
    ? t('requests.time.assigned', { pool: hold.poolName, name: hold.practitionerName })
    : hold.practitionerName;
  return (
    <section className={classes.held} data-tone="action" aria-label={t('requests.time.reserved')}>
      <Countdown until={hold.heldUntil} from={hold.startedAt} label={t('requests.time.left')} />
      <div className={classes.words} role="status">
        <Text fw={680} size="lg">
          {t('requests.time.slot', {
            day: formats.longDate(hold.startAt),
            from: formats.time(hold.startAt),
            to: formats.time(hold.endAt),
          })}
        </Text>
        <Text>{[who, hold.departmentName].filter(Boolean).join(' · ')}</Text>
        <Text c="dimmed">{t('requests.time.held', { time: formats.time(hold.heldUntil) })}</Text>
      </div>
      <Group gap="sm">
        {hold.extendable && (
          <Button
            variant="default"
            leftSection={<IconClockPlus size={20} aria-hidden />}
            loading={extend.isPending}
            onClick={() => extend.mutate({ id: hold.id })}
          >
            {t('requests.time.extend')}
          </Button>
        )}
        <Button variant="subtle" leftSection={<IconX size={20} aria-hidden />} onClick={held.giveUp}>
          {t('requests.time.giveUp')}
        </Button>
      </Group>
      {extend.isError && <ErrorState error={extend.error} />}
    </section>
  );
}
