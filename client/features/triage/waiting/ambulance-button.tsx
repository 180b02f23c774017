import { IconAmbulance } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getUrgentRequest } from '../../../../server/modules/triage/contract.ts';
import { markAmbulanceCalled } from '../../../../server/modules/triage/ladder-contract.ts';
import { useSend } from '../../../lib/query.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { Time } from '../../../ui/time.tsx';

/** The ambulance is called by phone; here it is only said, so that the specialist knows. The request goes on. */
export function AmbulanceButton(props: { requestId: string; calledAt: string | null; name: string }) {
  const { t } = useTranslation();
  const mark = useSend(markAmbulanceCalled, { refresh: [getUrgentRequest] });
  if (props.calledAt) {
    return (
      <StatusBadge tone="attention" icon={IconAmbulance}>
        {t('triage.ambulance.called')} <Time at={props.calledAt} show="time" />
      </StatusBadge>
    );
  }
  return (
    <ConfirmButton
      size="lg"
      leftSection={<IconAmbulance size={24} aria-hidden />}
      question={t('triage.ambulance.question', { name: props.name })}
      consequence={t('triage.ambulance.means')}
      confirmLabel={t('triage.ambulance.confirm')}
      danger={false}
      onConfirm={() => mark.mutateAsync({ requestId: props.requestId })}
    >
      {t('triage.ambulance.mark')}
    </ConfirmButton>
  );
}
