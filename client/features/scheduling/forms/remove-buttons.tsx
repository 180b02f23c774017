import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Pool, removePool } from '../../../../server/modules/scheduling/pool-contract.ts';
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
  return async (hit: Parameters<Done>[0] = []) => {
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
      consequence={<RemovalHits id={id} ask={askRosterRemoval} />}
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

type Ask = Parameters<typeof useHits<{ id: string }>>[2];
const askRosterRemoval: Ask = (input, signal) => call(removeRoster, { ...input, dryRun: 'true' }, { signal });
const askPoolRemoval: Ask = (input, signal) => call(removePool, { ...input, dryRun: 'true' }, { signal });

function RemovalHits(props: { id: string; ask: Ask }) {
  return <Hits query={useHits('remove', { id: props.id }, props.ask)} />;
}

export function RemovePool(props: { pool: Pool; onDone: Done }) {
  const { t } = useTranslation();
  const removed = useRemoved(props.onDone);
  const { id, name } = props.pool;
  return (
    <ConfirmButton
      leftSection={<IconTrash size={20} aria-hidden />}
      question={t('scheduling.pools.removeQuestion', { name })}
      consequence={
        <>
          {t('scheduling.pools.removeConsequence')}
          <RemovalHits id={id} ask={askPoolRemoval} />
        </>
      }
      confirmLabel={t('scheduling.pools.remove')}
      onConfirm={async () => {
        const { affected } = await call(removePool, { id });
        await removed(affected);
      }}
    >
      {t('scheduling.pools.remove')}
    </ConfirmButton>
  );
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
