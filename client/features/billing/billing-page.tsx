import { useTranslation } from 'react-i18next';
import {
  billingChanged,
  getSums,
  listEvents,
  listExports,
  listQuarters,
} from '../../../server/modules/billing/contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BillingQuarter } from './billing-quarter.tsx';
import { firstQuarter } from './quarters.ts';
import { useBillingView } from './use-billing-view.ts';

/** "Abrechnung": what of a quarter can be billed and why, and the files in which it leaves the network. */
export default function BillingPage() {
  const { t } = useTranslation();
  const quarters = useLoad(listQuarters, {});
  const control = useBillingView();
  useLive(billingChanged, [keyOf(listQuarters), keyOf(listEvents), keyOf(getSums), keyOf(listExports)]);
  if (!quarters.data) {
    return (
      <>
        <PageHeader title={t('places.billing')} description={t('billing.description')} />
        <Loaded query={quarters} rows={6}>
          {() => null}
        </Loaded>
      </>
    );
  }
  const quarter = control.view.quarter ?? firstQuarter(quarters.data);
  return <BillingQuarter quarter={quarter} quarters={quarters.data.quarters} control={control} />;
}
