import { useTranslation } from 'react-i18next';
import { listOnCallSwaps, onCallChanged } from '../../../../server/modules/triage/on-call-contract.ts';
import { keyOf, useLoad } from '../../../lib/query.ts';
import { useLive } from '../../../lib/use-live.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SwapList } from './swap-list.tsx';

/** Every swap of the department that is open or was answered lately. */
export function SwapsPanel() {
  const { t } = useTranslation();
  const query = useLoad(listOnCallSwaps, {});
  useLive(onCallChanged, [keyOf(listOnCallSwaps)]);
  return (
    <Panel title={t('triage.swap.title')}>
      <Loaded query={query} rows={2}>
        {({ swaps, own }) => <SwapList swaps={swaps} own={own} />}
      </Loaded>
    </Panel>
  );
}
