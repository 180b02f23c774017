import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { OptionCards } from './option-cards.tsx';
import type { ConsentForm, ConsentGiver } from './request-draft.ts';
import { type ErrorAt, fieldId } from './what-is-missing.ts';

const givers: ConsentGiver[] = ['patient', 'guardian', 'representative'];
const forms: ConsentForm[] = ['verbal', 'written', 'electronic'];

/** What of a form says who consented. */
export type ConsentDraft = { giver: ConsentGiver | null; giverName: string; form: ConsentForm | null };

/** Without consent no consult: who gave it, and how. */
export function ConsentFields(props: {
  draft: { value: ConsentDraft; patch: (change: Partial<ConsentDraft>) => void };
  errorAt: ErrorAt;
}) {
  const { t } = useTranslation();
  const { draft, errorAt } = props;
  const { value, patch } = draft;
  return (
    <Panel title={t('requests.consent.title')}>
      <Stack gap="lg">
        <Text>{t('requests.consent.wording')}</Text>
        <OptionCards
          id={fieldId('giver')}
          legend={t('requests.consent.giver')}
          required
          width="13rem"
          value={value.giver}
          onChange={(giver) => patch({ giver })}
          options={givers.map((giver) => ({ value: giver, label: t(`requests.consent.${giver}`) }))}
          error={errorAt('giver')}
        />
        {value.giver !== null && value.giver !== 'patient' && (
          <TextInput
            id={fieldId('giverName')}
            label={t('requests.consent.giverName')}
            required
            value={value.giverName}
            onChange={(event) => patch({ giverName: event.currentTarget.value })}
            error={errorAt('giverName')}
          />
        )}
        <OptionCards
          id={fieldId('form')}
          legend={t('requests.consent.form')}
          required
          width="13rem"
          value={value.form}
          onChange={(form) => patch({ form })}
          options={forms.map((form) => ({ value: form, label: t(`requests.consent.${form}`) }))}
          error={errorAt('form')}
        />
      </Stack>
    </Panel>
  );
}
