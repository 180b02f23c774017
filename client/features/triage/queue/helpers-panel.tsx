import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconStairsUp, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest, type UrgentRequest } from '../../../../server/modules/triage/contract.ts';
import {
  getNextLevel,
  inviteHelper,
  listColleagues,
  raiseLevel,
  removeHelper,
} from '../../../../server/modules/triage/helper-contract.ts';
import { getOwnDay, listQueue } from '../../../../server/modules/triage/queue-contract.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { tellDone, tellError } from '../../../ui/tell.tsx';
import classes from './helpers-panel.module.css';

/** A second specialist beside the own part, and the network's next level with everything already entered. */
export function HelpersPanel({ urgent, onDone }: { urgent: UrgentRequest; onDone: () => void }) {
  const { t } = useTranslation();
  const requestId = urgent.request.id;
  const [chosen, setChosen] = useState<string | null>(null);
  const colleagues = useLoad(listColleagues, { requestId });
  const level = useLoad(getNextLevel, { requestId });
  const refresh = [getUrgentRequest, listQueue, getOwnDay];
  const invite = useSend(inviteHelper, {
    refresh,
    onSuccess: ({ name }) => {
      setChosen(null);
      tellDone(t('triage.helper.invited', { name }));
    },
    onError: tellError,
  });
  const remove = useSend(removeHelper, { refresh });
  const raise = useSend(raiseLevel, {
    refresh,
    onSuccess: () => [tellDone(t('triage.helper.raised')), onDone()],
  });
  const next = level.data?.next ?? null;
  return (
    <Stack gap="sm">
      {urgent.helpers.length > 0 && (
        <ul className={classes.helpers}>
          {urgent.helpers.map(({ accountId, name, department, state }) => (
            <li key={accountId}>
              <span>
                <strong>{name}</strong>
                <Text span c="dimmed">
                  {department.name}
                </Text>
              </span>
              <StatusBadge tone={state === 'joined' ? 'done' : state === 'invited' ? 'action' : 'neutral'}>
                {t(`triage.helper.state.${state}`)}
              </StatusBadge>
              {(state === 'invited' || state === 'joined') && (
                <ConfirmButton
                  question={t('triage.helper.removeQuestion', { name })}
                  confirmLabel={t('triage.helper.remove')}
                  onConfirm={() => remove.mutateAsync({ requestId, accountId })}
                  aria-label={t('triage.helper.removeNamed', { name })}
                >
                  {t('triage.helper.remove')}
                </ConfirmButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Group align="end">
        <Select
          className={classes.choice}
          label={t('triage.helper.second')}
          placeholder={t('triage.helper.choose')}
          searchable
          clearable
          value={chosen}
          onChange={setChosen}
          data={(colleagues.data?.colleagues ?? []).map(({ accountId, name, department, reachable }) => ({
            value: accountId,
            label: t(reachable ? 'triage.helper.reachable' : 'triage.helper.unreachable', {
              name,
              department: department.name,
            }),
          }))}
        />
        <Button
          leftSection={<IconUserPlus size={22} aria-hidden />}
          disabled={chosen === null}
          loading={invite.isPending}
          onClick={() => chosen && invite.mutate({ requestId, accountId: chosen })}
        >
          {t('triage.helper.invite')}
        </Button>
      </Group>
      {next && (
        <ConfirmButton
          leftSection={<IconStairsUp size={22} aria-hidden />}
          question={t('triage.helper.raiseQuestion', {
            department: next.department,
            organisation: next.organisation,
          })}
          consequence={t('triage.helper.raiseMeans')}
          confirmLabel={t('triage.helper.raise')}
          danger={false}
          onConfirm={() => raise.mutateAsync({ requestId })}
        >
          {t('triage.helper.raiseTo', { department: next.department, level: next.level })}
        </ConfirmButton>
      )}
    </Stack>
  );
}
