import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { getUrgentSettings } from '../../../../server/modules/triage/settings-contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TargetsForm } from './targets-form.tsx';

/** How soon a doctor should be on screen and how long each step rings, per urgency. */
export function TargetsPanel() {
  const { t } = useTranslation();
  const query = useLoad(getUrgentSettings, {});
  return (
    <Panel title={t('triage.targets.title')}>
      <Text c="dimmed" mb="md">
        {t('triage.targets.hint')}
      </Text>
      <Loaded query={query} rows={3}>
        {/* Keyed by what holds: after saving it begins anew from there. */}
        {(reply) => <TargetsForm key={JSON.stringify(reply.settings)} {...reply} />}
      </Loaded>
    </Panel>
  );
}
