import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { VitalValues } from '../../../server/modules/triage/contract.ts';
import { consciousnessLevels, type News2Context } from '../../../server/modules/triage/news2.ts';
import { type VitalSignName, vitalSignLimits } from '../../../server/modules/triage/vital-signs.ts';
import { NumberPad } from '../../ui/number-pad.tsx';
import { ChoiceTiles } from './choice-tiles.tsx';
import { News2Panel } from './news2-panel.tsx';
import { VitalFinding } from './vital-finding.tsx';
import { VitalTile } from './vital-tile.tsx';
import classes from './vitals-entry.module.css';
import {
  exchanged,
  findingsOf,
  isNumberField,
  scoreTyped,
  type VitalField,
  type VitalsTyped,
  vitalFields,
} from './vitals-typed.ts';

/** Vital signs by big keys: the values at the left, the keys of the chosen one, and the score as it fills up. */
export function VitalsEntry(props: {
  typed: VitalsTyped;
  onChange: (typed: VitalsTyped) => void;
  /** What the score must know of the person. */
  person: News2Context;
  /** Taken earlier for the same request: shown pale, counts into the score. */
  before?: VitalValues;
  /** The value that the keys are for. */
  field: VitalField;
  onField: (field: VitalField) => void;
}) {
  const { t } = useTranslation();
  const { typed, onChange, field } = props;
  // A half-typed "1" of "115" is neither odd nor scored: both wait until the fingers rest.
  const [rested] = useDebouncedValue(typed, 600);
  const findings = findingsOf(rested);
  const score = scoreTyped(rested, props.person, props.before);
  const finding = isNumberField(field) ? findings.get(field) : undefined;
  const onText = (name: VitalSignName, text: string) =>
    onChange({ ...typed, texts: { ...typed.texts, [name]: text } });
  return (
    <div className={classes.entry}>
      <fieldset className={classes.fields} aria-label={t('triage.vitals.title')}>
        {vitalFields.map((name) => (
          <VitalTile
            key={name}
            field={name}
            typed={typed}
            chosen={name === field}
            before={props.before}
            finding={isNumberField(name) ? findings.get(name) : undefined}
            points={
              score.applicable && name in score.points
                ? score.points[name as keyof typeof score.points]
                : undefined
            }
            onChoose={() => props.onField(name)}
          />
        ))}
      </fieldset>
      <div className={classes.keys}>
        {isNumberField(field) && (
          <NumberPad
            key={field}
            label={t(`triage.vitals.name.${field}`)}
            unit={t(`triage.vitals.unit.${vitalSignLimits[field].unit}`)}
            value={typed.texts[field] ?? ''}
            onChange={(text) => onText(field, text)}
            decimals={decimalsOf(field)}
            maxDigits={digitsOf(field)}
            error={finding?.level === 'refuse' ? t('triage.vitals.check') : null}
            hint={t(finding ? 'triage.vitals.checkAgain' : `triage.vitals.hint.${field}`)}
          />
        )}
        {field === 'onOxygen' && (
          <div className={classes.choice}>
            <p className={classes.question}>{t('triage.vitals.name.onOxygen')}</p>
            <ChoiceTiles
              label={t('triage.vitals.name.onOxygen')}
              width="100%"
              choices={(['air', 'oxygen'] as const).map((value) => ({
                value,
                label: t(`triage.vitals.oxygen.${value}`),
              }))}
              chosen={typed.onOxygen === null ? [] : [typed.onOxygen ? 'oxygen' : 'air']}
              onToggle={(value) => {
                const given = value === 'oxygen';
                onChange({ ...typed, onOxygen: typed.onOxygen === given ? null : given });
              }}
            />
          </div>
        )}
        {field === 'consciousness' && (
          <div className={classes.choice}>
            <p className={classes.question}>{t('triage.vitals.name.consciousness')}</p>
            <ChoiceTiles
              label={t('triage.vitals.name.consciousness')}
              width="100%"
              choices={consciousnessLevels.map((value) => ({
                value,
                label: t(`triage.vitals.consciousness.${value}`),
                hint: t(`triage.vitals.consciousnessHint.${value}`),
              }))}
              chosen={typed.consciousness === null ? [] : [typed.consciousness]}
              onToggle={(value) =>
                onChange({ ...typed, consciousness: typed.consciousness === value ? null : value })
              }
            />
          </div>
        )}
      </div>
      <div className={classes.side}>
        <VitalFinding
          finding={finding ?? [...findings.values()][0]}
          onTake={(name, value) => onText(name, String(value))}
          onExchange={(name, other) => {
            onChange(exchanged(typed, name, other));
            props.onField(other);
          }}
        />
        <News2Panel score={score} />
        {score.applicable && props.person.oxygenScale === 2 && <Text>{t('triage.news2.scale2')}</Text>}
      </div>
    </div>
  );
}

// One digit more than the limits hold: a mixed-up unit ("38.5" without point, 101.3 °F) must be typable to be named.
const digitsOf = (name: VitalSignName): number => (name === 'glucose' ? 4 : name === 'pain' ? 2 : 3);
const decimalsOf = (name: VitalSignName): 0 | 1 =>
  name === 'temperature' || name === 'glucose' || name === 'systolic' || name === 'diastolic' ? 1 : 0;
