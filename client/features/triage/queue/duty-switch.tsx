import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DutyStatus,
  dutyChanged,
  getDuty,
  setDuty,
} from '../../../../server/modules/triage/duty-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { keyOf, useLoad, useSend } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { tellError } from '../../../ui/tell.tsx';
import classes from './duty-switch.module.css';

/** "Bereit, gleich, nicht verfügbar": whether the next urgent request rings here. */
export function DutySwitch() {
  const { t } = useTranslation();
  const { time } = useFormats();
  const id = useId();
  const duty = useLoad(getDuty, {}, { refetchInterval: 60_000 });
  useLive(dutyChanged, [keyOf(getDuty)]);
  const set = useSend(setDuty, { refresh: [getDuty], onError: tellError });
  if (!duty.data) return null;
  const { status, until } = duty.data;
  return (
    <div className={classes.duty}>
      <VisuallyHidden id={id}>{t('triage.duty.title')}</VisuallyHidden>
      <SegmentedControl
        aria-labelledby={id}
        value={set.isPending ? (set.variables?.status ?? status) : status}
        onChange={(value) => set.mutate({ status: DutyStatus.parse(value) })}
        data={DutyStatus.options.map((value) => ({ value, label: t(`triage.duty.${value}`) }))}
      />
      <span className={classes.hint} role="status">
        {status === 'soon' && until
          ? t('triage.duty.until', { at: time(until) })
          : status === 'away'
            ? t('triage.duty.awayHint')
            : ''}
      </span>
    </div>
  );
}
