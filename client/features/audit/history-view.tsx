import { Button, Text, TextInput } from '@mantine/core';
import { IconListSearch, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPatientHistory } from '../../../server/modules/audit/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './audit.module.css';
import { patientNumber } from './event-words.ts';
import { HistoryTable } from './history-table.tsx';

const pattern = /^(P-)?\d{1,9}$/i;

/** Who saw or changed one patient's data: what a person may ask for (GDPR Art. 15). */
export function HistoryView(props: { onEvents: (patient: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = useLoad(
    getPatientHistory,
    { number: asked ?? '' },
    { enabled: asked !== null, keep: false, staleTime: Number.POSITIVE_INFINITY },
  );
  const ask = () => {
    const number = typed.trim();
    setProblem(pattern.test(number) ? null : t('errors.patient_number_invalid'));
    if (pattern.test(number)) setAsked(number);
  };
  const unknown = query.isError && query.error.status === 404;
  return (
    <Panel title={t('audit.tabs.patient')} flush>
      <div className={classes.inset}>
        <Text mb="md">{t('audit.history.intro')}</Text>
        <form
          noValidate
          className={classes.ask}
          onSubmit={(event) => {
            event.preventDefault();
            ask();
          }}
        >
          <TextInput
            label={t('audit.history.number')}
            placeholder={t('audit.filter.patientHint')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={problem ?? (unknown && t('audit.history.unknown'))}
          />
          <Button type="submit" leftSection={<IconUserSearch size={20} aria-hidden />}>
            {t('audit.history.show')}
          </Button>
        </form>
      </div>
      {asked !== null && !unknown && (
        <Loaded query={query}>
          {({ patient, people }) => (
            <>
              <div className={classes.patient}>
                <span className={classes.words}>
                  <strong>{t('audit.table.patient', { number: patientNumber(patient.number) })}</strong>
                  <span className={classes.soft}>
                    {t('audit.history.keeper', { name: patient.organisation.name })}
                    {' · '}
                    {t('audit.history.people', { count: people.length })}
                  </span>
                </span>
                <Button variant="light" onClick={() => props.onEvents(patientNumber(patient.number))}>
                  {t('audit.history.events')}
                </Button>
              </div>
              {people.length === 0 ? (
                <EmptyState
                  icon={IconListSearch}
                  title={t('audit.history.none')}
                  hint={t('audit.history.noneHint')}
                />
              ) : (
                <HistoryTable people={people} />
              )}
            </>
          )}
        </Loaded>
      )}
    </Panel>
  );
}
