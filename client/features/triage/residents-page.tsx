import { Button, Group } from '@mantine/core';
import { IconBed, IconPlayerPlay, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listResidents } from '../../../server/modules/patients/contract.ts';
import { requestsChanged } from '../../../server/modules/requests/contract.ts';
import { queueChanged } from '../../../server/modules/triage/contract.ts';
import { paths } from '../../lib/paths.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { HelpNumbers } from './help-numbers.tsx';
import { ResidentGrid } from './resident-grid.tsx';
import classes from './residents.module.css';
import { useUrgentDraft } from './urgent-draft.ts';

/** The house's residents; above all of them the one red button. */
export default function ResidentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const residents = useLoad(listResidents, {});
  const draft = useUrgentDraft();
  useLive(queueChanged, [keyOf(listResidents)]);
  useLive(requestsChanged, [keyOf(listResidents)]);
  const begun = residents.data?.residents.find(({ id }) => id === draft.value.patientId);
  return (
    <>
      <PageHeader title={t('places.residents')} actions={<HelpNumbers />} />
      <Link to={paths.urgent} className={classes.urgent}>
        <IconUrgent size={40} stroke={1.8} aria-hidden />
        <span>
          <span className={classes.urgentName}>{t('triage.residents.urgent')}</span>
          <span className={classes.urgentHint}>{t('triage.residents.urgentHint')}</span>
        </span>
      </Link>
      {begun && (
        <div className={classes.begun} role="status">
          <span>
            {t(draft.value.sendingAs === null ? 'triage.residents.begun' : 'triage.residents.unsent', {
              name: `${begun.givenName} ${begun.familyName}`,
            })}
          </span>
          <Group gap="sm">
            <Button variant="default" onClick={draft.clear}>
              {t('triage.residents.discard')}
            </Button>
            <Button
              leftSection={<IconPlayerPlay size={20} aria-hidden />}
              onClick={() => navigate(paths.urgent)}
            >
              {t('triage.residents.goOn')}
            </Button>
          </Group>
        </div>
      )}
      <Loaded query={residents} rows={6}>
        {({ residents: list }) =>
          list.length === 0 ? (
            <EmptyState
              icon={IconBed}
              title={t('triage.residents.none')}
              hint={t('triage.residents.noneHint')}
            />
          ) : (
            <ResidentGrid
              residents={list}
              onChoose={(id) => navigate(`${paths.urgent}?resident=${id}`)}
              chooseLabel={(name) => t('triage.residents.urgentFor', { name })}
            />
          )
        }
      </Loaded>
    </>
  );
}
