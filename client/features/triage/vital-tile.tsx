import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VitalValues } from '../../../server/modules/triage/contract.ts';
import { type VitalSignFinding, vitalSignLimits } from '../../../server/modules/triage/vital-signs.ts';
import { useLocale } from '../../lib/i18n.ts';
import { useVitalWords } from './vital-values-line.tsx';
import classes from './vitals-entry.module.css';
import { isNumberField, type VitalField, type VitalsTyped } from './vitals-typed.ts';

/** One value: its name, what was typed, and its points in the chart's colour. A tap chooses it for the keys. */
export function VitalTile(props: {
  field: VitalField;
  typed: VitalsTyped;
  chosen: boolean;
  finding: VitalSignFinding | undefined;
  points: number | undefined;
  before: VitalValues | undefined;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const { field, typed, finding } = props;
  const text = useTyped(field, typed);
  const earlier = useVitalWords()(field, props.before ?? {});
  return (
    <button
      type="button"
      className={classes.tile}
      aria-pressed={props.chosen}
      data-finding={finding?.level}
      data-points={finding?.level === 'refuse' ? undefined : props.points}
      onClick={props.onChoose}
    >
      <span className={classes.name}>{t(`triage.vitals.short.${field}`)}</span>
      <span className={classes.typed} data-empty={text === null || undefined}>
        {text ??
          (earlier === null ? t('triage.vitals.empty') : t('triage.vitals.earlier', { words: earlier }))}
        {text !== null && isNumberField(field) && (
          <span className={classes.unit}>{t(`triage.vitals.unit.${vitalSignLimits[field].unit}`)}</span>
        )}
      </span>
      {finding && <IconAlertTriangle className={classes.warn} size={22} aria-hidden />}
    </button>
  );
}

function useTyped(field: VitalField, typed: VitalsTyped): string | null {
  const { t } = useTranslation();
  const mark = useLocale() === 'de' ? ',' : '.';
  if (field === 'onOxygen') {
    return typed.onOxygen === null ? null : t(`triage.vitals.oxygen.${typed.onOxygen ? 'oxygen' : 'air'}`);
  }
  if (field === 'consciousness') {
    return typed.consciousness === null ? null : t(`triage.vitals.consciousness.${typed.consciousness}`);
  }
  return typed.texts[field]?.replace('.', mark) || null;
}
