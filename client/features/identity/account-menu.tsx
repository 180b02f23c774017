import {
  Menu,
  Modal,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBell,
  IconDeviceTablet,
  IconGridDots,
  IconKey,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { Initials } from '../../ui/initials.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { tellDone } from '../../ui/tell.tsx';
import classes from './account-menu.module.css';
import { ChangePasswordForm } from './change-password-form.tsx';
import { PinForm } from './pin-form.tsx';
import { StationsForm } from './stations-form.tsx';
import { useSignOut } from './use-sign-out.ts';

/** Who works here; on narrow screens also language and appearance. */
export function AccountMenu() {
  const { t } = useTranslation();
  const user = useUser();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const Sign = isDark ? IconSun : IconMoon;
  const [changing, change] = useDisclosure(false);
  const [choosingPin, pin] = useDisclosure(false);
  const [keepingStations, stations] = useDisclosure(false);
  const sharesDevices = user.organisation.kind === 'care_home';
  const changed = () => {
    change.close();
    tellDone(t('identity.changePassword.done'));
  };
  return (
    <>
      <Menu position="bottom-end" width={300} withArrow>
        <Menu.Target>
          <UnstyledButton className={classes.person}>
            {/* Narrow screens show the initials only, so the name stands apart from what is written. */}
            <VisuallyHidden>
              {t('shell.account', { name: `${user.displayName}, ${t(`shell.roles.${user.role}`)}` })}
            </VisuallyHidden>
            <span className={classes.words} aria-hidden>
              <span className={classes.name}>{user.displayName}</span>
              <span className={classes.role}>{t(`shell.roles.${user.role}`)}</span>
            </span>
            <Initials name={user.displayName} size={42} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.head}>
            <span className={classes.name}>{user.displayName}</span>
            <span className={classes.role}>{t(`shell.roles.${user.role}`)}</span>
            <span className={classes.role}>{user.organisation.name}</span>
          </div>
          <Menu.Divider />
          <div className={classes.language}>
            <LanguageSwitch full />
          </div>
          <Menu.Item
            leftSection={<Sign size={22} aria-hidden />}
            onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
          >
            {t(isDark ? 'shell.scheme.toLight' : 'shell.scheme.toDark')}
          </Menu.Item>
          {user.organisation.kind !== 'network' && (
            <Menu.Item
              component={Link}
              to={paths.notifications}
              leftSection={<IconBell size={22} aria-hidden />}
            >
              {t('shell.notifications')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKey size={22} aria-hidden />} onClick={change.open}>
            {t('identity.changePassword.title')}
          </Menu.Item>
          {sharesDevices && (
            <>
              <Menu.Item leftSection={<IconGridDots size={22} aria-hidden />} onClick={pin.open}>
                {t('identity.pin.title')}
              </Menu.Item>
              <Menu.Item leftSection={<IconDeviceTablet size={22} aria-hidden />} onClick={stations.open}>
                {t('identity.station.devices')}
              </Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={22} aria-hidden />} onClick={signOut}>
            {t('shell.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={changing}
        onClose={change.close}
        title={t('identity.changePassword.title')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <ChangePasswordForm onDone={changed} />
      </Modal>
      <Modal
        opened={choosingPin}
        onClose={pin.close}
        title={t('identity.pin.title')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <PinForm onDone={pin.close} />
      </Modal>
      <Modal
        opened={keepingStations}
        onClose={stations.close}
        title={t('identity.station.devices')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <StationsForm />
      </Modal>
    </>
  );
}
