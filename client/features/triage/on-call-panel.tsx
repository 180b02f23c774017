import { ActionIcon, Button, Group, Table, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listOnCall,
  listOnCallGaps,
  type OnCallShift,
  removeOnCallShift,
} from '../../../server/modules/triage/on-call-contract.ts';
import { getBoard } from '../../../server/modules/triage/queue-contract.ts';
import { useLoad, useSend } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { useNow } from '../../lib/use-now.ts';
import { addDays, dayOf, instantOf } from '../../lib/zone.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import { OnCallForm } from './on-call-form.tsx';

const days = 7;

/** Who is on call in the next days; the coordinator adds, changes and removes shifts. */
export function OnCallPanel({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const today = dayOf(new Date(now).toISOString());
  const keeps = useUser().role === 'coordinator';
  const [editing, setEditing] = useState<OnCallShift | 'new' | null>(null);
  const query = useLoad(listOnCall, {
    departmentId,
    from: instantOf(`${today} 00:00:00`),
    until: instantOf(`${addDays(today, days)} 00:00:00`),
  });
  return (
    <Panel
      title={t('triage.onCall.title')}
      flush
      actions={
        keeps && (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setEditing('new')}>
            {t('triage.onCall.add')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ shifts }) => {
          const coming = shifts.filter(({ endAt }) => Date.parse(endAt) > now);
          return coming.length === 0 ? (
            <Text p="lg">{t('triage.onCall.none')}</Text>
          ) : (
            <Table.ScrollContainer minWidth={640}>
              <Table verticalSpacing={4} horizontalSpacing="lg">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('triage.onCall.from')}</Table.Th>
                    <Table.Th>{t('triage.onCall.until')}</Table.Th>
                    <Table.Th>{t('triage.onCall.level')}</Table.Th>
                    <Table.Th>{t('triage.onCall.person')}</Table.Th>
                    <Table.Th aria-label={t('triage.onCall.actions')} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {coming.map((shift) => (
                    <ShiftRow key={shift.id} shift={shift} keeps={keeps} onChange={() => setEditing(shift)} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          );
        }}
      </Loaded>
      {editing !== null && (
        <OnCallForm
          departmentId={departmentId}
          shift={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function ShiftRow(props: { shift: OnCallShift; keeps: boolean; onChange: () => void }) {
  const { t } = useTranslation();
  const { shift } = props;
  const now = useNow();
  const remove = useSend(removeOnCallShift, { refresh: [listOnCall, listOnCallGaps, getBoard] });
  const isNow = Date.parse(shift.startAt) <= now && now < Date.parse(shift.endAt);
  return (
    <Table.Tr>
      <Table.Td>
        <Time at={shift.startAt} show="clock" />
      </Table.Td>
      <Table.Td>
        <Time at={shift.endAt} show="clock" />
      </Table.Td>
      <Table.Td>{t(`triage.onCall.levels.${shift.level}`)}</Table.Td>
      <Table.Td>
        {shift.practitioner.name} {isNow && <StatusBadge tone="done">{t('triage.onCall.now')}</StatusBadge>}
      </Table.Td>
      <Table.Td>
        {props.keeps && (
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            <ActionIcon
              variant="subtle"
              aria-label={t('triage.onCall.change')}
              title={t('triage.onCall.change')}
              onClick={props.onChange}
            >
              <IconPencil size={22} aria-hidden />
            </ActionIcon>
            <ConfirmButton
              variant="subtle"
              px="xs"
              aria-label={t('triage.onCall.remove')}
              question={t('triage.onCall.removeQuestion', { name: shift.practitioner.name })}
              confirmLabel={t('triage.onCall.remove')}
              onConfirm={() => remove.mutateAsync({ id: shift.id })}
            >
              <IconTrash size={22} aria-hidden />
            </ConfirmButton>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
