import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VitalValues } from '../../../server/modules/triage/contract.ts';
import { vitalSignLimits } from '../../../server/modules/triage/vital-signs.ts';
import { useFormats } from '../../lib/format.ts';
import { isNumberField, type VitalField, vitalFields } from './vitals-typed.ts';

/** One value in words: "120 mmHg", "Raumluft", "wach"; null when it was not taken. */
export function useVitalWords(): (field: VitalField, values: VitalValues) => string | null {
  const { t } = useTranslation();
  const formats = useFormats();
  return (field, values) => {
    if (field === 'onOxygen') {
      return values.onOxygen == null ? null : t(`triage.vitals.oxygen.${values.onOxygen ? 'oxygen' : 'air'}`);
    }
    if (field === 'consciousness') {
      return values.consciousness == null ? null : t(`triage.vitals.consciousness.${values.consciousness}`);
    }
    const value = isNumberField(field) ? values[field] : null;
    if (value == null || !isNumberField(field)) return null;
    return t('triage.vitals.withUnit', {
      value: formats.number(value),
      unit: t(`triage.vitals.unit.${vitalSignLimits[field].unit}`),
    });
  };
}

/** All values that were taken, in one paragraph. */
export function VitalValuesLine({ values }: { values: VitalValues }) {
  const { t } = useTranslation();
  const wordsOf = useVitalWords();
  const said = vitalFields.flatMap((field) => {
    const words = wordsOf(field, values);
    return words === null
      ? []
      : [t('triage.vitals.named', { name: t(`triage.vitals.short.${field}`), words })];
  });
  return <Text className="digits">{said.join(' · ')}</Text>;
}
