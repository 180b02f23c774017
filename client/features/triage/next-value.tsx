import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type VitalField, vitalFields } from './vitals-typed.ts';

/** On to the next value, in the order in which a nurse takes them; nothing after the last. */
export function NextValue(props: { field: VitalField; onField: (field: VitalField) => void }) {
  const { t } = useTranslation();
  const next = vitalFields[vitalFields.indexOf(props.field) + 1];
  if (next === undefined) return null;
  return (
    <Button
      variant="light"
      size="lg"
      rightSection={<IconArrowRight size={22} aria-hidden />}
      onClick={() => props.onField(next)}
    >
      {t('triage.vitals.next', { name: t(`triage.vitals.short.${next}`) })}
    </Button>
  );
}
