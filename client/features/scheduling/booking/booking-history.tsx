import { Text } from '@mantine/core';
import {
  type Icon,
  IconArrowsExchange,
  IconCalendarCheck,
  IconCalendarTime,
  IconCalendarX,
  IconPencil,
  IconUserOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BookingStep } from '../../../../server/modules/scheduling/booking-contract.ts';
import { Timeline } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { useStepWords } from './use-step-words.ts';

const looks: Record<string, { icon: Icon; tone: Tone }> = {
  'booking.made': { icon: IconCalendarCheck, tone: 'neutral' },
  'booking.moved': { icon: IconCalendarTime, tone: 'action' },
  'booking.handed_over': { icon: IconArrowsExchange, tone: 'action' },
  'booking.cancelled': { icon: IconCalendarX, tone: 'attention' },
  'booking.missed': { icon: IconUserOff, tone: 'attention' },
  'booking.attendance_corrected': { icon: IconPencil, tone: 'attention' },
};

/** What a booking went through, in words, the newest on top. */
export function BookingHistory(props: { steps: readonly BookingStep[] }) {
  const { t } = useTranslation();
  const wordsOf = useStepWords();
  return (
    <Timeline
      label={t('scheduling.history.title')}
      items={props.steps.toReversed().map((step, at) => {
        const { title, details } = wordsOf(step);
        const by = step.by
          ? t('scheduling.history.by', { name: step.by.name, role: t(`shell.roles.${step.by.role}`) })
          : t('scheduling.step.software');
        return {
          id: `${step.type} ${props.steps.length - at}`,
          at: step.at,
          ...(looks[step.type] ?? { icon: IconPencil, tone: 'neutral' as const }),
          title,
          children: (
            <>
              {details.map((line) => (
                <Text key={line}>{line}</Text>
              ))}
              <Text c="dimmed">{by}</Text>
            </>
          ),
        };
      })}
    />
  );
}
