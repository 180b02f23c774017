import { Button, SegmentedControl } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportEvents } from '../../../server/modules/audit/contract.ts';
import { download } from '../../lib/download.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { tellError } from '../../ui/tell.tsx';
import classes from './audit.module.css';
import { EventsView } from './events-view.tsx';
import { HistoryView } from './history-view.tsx';
import { IntegrityCard } from './integrity-card.tsx';
import { useAuditFilter } from './use-audit-filter.ts';

const views = ['events', 'patient'] as const;
type View = (typeof views)[number];

/** "Protokoll": whether the log can be trusted, what happened, and who had access to one patient's data. */
export default function AuditPage() {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('events');
  const [saving, setSaving] = useState(false);
  const filter = useAuditFilter();
  const save = async () => {
    setSaving(true);
    await download(exportEvents, filter.asked).catch(tellError);
    setSaving(false);
  };
  const showEventsOf = (patient: string) => {
    filter.reset();
    filter.change({ patient });
    setView('events');
  };
  return (
    <>
      <PageHeader
        title={t('places.audit')}
        description={t('audit.description')}
        actions={
          view === 'events' && (
            <Button
              variant="default"
              leftSection={<IconFileTypeCsv size={20} aria-hidden />}
              loading={saving}
              onClick={() => void save()}
            >
              {t('audit.export')}
            </Button>
          )
        }
      />
      <IntegrityCard />
      <SegmentedControl
        className={classes.tabs}
        aria-label={t('audit.tabs.label')}
        data={views.map((value) => ({ value, label: t(`audit.tabs.${value}`) }))}
        value={view}
        onChange={(value) => setView(value as View)}
      />
      {view === 'events' ? <EventsView {...filter} /> : <HistoryView onEvents={showEventsOf} />}
    </>
  );
}
