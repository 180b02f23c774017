import { Modal, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { InviteGuest } from './invite-guest.tsx';
import { InviteSpecialist } from './invite-specialist.tsx';

/** Somebody without an account by a link; on the clinic's side also a colleague from the directory. */
export function InviteDialog(props: { room: Room; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { room, opened, onClose } = props;
  // Who was joined joins nobody else.
  const mayJoin = room.side === 'provider' && room.mayClose;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // A link that is shown once is not lost by a press beside it.
      closeOnClickOutside={false}
      size="lg"
      title={t('invitations.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {mayJoin ? (
        <Tabs defaultValue="guest">
          <Tabs.List mb="md">
            <Tabs.Tab value="guest">{t('invitations.tabs.guest')}</Tabs.Tab>
            <Tabs.Tab value="specialist">{t('invitations.tabs.specialist')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="guest">
            <InviteGuest requestId={room.requestId} />
          </Tabs.Panel>
          <Tabs.Panel value="specialist">
            <InviteSpecialist room={room} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <InviteGuest requestId={room.requestId} />
      )}
    </Modal>
  );
}
