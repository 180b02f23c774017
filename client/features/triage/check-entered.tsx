import { Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { News2Context } from '../../../server/modules/triage/news2.ts';
import { Panel } from '../../ui/panel.tsx';
import { News2Mark } from './news2-mark.tsx';
import type { UrgentDraft } from './urgent-draft.ts';
import classes from './urgent-form.module.css';
import { VitalValuesLine } from './vital-values-line.tsx';
import { isEmpty, missingFields, scoreTyped, valuesTyped } from './vitals-typed.ts';

/** What was tapped and measured, in short, and what is missing; a press leads back there. */
export function CheckEntered(props: {
  draft: UrgentDraft;
  person: News2Context;
  onGo: (step: number) => void;
}) {
  const { t } = useTranslation();
  const { draft, onGo } = props;
  const score = scoreTyped(draft.vitals, props.person);
  const missing = missingFields(draft.vitals);
  const scored = score.applicable && Object.keys(score.points).length > 0;
  const edit = (step: number) => (
    <Button variant="subtle" leftSection={<IconPencil size={20} aria-hidden />} onClick={() => onGo(step)}>
      {t('triage.form.change')}
    </Button>
  );
  return (
    <>
      <Panel title={t('triage.form.step.1')} actions={edit(1)}>
        <Text fw={600}>{draft.situations.map((one) => t(`triage.situations.${one}`)).join(', ')}</Text>
        {draft.note.trim() !== '' && <Text>{draft.note}</Text>}
        <Text c="dimmed">
          {[
            draft.onset && t(`triage.onset.${draft.onset}`),
            draft.wanted && t(`triage.wanted.${draft.wanted}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Panel>
      <Panel title={t('triage.form.step.2')} actions={edit(2)}>
        {isEmpty(draft.vitals) ? (
          <Text>{t('triage.form.noValues')}</Text>
        ) : (
          <Group gap="sm" align="flex-start">
            {score.applicable && scored && (
              <News2Mark score={{ value: score.total, complete: score.complete, takenAt: '' }} />
            )}
            <VitalValuesLine values={valuesTyped(draft.vitals)} />
          </Group>
        )}
        {missing.length > 0 && (
          <p className={classes.because}>
            {t('triage.form.missing', {
              names: missing.map((field) => t(`triage.vitals.short.${field}`)).join(', '),
            })}
          </p>
        )}
      </Panel>
    </>
  );
}
