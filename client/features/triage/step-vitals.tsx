import { Box, Group, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { News2Context } from '../../../server/modules/triage/news2.ts';
import { ChoiceTiles } from './choice-tiles.tsx';
import type { UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';
import { VitalsEntry } from './vitals-entry.tsx';
import type { VitalField } from './vitals-typed.ts';

/** What was measured. Every value may be missing. */
export function StepVitals(props: {
  draft: UrgentDraftHandle;
  person: News2Context;
  /** Asked where it could be: the score is not for pregnancy. */
  asksPregnancy: boolean;
  field: VitalField;
  onField: (field: VitalField) => void;
}) {
  const { t } = useTranslation();
  const { value, patch } = props.draft;
  return (
    <section className={classes.stack}>
      <VisuallyHidden>
        <h1>{t('triage.form.title.2')}</h1>
      </VisuallyHidden>
      {props.asksPregnancy && (
        <Group gap="sm">
          {/* Read out with the group. */}
          <Text fw={620} aria-hidden>
            {t('triage.pregnancy.question')}
          </Text>
          <Box flex="1 1 22rem">
            <ChoiceTiles
              label={t('triage.pregnancy.question')}
              flat
              width="12.5rem"
              choices={(['no', 'yes'] as const).map((answer) => ({
                value: answer,
                label: t(`triage.pregnancy.${answer}`),
              }))}
              chosen={value.pregnant === null ? [] : [value.pregnant ? 'yes' : 'no']}
              onToggle={(answer) =>
                patch({ pregnant: value.pregnant === (answer === 'yes') ? null : answer === 'yes' })
              }
            />
          </Box>
        </Group>
      )}
      <VitalsEntry
        typed={value.vitals}
        onChange={(vitals) => patch({ vitals })}
        person={props.person}
        field={props.field}
        onField={props.onField}
      />
    </section>
  );
}
