import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../server/modules/records/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReportPanel } from './report-panel.tsx';

/** The report on the case's page: open where it is read or owed, on request where it can only be prepared. */
export function CaseReport({ found }: { found: Case }) {
  const { t } = useTranslation();
  const { status } = found.request;
  const isDue = status === 'in_consultation' || status === 'consulted';
  const [prepares, setPrepares] = useState(found.hasDraft);
  if (found.finalVersion === 0 && !found.mayWrite) return null;
  if (found.finalVersion === 0 && !isDue && !prepares) {
    return (
      <Button
        variant="default"
        leftSection={<IconPencil size={20} aria-hidden />}
        onClick={() => setPrepares(true)}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('records.report.prepare')}
      </Button>
    );
  }
  return (
    <Panel title={t('records.report.title')}>
      <ReportPanel requestId={found.request.id} />
    </Panel>
  );
}
