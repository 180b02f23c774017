import { Text } from '@mantine/core';
import {
  type Icon,
  IconCalendarCheck,
  IconCalendarClock,
  IconCalendarX,
  IconClockOff,
  IconFileText,
  IconHandStop,
  IconListNumbers,
  IconSend,
  IconStethoscope,
  IconUrgent,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Case, TimelineEntry } from '../../../server/modules/records/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { Timeline } from '../../ui/timeline.tsx';
import type { Tone } from '../../ui/tone.ts';

const looks: Record<TimelineEntry['kind'], { icon: Icon; tone: Tone }> = {
  requested: { icon: IconSend, tone: 'neutral' },
  booked: { icon: IconCalendarCheck, tone: 'neutral' },
  waiting_entered: { icon: IconListNumbers, tone: 'neutral' },
  offered: { icon: IconCalendarClock, tone: 'action' },
  offer_accepted: { icon: IconCalendarCheck, tone: 'neutral' },
  offer_declined: { icon: IconCalendarX, tone: 'neutral' },
  offer_expired: { icon: IconClockOff, tone: 'attention' },
  offer_revoked: { icon: IconCalendarX, tone: 'neutral' },
  booking_cancelled: { icon: IconCalendarX, tone: 'attention' },
  raised: { icon: IconUrgent, tone: 'danger' },
  claimed: { icon: IconStethoscope, tone: 'action' },
  withdrawn: { icon: IconHandStop, tone: 'attention' },
  consultation: { icon: IconVideo, tone: 'action' },
  report: { icon: IconFileText, tone: 'done' },
};

/** What happened, the newest on top. */
export function CaseTimeline({ found }: { found: Case }) {
  const { t } = useTranslation();
  const describe = useDescription();
  return (
    <Timeline
      label={t('records.case.timeline')}
      items={found.timeline.toReversed().map((entry, at) => {
        const hint = describe(entry);
        return {
          id: `${entry.kind}${found.timeline.length - at}`,
          at: entry.at,
          ...looks[entry.kind],
          title: t(
            `records.timeline.${titleOf(entry)}`,
            'version' in entry ? { version: entry.version } : {},
          ),
          children: hint !== '' && <Text c="dimmed">{hint}</Text>,
        };
      })}
    />
  );
}

function titleOf(entry: TimelineEntry): string {
  if (entry.kind === 'report') return entry.version > 1 ? 'amended' : 'report';
  if (entry.kind !== 'consultation') return entry.kind;
  if (!entry.met) return 'opened';
  return entry.closedAt === null ? 'running' : 'held';
}

function useDescription(): (entry: TimelineEntry) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (entry) => {
    const by = 'by' in entry ? entry.by : null;
    const parts: (string | null)[] = [by];
    if (entry.kind === 'booked' || entry.kind === 'offered') {
      const times = { from: formats.time(entry.startAt), to: formats.time(entry.endAt) };
      parts.unshift(t('records.timeline.slot', { day: formats.longDate(entry.startAt), ...times }));
    }
    if (entry.kind === 'booking_cancelled' || entry.kind === 'withdrawn') {
      parts.push(entry.reason && t([`records.reason.${entry.reason}`, 'records.reason.other']));
    }
    if (entry.kind === 'raised' && entry.news2 !== null)
      parts.push(t('records.timeline.news2', { score: entry.news2 }));
    if (entry.kind === 'consultation') {
      const minutes = entry.presentSeconds === null ? null : Math.round(entry.presentSeconds / 60);
      parts.push(
        minutes === null ? null : t('records.timeline.minutes', { count: minutes }),
        entry.participants.length > 0 ? entry.participants.join(', ') : null,
        entry.byPhone ? t('records.timeline.byPhone') : null,
      );
    }
    return parts.filter(Boolean).join(' · ');
  };
}
