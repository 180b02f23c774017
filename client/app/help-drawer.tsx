import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../server/kernel/wire.ts';
import { paths } from '../lib/paths.ts';
import { useUser } from '../lib/session.ts';
import { Emergency } from '../ui/emergency.tsx';
import classes from './help-drawer.module.css';

const guides: Record<Role, 'practice' | 'home' | 'department' | 'network'> = {
  physician: 'practice',
  assistant: 'practice',
  nurse: 'home',
  home_manager: 'home',
  specialist: 'department',
  coordinator: 'department',
  network_admin: 'network',
  evaluator: 'network',
  privacy_officer: 'network',
};

/** Three sentences for the role, whom to ask, and 112. */
export function HelpDrawer(props: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const guide = guides[useUser().role];
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="lg">
        <div>
          <Text fw={600}>{t('help.steps')}</Text>
          <ol className={classes.steps}>
            {['1', '2', '3'].map((step) => (
              <li key={step}>{t(`help.${guide}.${step}`)}</li>
            ))}
          </ol>
        </div>
        <Anchor href={paths.lineTest} target="_blank">
          {t('help.lineTest')}
        </Anchor>
        <Text>{t('help.contact')}</Text>
        <Emergency text={t('help.emergency')} />
      </Stack>
    </Drawer>
  );
}
