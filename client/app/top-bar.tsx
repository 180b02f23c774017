import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountMenu } from '../features/identity/account-menu.tsx';
import { LockButton } from '../features/identity/lock-button.tsx';
import { SignOutButton } from '../features/identity/sign-out-button.tsx';
import { NotificationBell } from '../features/notifications/bell.tsx';
import { useUser } from '../lib/session.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { SchemeSwitch } from '../ui/scheme-switch.tsx';
import { HelpDrawer } from './help-drawer.tsx';
import classes from './top-bar.module.css';

/** Left the brand and where one works, right who works, language, appearance, help and sign-out. */
export function TopBar() {
  const { t } = useTranslation();
  const user = useUser();
  const [helpOpened, help] = useDisclosure(false);
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand}>
        <Logo size={38} />
        <span className={classes.word} aria-hidden>
          {t('shell.brand')}
        </span>
        <VisuallyHidden>{t('shell.home')}</VisuallyHidden>
      </Link>
      <div className={classes.organisation}>
        <span className={classes.name}>{user.organisation.name}</span>
        {user.department && <span className={classes.department}>{user.department.name}</span>}
      </div>
      <div className={classes.tools}>
        <LockButton />
        <NotificationBell />
        <AccountMenu />
        <span className={classes.wide}>
          <LanguageSwitch />
          <SchemeSwitch />
        </span>
        <Tooltip label={t('shell.help')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('shell.help')} onClick={help.open}>
            <IconHelpCircle size={26} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span className={classes.wide}>
          <SignOutButton />
        </span>
      </div>
      <HelpDrawer opened={helpOpened} onClose={help.close} />
    </header>
  );
}
