import { IconBellRinging, IconUserShield } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OnCallNow } from '../../../server/modules/triage/contract.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Time } from '../../ui/time.tsx';
import classes from './queue-page.module.css';

/** Who is on call now; the signed-in person is told of the own duty and its end first. */
export function OnCallHint(props: {
  onCall: OnCallNow;
  own: { level: 'primary' | 'deputy'; until: string } | null;
}) {
  const { t } = useTranslation();
  const { onCall, own } = props;
  return (
    <span className={classes.duty}>
      {own && (
        <StatusBadge tone="done" icon={IconBellRinging}>
          {t(`triage.onCall.own.${own.level}`)} <Time at={own.until} show="clock" />
        </StatusBadge>
      )}
      {own?.level !== 'primary' && (
        <StatusBadge tone={onCall.primary ? 'neutral' : 'attention'} icon={IconUserShield}>
          {onCall.primary
            ? t('triage.onCall.primary', { name: onCall.primary.name })
            : t('triage.onCall.nobody')}
        </StatusBadge>
      )}
      {own?.level !== 'deputy' && onCall.deputy && (
        <span>{t('triage.onCall.deputy', { name: onCall.deputy.name })}</span>
      )}
    </span>
  );
}
