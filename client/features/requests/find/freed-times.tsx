import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NewItemsBar } from '../../../ui/new-items-bar.tsx';
import classes from './finder.module.css';

/** Says that the times renew themselves, and holds freed ones back until they are asked for. Its height never changes. */
export function FreedTimes(props: { count: number; onReveal: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.freed}>
      {props.count === 0 && <Text c="dimmed">{t('requests.find.renewed')}</Text>}
      <NewItemsBar
        count={props.count}
        label={t('requests.time.freed', { count: props.count })}
        onReveal={props.onReveal}
      />
    </div>
  );
}
