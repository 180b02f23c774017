import { TimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A wall-clock time `HH:MM`, always in 24 hours, whatever the device is set to. */
export function TimeField(props: {
  label: string;
  /** The label is for the ear only. */
  quiet?: boolean;
  value?: unknown;
  onChange: (value: string) => void;
  error?: ReactNode;
}) {
  const { t } = useTranslation();
  const { label } = props;
  return (
    <TimePicker
      {...(props.quiet ? {} : { label })}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(value) => props.onChange(value.slice(0, 5))}
      error={props.error}
      withDropdown
      minutesStep={5}
      hoursInputLabel={t('scheduling.hours', { label })}
      minutesInputLabel={t('scheduling.minutes', { label })}
    />
  );
}
