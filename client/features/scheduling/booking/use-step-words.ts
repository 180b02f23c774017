import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingStep } from '../../../../server/modules/scheduling/booking-contract.ts';
import { useFormats } from '../../../lib/format.ts';
import { dayOf } from '../../../lib/zone.ts';

export type StepWords = { title: string; details: string[] };

/** One step of a booking's history as a person would say it. */
export function useStepWords(): (step: BookingStep) => StepWords {
  const { t } = useTranslation();
  const formats = useFormats();
  return useCallback(
    (step) => {
      const name = step.type.slice(step.type.indexOf('.') + 1);
      const when = (at: string) =>
        t('scheduling.when', { day: formats.longDate(at), time: formats.time(at) });
      const { from, to } = step;
      const isMoved = from && to && from.startAt !== to.startAt;
      const isHanded = from && to && from.practitioner !== to.practitioner;
      const details = [
        isMoved
          ? t('scheduling.step.fromTo', {
              from: when(from.startAt),
              to: dayOf(from.startAt) === dayOf(to.startAt) ? formats.time(to.startAt) : when(to.startAt),
            })
          : null,
        isHanded ? t('scheduling.step.fromToPerson', { from: from.practitioner, to: to.practitioner }) : null,
        !from && to ? t('scheduling.step.at', { when: when(to.startAt), who: to.practitioner }) : null,
        step.overbooked ? t('ui.booking.overbooked') : null,
        step.reason === null
          ? null
          : t(`scheduling.stepReason.${step.reason}`, { defaultValue: step.reason }),
      ].filter((word) => word !== null);
      return { title: t([`scheduling.step.${name}`, 'scheduling.step.changed']), details };
    },
    [t, formats],
  );
}
