import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkInsuranceNumber } from '../../../server/modules/patients/insurance-number.ts';
import { groupInsuranceNumber } from '../../lib/format.ts';
import { fieldId } from './what-is-missing.ts';

/** The insurance number (KVNR), checked while it is typed: a slip shows here and not after sending. */
export function InsuranceNumberInput(props: {
  value: string;
  onChange: (value: string) => void;
  required: boolean;
  error: ReactNode;
}) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const check = checkInsuranceNumber(props.value);
  const letters = props.value.replace(/\s/g, '').length;
  // While it is still being typed nothing is wrong yet.
  const judged = letters >= 10 || (left && letters > 0);
  const wrong = judged && check.verdict === 'invalid' ? t(`requests.patient.${check.problem}`) : undefined;
  return (
    <TextInput
      id={fieldId('kvnr')}
      label={t('ui.patient.kvnr')}
      placeholder={t('requests.patient.kvnrHint')}
      required={props.required}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value.toUpperCase())}
      onBlur={() => {
        setLeft(true);
        if (check.verdict !== 'invalid') props.onChange(groupInsuranceNumber(check.kvnr));
      }}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={14}
      error={wrong ?? (judged ? undefined : props.error)}
      rightSection={signs[check.verdict]}
      {...(check.verdict === 'warn' ? { description: t('requests.patient.kvnr_example') } : {})}
    />
  );
}

const signs = {
  valid: <IconCircleCheck color="var(--tone-done-ink)" aria-hidden />,
  warn: <IconAlertTriangle color="var(--tone-attention-ink)" aria-hidden />,
  invalid: null,
};
