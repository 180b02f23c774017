import { Stack } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WaitingEntry } from '../../../../server/modules/scheduling/waiting-contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useWaiting } from './use-waiting.ts';
import { waitingPanel } from './waiting-link.tsx';
import { WaitingRow } from './waiting-row.tsx';

/** Who waits for a freed time, in the order of offering, and what is offered to whom right now. */
export function WaitingPanel(props: {
  mayDecide: boolean;
  onDeed: (entry: WaitingEntry, deed: 'offer' | 'place') => void;
}) {
  const { t } = useTranslation();
  const query = useWaiting();
  return (
    <div id={waitingPanel} tabIndex={-1} style={{ scrollMarginTop: 84 }}>
      <Panel title={t('scheduling.waiting.title')}>
        <Loaded query={query} rows={2}>
          {({ entries }) =>
            entries.length === 0 ? (
              <EmptyState
                icon={IconListNumbers}
                title={t('scheduling.waiting.none')}
                hint={t('scheduling.waiting.noneHint')}
              />
            ) : (
              <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
                {entries.map((entry) => (
                  <WaitingRow
                    key={entry.id}
                    entry={entry}
                    mayDecide={props.mayDecide}
                    onDeed={(deed) => props.onDeed(entry, deed)}
                  />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </Panel>
    </div>
  );
}
