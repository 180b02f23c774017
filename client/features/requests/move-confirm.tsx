import { Button, Text, Textarea } from '@mantine/core';
import { IconArrowRight, IconCalendarRepeat } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Reply } from '../../../server/kernel/wire.ts';
import { moveBooking, viewBooking } from '../../../server/modules/scheduling/booking-contract.ts';
import { findFreeTimes, nextFreeTimes } from '../../../server/modules/scheduling/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useSend } from '../../lib/query.ts';
import { useNow } from '../../lib/use-now.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { tellDone } from '../../ui/tell.tsx';
import type { Whom } from './find.ts';
import classes from './move-confirm.module.css';
import { nearestOf } from './nearest-of.ts';
import { SlotTaken } from './slot-taken.tsx';
import type { HoldHandle } from './use-hold.ts';

/** Old time and new one beside each other, and the press that swaps them. */
export function MoveConfirm(props: {
  booking: Reply<typeof viewBooking>['booking'];
  held: HoldHandle;
  whom: Whom;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const client = useQueryClient();
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
      if (nearestOf(error)) held.giveUp();
      // Somebody else changed it: the page shows how it is now.
      void client.invalidateQueries({ queryKey: keyOf(viewBooking) });
    },
  });
  const words = (of: { startAt: string; endAt: string }) =>
    t('requests.time.slot', {
      day: formats.longDate(of.startAt),
      from: formats.time(of.startAt),
      to: formats.time(of.endAt),
    });
  const nearest = held.hold ? null : nearestOf(move.error);
  const send = () => {
    if (!hold) return;
    move.mutate({ id: booking.id, holdId: hold.id, note: note.trim() || null, sequence: booking.sequence });
  };
  return (
    <section className={classes.change} aria-label={t('requests.move.change')}>
      <div className={classes.times}>
        <div className={classes.old}>
          <Text c="dimmed">{t('requests.move.old')}</Text>
          <Text fw={600}>{words(booking)}</Text>
          <Text>{booking.practitionerName}</Text>
        </div>
        <IconArrowRight size={28} aria-hidden />
        <div className={classes.new} data-tone={hold ? 'action' : 'neutral'} role="status">
          <Text c="dimmed">{t('requests.move.new')}</Text>
          <Text fw={680}>{hold ? words(hold) : t('requests.move.open')}</Text>
          {hold && <Text>{hold.practitionerName}</Text>}
        </div>
      </div>
      {nearest && (
        <SlotTaken nearest={nearest} whom={props.whom} onChoose={held.choose} busy={held.wanted !== null} />
      )}
      {move.isError && !nearestOf(move.error) && (
        <ErrorState error={move.error} kept={t('requests.move.kept')} />
      )}
      {hold && (
        <div className={classes.end}>
          <Textarea
            label={t('requests.move.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={1}
            maxLength={1000}
          />
          <Text c="dimmed">{t('requests.move.how')}</Text>
          <Button
            size="lg"
            leftSection={<IconCalendarRepeat size={22} aria-hidden />}
            loading={move.isPending}
            onClick={send}
          >
            {t('requests.move.send')}
          </Button>
        </div>
      )}
    </section>
  );
}
