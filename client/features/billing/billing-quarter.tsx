import { Button, Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getSums } from '../../../server/modules/billing/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './billing.module.css';
import { CreateExport } from './create-export.tsx';
import { EventsPanel } from './events-panel.tsx';
import { ExportsView } from './exports-view.tsx';
import { QuarterChoice } from './quarter-choice.tsx';
import { StateTiles } from './state-tiles.tsx';
import { SumsView } from './sums-view.tsx';
import { useBillingEvents } from './use-billing-events.ts';
import { tabs, type ViewControl } from './use-billing-view.ts';

/** One quarter: its numbers, and below them the services, the sums or the closed batches. */
export function BillingQuarter(props: {
  quarter: string;
  quarters: readonly { quarter: string; open: number }[];
  control: ViewControl;
}) {
  const { t } = useTranslation();
  const mayExport = useUser().role === 'network_admin';
  const { quarter, control } = props;
  const { view, change } = control;
  const [search] = useDebouncedValue(control.search.trim(), 250);
  const list = useBillingEvents(quarter, view, search);
  const sums = useLoad(getSums, { quarter });
  // Over the list the tiles say what its filters leave, elsewhere what the quarter holds.
  const totals = (view.tab === 'events' ? list.totals : null) ?? sums.data?.totals ?? null;
  return (
    <>
      <PageHeader
        title={t('places.billing')}
        description={t('billing.description')}
        actions={
          <>
            <QuarterChoice
              quarters={props.quarters}
              value={quarter}
              onChange={(next) => change({ quarter: next, reason: null, organisation: null })}
            />
            <Button
              variant="default"
              className={classes.print}
              leftSection={<IconPrinter size={20} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('billing.print')}
            </Button>
            {mayExport && <CreateExport quarter={quarter} ready={sums.data?.totals.ready.events ?? 0} />}
          </>
        }
      />
      <StateTiles
        totals={totals}
        chosen={view.tab === 'events' ? view.state : null}
        onChoose={(state) => change({ state, reason: null, tab: 'events' })}
      />
      <Tabs
        value={view.tab}
        onChange={(value) => change({ tab: tabs.find((tab) => tab === value) ?? 'events' })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} aria-label={t('billing.view.label')}>
          {tabs
            .filter((tab) => tab !== 'exports' || mayExport)
            .map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`billing.view.${tab}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="events">
          <EventsPanel {...control} quarter={quarter} list={list} />
        </Tabs.Panel>
        <Tabs.Panel value="sums">
          <SumsView
            quarter={quarter}
            onOrganisation={(organisation) => change({ organisation, tab: 'events', state: null })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="exports">{mayExport && <ExportsView quarter={quarter} />}</Tabs.Panel>
      </Tabs>
    </>
  );
}
