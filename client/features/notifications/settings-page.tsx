import { Alert, Stack } from '@mantine/core';
import { IconBellOff, IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { getNotificationSettings } from '../../../server/modules/notifications/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { useUser } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CalendarPanel } from './calendar-panel.tsx';
import classes from './settings.module.css';
import { toldOf } from './subjects.ts';
import { WishesForm } from './wishes-form.tsx';

/** What one wants to be told, and the own calendar's secret address. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const told = toldOf(useUser().role);
  const settings = useLoad(getNotificationSettings, {});
  if (!told) {
    return (
      <EmptyState icon={IconBellOff} title={t('notifications.none')} hint={t('notifications.noneHint')} />
    );
  }
  return (
    <>
      <PageHeader title={t('notifications.title')} description={t('notifications.hint')} />
      <Loaded query={settings}>
        {({ wishes, email, calendar }) => (
          <Stack gap="lg" className={classes.page}>
            {email === null && told.emailed.length > 0 && (
              <Alert color="yellow" icon={<IconMailOff aria-hidden />} title={t('notifications.noMail')}>
                {t('notifications.noMailHint')}
              </Alert>
            )}
            <WishesForm wishes={wishes} email={email} told={told} />
            {told.calendar && <CalendarPanel calendar={calendar} />}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
