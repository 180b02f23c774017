import { Checkbox, Select, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Practitioner } from '../../../server/modules/directory/contract.ts';
import { DiagnosisInput } from '../../ui/diagnosis-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { RequestDraftHandle } from './request-draft.ts';
import { type ErrorAt, fieldId } from './what-is-missing.ts';

/** The medical part. */
export function QuestionFields(props: {
  draft: RequestDraftHandle;
  errorAt: ErrorAt;
  physicians: readonly Practitioner[];
}) {
  const { t } = useTranslation();
  const { draft, errorAt } = props;
  const { value, patch } = draft;
  const area = (name: 'question' | 'background' | 'medication' | 'allergies') => ({
    label: t(`requests.question.${name}`),
    value: value[name],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [name]: event.currentTarget.value }),
    autosize: true,
  });
  return (
    <Panel title={t('requests.question.title')}>
      <Stack gap="lg">
        {props.physicians.length > 1 && (
          <Select
            id={fieldId('requester')}
            label={t('requests.question.requester')}
            placeholder={t('requests.question.requesterChoose')}
            required
            data={props.physicians.map((one) => ({ value: one.id, label: one.displayName }))}
            value={value.requesterId}
            onChange={(requesterId) => patch({ requesterId })}
            error={errorAt('requester')}
          />
        )}
        <Textarea
          {...area('question')}
          id={fieldId('question')}
          description={t('requests.question.questionHint')}
          required
          minRows={3}
          maxLength={4000}
          error={errorAt('question')}
        />
        <DiagnosisInput
          id={fieldId('diagnoses')}
          label={t('requests.question.diagnoses')}
          required
          certainty="V"
          value={value.diagnoses}
          onChange={(diagnoses) => patch({ diagnoses })}
          error={errorAt('diagnoses')}
        />
        <Textarea
          {...area('background')}
          description={t('requests.question.backgroundHint')}
          minRows={3}
          maxLength={8000}
        />
        <div>
          <Textarea
            {...area('medication')}
            id={fieldId('medication')}
            description={t('requests.question.medicationHint')}
            required={!value.takesNone}
            disabled={value.takesNone}
            minRows={2}
            maxLength={4000}
            error={errorAt('medication')}
          />
          <Checkbox
            mt={4}
            label={t('requests.question.takesNone')}
            checked={value.takesNone}
            onChange={(event) => patch({ takesNone: event.currentTarget.checked })}
          />
        </div>
        <div>
          <Textarea {...area('allergies')} disabled={value.noneKnown} minRows={1} maxLength={2000} />
          <Checkbox
            mt={4}
            label={t('requests.question.noneKnown')}
            checked={value.noneKnown}
            onChange={(event) => patch({ noneKnown: event.currentTarget.checked })}
          />
        </div>
      </Stack>
    </Panel>
  );
}
