import { Select } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import classes from './billing.module.css';
import { partsOf } from './quarters.ts';

/** `4. Quartal 2026`, in the language shown. */
export function quarterName(quarter: string, t: TFunction): string {
  const { number, year } = partsOf(quarter);
  return t('billing.quarter.name', { number, year });
}

/** Which quarter; each with what is left to do in it. */
export function QuarterChoice(props: {
  quarters: readonly { quarter: string; open: number }[];
  value: string;
  onChange: (quarter: string) => void;
}) {
  const { t } = useTranslation();
  const known = props.quarters.some(({ quarter }) => quarter === props.value);
  const choices = known ? props.quarters : [...props.quarters, { quarter: props.value, open: 0 }];
  return (
    <Select
      aria-label={t('billing.quarter.label')}
      className={classes.quarter}
      data={choices.map(({ quarter, open }) => ({
        value: quarter,
        label:
          open > 0
            ? `${quarterName(quarter, t)} · ${t('billing.quarter.open', { count: open })}`
            : quarterName(quarter, t),
      }))}
      value={props.value}
      onChange={(quarter) => quarter && props.onChange(quarter)}
      allowDeselect={false}
    />
  );
}
