import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useUser } from '../lib/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { HomeLink } from './home-link.tsx';
import { mayEnter, type PlaceName, roomRoles } from './places.ts';

/** A place shows itself only to the roles that work there; the server refuses the others anyway. */
export function RolePlace(props: { name: PlaceName }) {
  return mayEnter(useUser().role, props.name) ? <Outlet /> : <NotYours />;
}

export function RoleRoom() {
  return roomRoles.includes(useUser().role) ? <Outlet /> : <NotYours />;
}

function NotYours() {
  const { t } = useTranslation();
  const role = t(`shell.roles.${useUser().role}`);
  return (
    <EmptyState
      icon={IconLock}
      title={t('shell.notYours.title')}
      hint={t('shell.notYours.hint', { role })}
      action={<HomeLink />}
    />
  );
}
