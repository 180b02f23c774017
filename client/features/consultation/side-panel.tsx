import { Badge, CloseButton, Tabs } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-panel.module.css';

export type PanelTab = {
  name: string;
  label: string;
  icon: Icon;
  content: ReactNode;
  /** What came while the tab was not in view; `countLabel` says it in words. */
  count?: number;
  countLabel?: string;
};

/** What one reads and writes beside the video. Tabs stay as they are when another one is looked at. */
export function SidePanel(props: {
  tabs: readonly PanelTab[];
  shown: string | null;
  onShow: (name: string | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { tabs } = props;
  return (
    <aside className={classes.panel} aria-label={t('consultation.bar.panel')}>
      <Tabs value={props.shown} onChange={props.onShow} className={classes.tabs}>
        <div className={classes.head}>
          <Tabs.List className={classes.list}>
            {tabs.map(({ name, label, icon: Sign, count = 0, countLabel }) => (
              <Tabs.Tab
                key={name}
                value={name}
                leftSection={<Sign size={22} aria-hidden />}
                {...(count > 0 ? { rightSection: <Badge circle>{count}</Badge> } : {})}
                {...(count > 0 && countLabel ? { 'aria-label': `${label}, ${countLabel}` } : {})}
              >
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <CloseButton aria-label={t('consultation.bar.closePanel')} onClick={props.onClose} />
        </div>
        {tabs.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name} className={classes.content} tabIndex={0}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </aside>
  );
}
