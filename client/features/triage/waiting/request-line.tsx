import { IconBellRinging, IconFileText, IconSend, IconUserCheck, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UrgentRequest } from '../../../../server/modules/triage/contract.ts';
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/tone.ts';

const order = ['waiting', 'accepted', 'in_consultation', 'consulted', 'answered'];

/** The way of a request: sent, taken, consultation, report; what is done, what goes on, what comes. */
export function RequestLine({ urgent }: { urgent: UrgentRequest }) {
  const { t } = useTranslation();
  const { request } = urgent;
  const at = order.indexOf(request.status);
  const toneOf = (step: number): Tone => (at > step ? 'done' : at === step ? 'action' : 'neutral');
  const items: TimelineItem[] = [
    {
      id: 'raised',
      icon: IconSend,
      tone: 'done',
      at: urgent.raisedAt,
      title: t('triage.line.raised', { name: request.requester.person.name }),
    },
    {
      id: 'claimed',
      icon: urgent.claimedBy ? IconUserCheck : IconBellRinging,
      tone: toneOf(0),
      ...(urgent.claimedAt && { at: urgent.claimedAt }),
      title: urgent.claimedBy
        ? t('triage.line.claimed', { name: urgent.claimedBy })
        : t('triage.line.ringing', { department: request.provider.department.name }),
    },
    {
      id: 'room',
      icon: IconVideo,
      tone: at === 1 ? 'action' : toneOf(2),
      ...(request.consultedAt && { at: request.consultedAt }),
      title: t('triage.line.room'),
    },
    {
      id: 'report',
      icon: IconFileText,
      tone: request.status === 'answered' ? 'done' : toneOf(3),
      ...(request.answeredAt && { at: request.answeredAt }),
      title: t('triage.line.report'),
    },
  ];
  return <Timeline items={at === -1 ? items.slice(0, 1) : items} label={t('triage.waiting.line')} />;
}
