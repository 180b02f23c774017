import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Guest, GuestState } from '../../../../server/modules/consultation/guests-contract.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { useGuestDeeds, useGuests } from './use-guests.ts';

const open: readonly GuestState[] = ['invited', 'waiting', 'admitted', 'left'];

/** Who is invited, waits or is in the room, and what can be done about it. */
export function GuestList({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const guests = useGuests(requestId).filter(({ state }) => open.includes(state));
  const deeds = useGuestDeeds(requestId);
  return (
    <Stack gap="xs">
      <Text fw={680} component="h3">
        {t('invitations.list.title')}
      </Text>
      {guests.length === 0 && <Text c="dimmed">{t('invitations.list.nobody')}</Text>}
      {guests.map((guest) => (
        <Group key={guest.id} justify="space-between">
          <span>
            <strong>{guest.name}</strong>
            <br />
            <Text component="span" c="dimmed">
              {t('invitations.list.line', {
                kind: t(`consultation.guestKinds.${guest.kind}`),
                state: t(`invitations.state.${guest.state}`),
              })}
            </Text>
          </span>
          <Deeds guest={guest} deeds={deeds} />
        </Group>
      ))}
      {deeds.error && <ErrorState error={deeds.error} />}
    </Stack>
  );
}

function Deeds({ guest, deeds }: { guest: Guest; deeds: ReturnType<typeof useGuestDeeds> }) {
  const { t } = useTranslation();
  const { id, name, state } = guest;
  if (state === 'waiting') {
    return (
      <Group gap="xs">
        <Button
          onClick={() => deeds.admit(id)}
          loading={deeds.isBusy}
          aria-label={t('invitations.lobby.admitName', { name })}
        >
          {t('invitations.lobby.admit')}
        </Button>
        <Button
          variant="default"
          onClick={() => deeds.refuse(id)}
          disabled={deeds.isBusy}
          aria-label={t('invitations.lobby.refuseName', { name })}
        >
          {t('invitations.lobby.refuse')}
        </Button>
      </Group>
    );
  }
  const how = state === 'admitted' ? 'remove' : 'revoke';
  return (
    <ConfirmButton
      question={t(`invitations.${how}.question`, { name })}
      consequence={t(`invitations.${how}.consequence`)}
      confirmLabel={t(`invitations.${how}.confirm`)}
      onConfirm={() => deeds.revoke(id)}
      aria-label={t(`invitations.${how}.name`, { name })}
    >
      {t(`invitations.${how}.do`)}
    </ConfirmButton>
  );
}
