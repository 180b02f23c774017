import { Button, Stack, Text } from '@mantine/core';
import { IconFileText, IconPencilPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  amendReport,
  getCase,
  getReport,
  listCases,
  recordsChanged,
} from '../../../server/modules/records/contract.ts';
import { keyOf, useLoad, useSend } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { tellError } from '../../ui/tell.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportView } from './report-view.tsx';

/**
 * The report of a request: written by the consulted department, read by both sides. For the room's tab "Befund" and
 * for the case's page; it fits a narrow panel.
 */
export function ReportPanel(props: { requestId: string }) {
  const { t } = useTranslation();
  const input = { id: props.requestId };
  const query = useLoad(getReport, input, { keep: false });
  useLive(recordsChanged, [keyOf(getReport, input)]);
  const amend = useSend(amendReport, { refresh: [getReport, getCase, listCases], onError: tellError });
  return (
    <Loaded query={query}>
      {(report) => {
        const [newest] = report.versions;
        const writes = report.mayWrite && (report.draft !== null || !newest);
        return (
          <Stack>
            {writes && (
              <ReportForm
                key={`${props.requestId}${report.draft?.version ?? 1}`}
                requestId={props.requestId}
                report={report}
              />
            )}
            {writes && newest && (
              <Text c="dimmed">{t('records.report.amends', { version: newest.version })}</Text>
            )}
            {newest && <ReportView requestId={props.requestId} versions={report.versions} />}
            {newest && !writes && report.mayWrite && (
              <Button
                variant="default"
                leftSection={<IconPencilPlus size={20} aria-hidden />}
                loading={amend.isPending}
                onClick={() => amend.mutate(input)}
              >
                {t('records.report.amend')}
              </Button>
            )}
            {!newest && !writes && (
              <EmptyState
                icon={IconFileText}
                title={t('records.report.none')}
                hint={t('records.report.noneHint')}
              />
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}
