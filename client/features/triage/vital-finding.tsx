import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type VitalSignFinding,
  type VitalSignName,
  vitalSignLimits,
} from '../../../server/modules/triage/vital-signs.ts';
import { useFormats } from '../../lib/format.ts';
import classes from './vitals-entry.module.css';

/** What is odd about the value, at the value: refused, or asked to look again; with the value that was likely meant. */
export function VitalFinding(props: {
  finding: VitalSignFinding | undefined;
  onTake: (field: VitalSignName, value: number) => void;
  onExchange: (field: VitalSignName, other: VitalSignName) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { finding, onTake, onExchange } = props;
  if (finding === undefined) return null;
  const { field, level, suggestion, exchange } = finding;
  const problem =
    level === 'refuse' && finding.problem === 'probably_other_field' ? 'surely_other_field' : finding.problem;
  const other = exchange && t(`triage.vitals.short.${exchange}`);
  const [lowest, highest] = vitalSignLimits[field].hard;
  const Sign = level === 'refuse' ? IconHandStop : IconAlertTriangle;
  const unit = t(`triage.vitals.unit.${vitalSignLimits[field].unit}`);
  return (
    <div className={classes.finding} data-tone={level === 'refuse' ? 'danger' : 'attention'} role="status">
      <Sign size={22} aria-hidden />
      <span>
        {t('triage.vitals.named', {
          name: t(`triage.vitals.short.${field}`),
          words: t(`triage.vitals.finding.${problem}`, { lowest, highest, unit, other }),
        })}
      </span>
      {suggestion !== undefined && (
        <Button variant="default" onClick={() => onTake(field, suggestion)}>
          {t('triage.vitals.take', { value: formats.number(suggestion), unit })}
        </Button>
      )}
      {exchange !== undefined && (
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={20} aria-hidden />}
          onClick={() => onExchange(field, exchange)}
        >
          {t('triage.vitals.exchange', { other })}
        </Button>
      )}
    </div>
  );
}
