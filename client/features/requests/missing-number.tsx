import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePatient } from '../../../server/modules/patients/contract.ts';
import { checkInsuranceNumber } from '../../../server/modules/patients/insurance-number.ts';
import { useErrorText } from '../../lib/error-text.ts';
import { useSend } from '../../lib/query.ts';
import { InsuranceNumberInput } from './insurance-number-input.tsx';

/** A known patient without the number that a request must carry: it is added here, once for all. */
export function MissingNumber(props: {
  patientId: string;
  error: string | undefined;
  onKnown: (kvnr: string) => void;
}) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [typed, setTyped] = useState('');
  const send = useSend(changePatient, { onSuccess: ({ kvnr }) => kvnr !== null && props.onKnown(kvnr) });
  const check = checkInsuranceNumber(typed);
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('requests.patient.numberMissing')}
    >
      <Group align="flex-end">
        <InsuranceNumberInput
          value={typed}
          onChange={setTyped}
          required
          error={send.isError ? errorText(send.error) : props.error}
        />
        <Button
          loading={send.isPending}
          disabled={check.verdict === 'invalid'}
          onClick={() =>
            check.verdict !== 'invalid' && send.mutate({ id: props.patientId, kvnr: check.kvnr })
          }
        >
          {t('requests.patient.addNumber')}
        </Button>
      </Group>
    </Alert>
  );
}
