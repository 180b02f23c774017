import { TextInput } from '@mantine/core';
import type { useReason } from './use-reason.ts';

/** Where a reason is entered. */
export function ReasonInput(props: {
  label: string;
  description: string;
  reason: ReturnType<typeof useReason>['field'];
}) {
  const { label, description, reason } = props;
  return (
    <TextInput
      label={label}
      description={description}
      required
      maxLength={500}
      value={reason.value}
      onChange={(event) => reason.set(event.currentTarget.value)}
      error={reason.error}
    />
  );
}
