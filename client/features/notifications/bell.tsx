import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../lib/session.ts';
import classes from './bell.module.css';
import { NewsWatch } from './news-watch.tsx';
import { NoticesDrawer } from './notices-drawer.tsx';
import { toldOf } from './subjects.ts';
import { useNotices } from './use-notices.ts';

/** What one was told, one press away on every page; nothing for those whom nobody tells anything. */
export function NotificationBell() {
  return toldOf(useUser().role) ? <Bell /> : null;
}

function Bell() {
  const { t } = useTranslation();
  const [opened, panel] = useDisclosure(false);
  const notices = useNotices();
  const { unread } = notices;
  const label = unread > 0 ? t('notifications.bell', { count: unread }) : t('notifications.bellNone');
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.bell}
          aria-label={label}
          aria-haspopup="dialog"
          onClick={panel.open}
        >
          <IconBell size={26} stroke={1.7} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </ActionIcon>
      </Tooltip>
      <NoticesDrawer opened={opened} onClose={panel.close} notices={notices} />
      <NewsWatch items={notices.items} loaded={notices.query.isSuccess} listed={opened} />
    </>
  );
}
