import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canPush, isPushOn, switchPushOff, switchPushOn } from '../../../lib/push.ts';
import { tellDone, tellError } from '../../../ui/tell.tsx';

/** Ring on this device while no window is open. Nothing where the browser cannot. */
export function PushSwitch() {
  const { t } = useTranslation();
  const [on, setOn] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void isPushOn().then(setOn);
  }, []);
  if (!canPush() || on === null) return null;
  const change = async (wanted: boolean) => {
    setBusy(true);
    try {
      await (wanted ? switchPushOn() : switchPushOff());
      setOn(wanted);
      tellDone(t(wanted ? 'triage.push.on' : 'triage.push.off'));
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Switch
      size="md"
      label={t('triage.push.label')}
      checked={on}
      disabled={busy}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}
