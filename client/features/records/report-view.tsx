import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FinalReport } from '../../../server/modules/records/contract.ts';
import { paths } from '../../lib/paths.ts';
import { Time } from '../../ui/time.tsx';
import { ReportBody } from './report-body.tsx';

/** A final report, the newest version open and the earlier ones below. */
export function ReportView(props: { requestId: string; versions: readonly FinalReport[] }) {
  const { t } = useTranslation();
  const [newest, ...earlier] = props.versions;
  if (!newest) return null;
  return (
    <Stack>
      <ReportBody words={newest} />
      <Group justify="space-between">
        <Signed report={newest} />
        <Button
          component={Link}
          to={`${paths.consult(props.requestId)}/befund`}
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
        >
          {t('records.report.print')}
        </Button>
      </Group>
      {earlier.map((report) => (
        <details key={report.id}>
          <summary>{t('records.report.earlier', { version: report.version })}</summary>
          <Stack mt="sm">
            <ReportBody words={report} />
            <Signed report={report} />
          </Stack>
        </details>
      ))}
    </Stack>
  );
}

function Signed({ report }: { report: FinalReport }) {
  const { t } = useTranslation();
  return (
    <Text c="dimmed">
      {report.version > 1 && `${t('records.report.version', { version: report.version })} · `}
      {`${report.author} · `}
      <Time at={report.finalisedAt} show="clock" />
    </Text>
  );
}
