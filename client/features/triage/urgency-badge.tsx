import { type Icon, IconAlertTriangle, IconClock, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UrgencyLevel } from '../../../server/modules/triage/contract.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { Tone } from '../../ui/tone.ts';

export const urgencyIcons: Record<UrgencyLevel, Icon> = {
  immediate: IconUrgent,
  urgent: IconAlertTriangle,
  today: IconClock,
};
export const urgencyTones: Record<UrgencyLevel, Tone> = {
  immediate: 'danger',
  urgent: 'attention',
  today: 'action',
};

export function UrgencyBadge(props: { urgency: UrgencyLevel; filled?: boolean }) {
  const { t } = useTranslation();
  return (
    <StatusBadge
      tone={urgencyTones[props.urgency]}
      icon={urgencyIcons[props.urgency]}
      filled={props.filled ?? false}
    >
      {t(`triage.urgency.${props.urgency}`)}
    </StatusBadge>
  );
}
