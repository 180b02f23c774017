import { CloseButton, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoomPanel } from './room-panel.ts';
import classes from './side-panel.module.css';

/** What one reads and writes beside the video. Tabs stay as they are when another one is looked at. */
export function SidePanel(props: { panels: readonly RoomPanel[]; requestId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { panels } = props;
  return (
    <aside className={classes.panel} aria-label={t('consultation.bar.panel')}>
      <Tabs defaultValue={panels[0]?.name ?? null} className={classes.tabs}>
        <div className={classes.head}>
          <Tabs.List className={classes.list}>
            {panels.map(({ name, label, icon: Sign }) => (
              <Tabs.Tab key={name} value={name} leftSection={<Sign size={22} aria-hidden />}>
                {t(label)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <CloseButton aria-label={t('consultation.bar.closePanel')} onClick={props.onClose} />
        </div>
        {panels.map(({ name, Content }) => (
          <Tabs.Panel key={name} value={name} className={classes.content} tabIndex={0}>
            <Content requestId={props.requestId} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </aside>
  );
}
