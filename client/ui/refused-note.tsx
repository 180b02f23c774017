import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Why a form was not saved, where no field says it; nothing while `text` is null. */
export function RefusedNote(props: { text: string | null | undefined }) {
  if (!props.text) return null;
  return <Alert role="alert" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={props.text} />;
}
