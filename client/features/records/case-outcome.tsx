import { IconArrowRightCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../server/modules/records/contract.ts';
import { StepFrame } from './step-frame.tsx';

/** What was decided in an urgent consult: whether the person stays, is visited, fetched or admitted. */
export function CaseOutcome({ found }: { found: Case }) {
  const { t } = useTranslation();
  const held = found.timeline.find((entry) => entry.kind === 'consultation');
  if (!held?.outcome) return null;
  return (
    <StepFrame
      tone="done"
      icon={IconArrowRightCircle}
      title={t('records.outcome.title', { what: t(`records.outcome.${held.outcome}`) })}
    />
  );
}
