import { Stack } from '@mantine/core';
import type { Practitioner } from '../../../server/modules/directory/contract.ts';
import { ConsentFields } from './consent-fields.tsx';
import { PatientChoice } from './patient-choice.tsx';
import { QuestionFields } from './question-fields.tsx';
import type { RequestDraftHandle } from './request-draft.ts';
import type { ErrorAt } from './what-is-missing.ts';

/** Second step: about whom, what is asked, and who has consented. */
export function StepQuestion(props: {
  draft: RequestDraftHandle;
  errorAt: ErrorAt;
  /** Physicians of the practice, when one of them must be chosen. */
  physicians: readonly Practitioner[];
}) {
  return (
    <Stack gap="lg">
      <PatientChoice draft={props.draft} errorAt={props.errorAt} />
      <QuestionFields draft={props.draft} errorAt={props.errorAt} physicians={props.physicians} />
      <ConsentFields draft={props.draft} errorAt={props.errorAt} />
    </Stack>
  );
}
