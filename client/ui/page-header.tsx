import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './page-header.module.css';
import { usePageTitle } from './use-page-title.ts';

/** The page's one heading, what it is for, and its main action at the right. Names the browser tab too. */
export function PageHeader(props: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Where the arrow leads; without it there is none. */
  back?: string;
}) {
  const { t } = useTranslation();
  usePageTitle(props.title);
  return (
    <header className={classes.header}>
      <Group gap="sm" wrap="nowrap" className={classes.words}>
        {props.back !== undefined && (
          <ActionIcon component={Link} to={props.back} variant="default" aria-label={t('ui.back')}>
            <IconArrowLeft size={22} aria-hidden />
          </ActionIcon>
        )}
        <div>
          <Title order={1}>{props.title}</Title>
          {props.description !== undefined && <Text c="dimmed">{props.description}</Text>}
        </div>
      </Group>
      {props.actions !== undefined && <Group gap="sm">{props.actions}</Group>}
    </header>
  );
}
