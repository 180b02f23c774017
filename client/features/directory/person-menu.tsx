import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconKey, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  changePerson,
  changePractitioner,
  inviteAgain,
} from '../../../server/modules/directory/keep-contract.ts';
import { useSend } from '../../lib/query.ts';
import { tellDone, tellError, tellUndo } from '../../ui/tell.tsx';
import { type Person, personAsSent, practitionerFields } from './people-of.ts';
import type { Invited } from './use-person-save.ts';
import { stale } from './use-saved.ts';

/** What can be done with a person's access. Blocking can be taken back, a new password is asked about first. */
export function PersonMenu(props: {
  person: Person;
  onEdit: (person: Person) => void;
  onInvited: (invited: Invited) => void;
}) {
  const { t } = useTranslation();
  const [asking, ask] = useDisclosure(false);
  const { account, practitioner, displayName: name, active } = props.person;
  const options = { refresh: stale, onError: tellError };
  const change = useSend(changePerson, options);
  const alter = useSend(changePractitioner, options);
  const again = useSend(inviteAgain, {
    ...options,
    onSuccess: ({ invitation }) => {
      ask.close();
      if (account) props.onInvited({ name, email: account.email, invitation });
    },
  });
  const setActive = (next: boolean, onSuccess: () => void) => {
    if (account) change.mutate(personAsSent(account, practitioner, { active: next }), { onSuccess });
    else if (practitioner) {
      const { id, departmentId } = practitioner;
      alter.mutate({ ...practitionerFields(practitioner), id, departmentId, active: next }, { onSuccess });
    }
  };
  const opened = () => tellDone(t('directory.people.activated', { name }));
  const blocked = () => tellUndo(t('directory.people.deactivated', { name }), () => setActive(true, opened));
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('directory.people.actions', { name })}>
            <IconDots size={24} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={20} aria-hidden />}
            onClick={() => props.onEdit(props.person)}
          >
            {t('directory.people.edit')}
          </Menu.Item>
          {account && active && (
            <Menu.Item leftSection={<IconKey size={20} aria-hidden />} onClick={ask.open}>
              {t('directory.people.again')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={active ? <IconLock size={20} aria-hidden /> : <IconLockOpen size={20} aria-hidden />}
            onClick={() => setActive(!active, active ? blocked : opened)}
          >
            {t(active ? 'directory.people.deactivate' : 'directory.people.activate')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asking}
        onClose={ask.close}
        title={t('directory.people.againQuestion', { name })}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <Text>{t('directory.people.againConsequence')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close} data-autofocus>
              {t('ui.cancel')}
            </Button>
            <Button loading={again.isPending} onClick={() => account && again.mutate({ id: account.id })}>
              {t('directory.people.againConfirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
