import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CalendarBooking, moveBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { call } from '../../../lib/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { keyOf } from '../../../lib/query.ts';
import { tellDone, tellError, tellUndo } from '../../../ui/tell.tsx';
import { stale } from './stale.ts';
import type { Subject } from './subject.ts';

/** Tells that a booking was moved or handed over, with a press that puts it back to where and whose it was. */
export function useMovedNotice(): (from: Subject, after: CalendarBooking, said?: string) => void {
  const { t } = useTranslation();
  const formats = useFormats();
  const client = useQueryClient();
  return ({ booking: before, mayUndo }, after, said) => {
    const when = t('scheduling.when', {
      day: formats.shortDate(after.startAt),
      time: formats.time(after.startAt),
    });
    const back = async () => {
      try {
        await call(moveBooking, {
          id: before.id,
          practitionerId: before.practitionerId,
          startAt: before.startAt,
          sequence: after.sequence,
          ...(before.overbooked === null ? {} : { overbook: { reason: before.overbooked } }),
        });
        tellDone(
          t('scheduling.undone', {
            when: t('scheduling.when', {
              day: formats.shortDate(before.startAt),
              time: formats.time(before.startAt),
            }),
          }),
        );
      } catch (error) {
        tellError(error);
      }
      await Promise.all(stale.map((read) => client.invalidateQueries({ queryKey: keyOf(read) })));
    };
    const message = said ?? t('scheduling.moved', { name: before.requester.name, when });
    if (mayUndo) tellUndo(message, () => void back(), 20);
    else tellDone(message);
  };
}
