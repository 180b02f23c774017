import { Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Placeholder of a list: unseen for 300 ms (most answers are there by then), after 3 s with the reason. */
export function ListSkeleton(props: { rows?: number; height?: number; reason?: string }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'hidden' | 'shown' | 'explained'>('hidden');
  useTimeout(() => setStep('shown'), 300, { autoInvoke: true });
  useTimeout(() => setStep('explained'), 3000, { autoInvoke: true });
  if (step === 'hidden') return null;
  const rows = Array.from({ length: props.rows ?? 4 }, (_, row) => row);
  return (
    <Stack gap="sm" aria-busy>
      <VisuallyHidden role="status">{t('ui.loading')}</VisuallyHidden>
      {step === 'explained' && <Text c="dimmed">{props.reason ?? t('ui.loadingSlow')}</Text>}
      {rows.map((row) => (
        <Skeleton key={row} height={props.height ?? 72} radius="md" />
      ))}
    </Stack>
  );
}
