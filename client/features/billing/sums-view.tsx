import { Text } from '@mantine/core';
import { IconReceiptEuro } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getSums } from '../../../server/modules/billing/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeTable } from './code-table.tsx';
import { MonthChart } from './month-chart.tsx';
import { OrganisationTable } from './organisation-table.tsx';
import classes from './sums.module.css';

/** What the quarter comes to: by month and code, and by organisation. */
export function SumsView(props: { quarter: string; onOrganisation: (id: string) => void }) {
  const { t } = useTranslation();
  const sums = useLoad(getSums, { quarter: props.quarter });
  return (
    <Loaded query={sums} rows={4}>
      {({ months, organisations }) =>
        organisations.length === 0 ? (
          <Panel>
            <EmptyState
              icon={IconReceiptEuro}
              title={t('billing.empty.quarter.title')}
              hint={t('billing.empty.quarter.hint')}
            />
          </Panel>
        ) : (
          <div className={classes.sums}>
            <div className={classes.column}>
              <Panel title={t('billing.sums.byMonth')}>
                <MonthChart quarter={props.quarter} months={months} />
                <Text c="dimmed" mt="sm">
                  {t('billing.sums.note')}
                </Text>
              </Panel>
              <Panel title={t('billing.sums.byCode')} flush>
                <CodeTable months={months} />
              </Panel>
            </div>
            <Panel title={t('billing.sums.byOrganisation')} flush>
              <OrganisationTable organisations={organisations} onChoose={props.onOrganisation} />
            </Panel>
          </div>
        )
      }
    </Loaded>
  );
}
