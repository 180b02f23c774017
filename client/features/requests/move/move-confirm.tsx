import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarRepeat } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Reply } from '../../../../server/kernel/wire.ts';
import { moveBooking, viewBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { findFreeTimes, nextFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { keyOf, useSend } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { tellDone } from '../../../ui/tell.tsx';
import type { Whom } from '../find/find.ts';
import { chosenTime } from '../find/offer.ts';
import classes from '../hold/held-time.module.css';
import { HoldDock } from '../hold/hold-dock.tsx';
import { refusedTime } from '../hold/refused-time.ts';
import type { HoldHandle } from '../hold/use-hold.ts';
import { MoveTimes } from './move-times.tsx';

/** The held new time, and the press that swaps it for the old one. */
export function MoveConfirm(props: {
  booking: Reply<typeof viewBooking>['booking'];
  held: HoldHandle;
  whom: Whom;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  const { booking, held } = props;
  const now = useNow('second');
  const hold = held.hold && Date.parse(held.hold.heldUntil) > now ? held.hold : null;
  const move = useSend(moveBooking, {
    refresh: [viewBooking, findFreeTimes, nextFreeTimes],
    onSuccess: () => {
      held.settle();
      held.giveUp();
      tellDone(t('requests.move.done'));
      void navigate(paths.consult(booking.requestId));
    },
    onError: (error) => {
      if (refusedTime(error)) {
        close();
        held.giveUp();
      }
      // Somebody else changed it: the page shows how it is now.
      void client.invalidateQueries({ queryKey: keyOf(viewBooking) });
    },
  });
  const send = () => {
    if (!hold) return;
    move.mutate({
      id: booking.id,
      holdId: hold.id,
      ...chosenTime(hold),
      note: note.trim() || null,
      sequence: booking.sequence,
    });
  };
  return (
    <div className={classes.bar}>
      <HoldDock held={held} whom={props.whom} refused={refusedTime(move.error)} />
      {hold && (
        <Button size="lg" leftSection={<IconCalendarRepeat size={22} aria-hidden />} onClick={open}>
          {t('requests.move.send')}
        </Button>
      )}
      <Modal
        opened={opened && hold !== null}
        onClose={close}
        size="lg"
        title={t('requests.move.question')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack>
          <MoveTimes booking={booking} hold={hold} />
          <Text>{t('requests.move.how')}</Text>
          <TextInput
            label={t('requests.move.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={1000}
          />
          {move.isError && <ErrorState error={move.error} kept={t('requests.move.kept')} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui.cancel')}
            </Button>
            <Button loading={move.isPending} onClick={send}>
              {t('requests.move.send')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  );
}
