import { Button, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import {
  inviteRoomHelper,
  listRoomColleagues,
  listRoomHelpers,
  removeRoomHelper,
} from '../../../../server/modules/consultation/helpers-contract.ts';
import {
  type Colleague,
  inviteHelper,
  listColleagues,
  removeHelper,
} from '../../../../server/modules/triage/helper-contract.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';

/** How many are shown before somebody searches. */
const most = 30;

/** A colleague of any department, found by name or department; an urgent request's is rung, as triage does it. */
export function InviteSpecialist({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { requestId } = room;
  const isUrgent = room.kind === 'urgent';
  const [search, setSearch] = useState('');
  const colleagues = useLoad(isUrgent ? listColleagues : listRoomColleagues, { requestId });
  const helpers = useLoad(listRoomHelpers, { requestId });
  const refresh = { refresh: [listRoomHelpers] };
  const invite = useSend(isUrgent ? inviteHelper : inviteRoomHelper, refresh);
  const remove = useSend(isUrgent ? removeHelper : removeRoomHelper, refresh);
  const joined = helpers.data?.helpers.filter(({ state }) => state === 'invited' || state === 'joined') ?? [];
  const isJoined = ({ accountId }: Colleague) => joined.some((one) => one.accountId === accountId);
  const error = invite.error ?? remove.error;
  return (
    <Stack>
      <Text>{t('invitations.specialist.what')}</Text>
      {joined.map(({ accountId, name, department }) => (
        <Group key={accountId} justify="space-between">
          <span>
            <strong>{name}</strong>
            <br />
            <Text component="span" c="dimmed">
              {t('invitations.specialist.invited', { department: department.name })}
            </Text>
          </span>
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ requestId, accountId })}
            aria-label={t('invitations.specialist.removeName', { name })}
          >
            {t('invitations.specialist.remove')}
          </Button>
        </Group>
      ))}
      <TextInput
        label={t('invitations.specialist.search')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && <ErrorState error={error} />}
      <Loaded query={colleagues}>
        {(data) => {
          const found = data.colleagues.filter((one) => !isJoined(one) && fits(one, search));
          if (found.length === 0) return <Text role="status">{t('invitations.specialist.nobody')}</Text>;
          return (
            <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0 }}>
              <Stack gap="xs">
                {found.slice(0, most).map((one) => (
                  <Group key={one.accountId} justify="space-between" wrap="nowrap">
                    <span>
                      <strong>{one.name}</strong>
                      <br />
                      <Text component="span" c="dimmed">
                        {t(`invitations.specialist.${one.reachable ? 'reachable' : 'away'}`, {
                          department: one.department.name,
                        })}
                      </Text>
                    </span>
                    <Button
                      variant="default"
                      loading={invite.isPending && invite.variables.accountId === one.accountId}
                      onClick={() => invite.mutate({ requestId, accountId: one.accountId })}
                      aria-label={t('invitations.specialist.inviteName', { name: one.name })}
                    >
                      {t('invitations.specialist.invite')}
                    </Button>
                  </Group>
                ))}
              </Stack>
            </ScrollArea.Autosize>
          );
        }}
      </Loaded>
    </Stack>
  );
}

/** Whether every word of the search begins a word of the name or the department. */
function fits({ name, department }: Colleague, search: string): boolean {
  const words = `${name} ${department.name}`.toLocaleLowerCase('de').split(/[\s.-]+/);
  const wanted = search.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}
