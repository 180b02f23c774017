import { IconClick } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { CaseDetail } from './case-detail.tsx';
import { CaseList } from './case-list.tsx';
import classes from './consults-page.module.css';
import { ReportLetter } from './report-letter.tsx';

/** The consults of a practice, a care home or a department: what they ask for now, and the chosen one. */
export default function ConsultsPage() {
  const { t } = useTranslation();
  const [chosen, part] = (useParams()['*'] ?? '').split('/');
  if (chosen && part === 'befund') return <ReportLetter requestId={chosen} />;
  return (
    <div className={classes.page} data-chosen={chosen ? true : undefined}>
      <div className={classes.header}>
        <PageHeader title={t('places.consults')} />
      </div>
      <SplitView
        chosen={Boolean(chosen)}
        listLabel={t('records.list.label')}
        detailLabel={t('records.case.label')}
        list={<CaseList chosen={chosen ?? null} />}
        detail={
          chosen ? (
            <CaseDetail key={chosen} requestId={chosen} />
          ) : (
            <EmptyState icon={IconClick} title={t('records.case.none')} hint={t('records.case.noneHint')} />
          )
        }
      />
    </div>
  );
}
