import { Button, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import { Initials } from '../../ui/initials.tsx';
import { Time } from '../../ui/time.tsx';
import { BarButton } from './bar-button.tsx';
import { InviteDialog } from './guests/invite-dialog.tsx';
import classes from './people-button.module.css';
import { personWords } from './person-words.ts';
import type { Present } from './use-people.ts';

/** Who is in the room, in which role, from where, since when. */
export function PeopleButton({ room, people }: { room: Room; people: readonly Present[] }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [isInviting, inviting] = useDisclosure(false);
  const invite = () => {
    close();
    inviting.open();
  };
  return (
    <>
      <Popover opened={opened} onChange={(isOpen) => !isOpen && close()} position="top" trapFocus shadow="lg">
        <Popover.Target>
          <BarButton
            icon={IconUsers}
            label={t('consultation.bar.people')}
            action={t('consultation.bar.peopleCount', { count: people.length })}
            count={people.length}
            aria-expanded={opened}
            onClick={toggle}
          />
        </Popover.Target>
        <Popover.Dropdown>
          <Text fw={680} mb="xs" id="people-title">
            {t('consultation.people.title')}
          </Text>
          <Stack
            component="ul"
            gap="sm"
            className={classes.people}
            aria-labelledby="people-title"
            tabIndex={0}
          >
            {people.map(({ id, person, joinedAt, isMe }) => (
              <li key={id} className={classes.person}>
                <Initials name={person?.name ?? ''} />
                <span>
                  <strong>{person?.name ?? t('consultation.someone')}</strong>
                  {isMe && <span className={classes.soft}>{t('consultation.people.me')}</span>}
                  <br />
                  {person && <span className={classes.soft}>{personWords(t, person)}</span>}
                  <br />
                  <span className={classes.soft}>
                    {t('consultation.people.since')} <Time at={joinedAt} show="time" />
                  </span>
                </span>
              </li>
            ))}
          </Stack>
          <Button
            mt="md"
            fullWidth
            variant="default"
            leftSection={<IconUserPlus size={22} aria-hidden />}
            aria-haspopup="dialog"
            onClick={invite}
          >
            {t('invitations.invite')}
          </Button>
        </Popover.Dropdown>
      </Popover>
      <InviteDialog room={room} opened={isInviting} onClose={inviting.close} />
    </>
  );
}
