import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import {
  type Absence,
  getPlan,
  type Override,
  type Roster,
  removeAbsence,
  removeOverride,
  removeRoster,
} from '../../../../server/modules/scheduling/roster-contract.ts';
import { call } from '../../../lib/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { keyOf } from '../../../lib/query.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import type { Done } from './done.ts';
import { Hits } from './hits.tsx';
import { useHits } from './use-hits.ts';

function useRemoved(onDone: Done) {
  const client = useQueryClient();
  return async (hit: readonly CalendarBooking[] = []) => {
    await client.invalidateQueries({ queryKey: keyOf(getPlan) });
    onDone(hit);
  };
}

export function RemoveRoster(props: { roster: Roster; onDone: Done }) {
  const { t } = useTranslation();
  const removed = useRemoved(props.onDone);
  const { id, weekday, from, until } = props.roster;
  return (
    <ConfirmButton
      leftSection={<IconTrash size={20} aria-hidden />}
      question={t('scheduling.remove.rosterQuestion', {
        day: t(`scheduling.weekday.${weekday}`),
        from,
        until,
      })}
      consequence={<RosterHits id={id} />}
      confirmLabel={t('scheduling.remove.roster')}
      onConfirm={async () => {
        const { affected } = await call(removeRoster, { id });
        await removed(affected);
      }}
    >
      {t('scheduling.remove.roster')}
    </ConfirmButton>
  );
}

const askRemoval = (input: { id: string }, signal: AbortSignal) =>
  call(removeRoster, { ...input, dryRun: 'true' }, { signal });

function RosterHits(props: { id: string }) {
  return <Hits query={useHits('remove', { id: props.id }, askRemoval)} />;
}

export function RestoreDay(props: { override: Override; onDone: Done }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const removed = useRemoved(props.onDone);
  return (
    <ConfirmButton
      question={t('scheduling.remove.dayQuestion', {
        day: formats.longDate(`${props.override.day}T12:00:00Z`),
      })}
      confirmLabel={t('scheduling.remove.day')}
      danger={false}
      onConfirm={async () => {
        const { affected } = await call(removeOverride, { id: props.override.id });
        await removed(affected);
      }}
    >
      {t('scheduling.remove.day')}
    </ConfirmButton>
  );
}

export function RemoveAbsence(props: { absence: Absence; onDone: Done }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const removed = useRemoved(props.onDone);
  const { id, startAt, endAt } = props.absence;
  return (
    <ConfirmButton
      leftSection={<IconTrash size={20} aria-hidden />}
      question={t('scheduling.remove.absenceQuestion', {
        from: formats.dateTime(startAt),
        until: formats.dateTime(endAt),
      })}
      confirmLabel={t('scheduling.remove.absence')}
      onConfirm={async () => {
        await call(removeAbsence, { id });
        await removed();
      }}
    >
      {t('scheduling.remove.absence')}
    </ConfirmButton>
  );
}
