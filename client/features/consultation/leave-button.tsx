import { IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './bar-button.tsx';

/** Whoever goes, goes at once; the consultant is asked whether it ends for everyone. */
export function LeaveButton(props: {
  mayClose: boolean;
  isAsked: boolean;
  onLeave: () => void;
  onAsk: () => void;
}) {
  const { t } = useTranslation();
  const { mayClose, isAsked } = props;
  return (
    <BarButton
      icon={IconPhoneOff}
      label={t('consultation.bar.leave')}
      tone="danger"
      onClick={mayClose ? props.onAsk : props.onLeave}
      {...(mayClose ? { 'aria-haspopup': 'dialog', 'aria-expanded': isAsked } : {})}
    />
  );
}
