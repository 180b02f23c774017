import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './bar-button.tsx';
import classes from './more-row.module.css';

/** What is pressed now and then: in line where there is room, on a phone in a row that "Mehr" opens. */
export function MoreRow({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <div className={classes.row} data-opened={opened || undefined} id="more-row">
        {children}
      </div>
      <div className={classes.more}>
        <BarButton
          icon={opened ? IconX : IconDots}
          label={t(opened ? 'room.bar.less' : 'room.bar.more')}
          aria-expanded={opened}
          aria-controls="more-row"
          onClick={toggle}
        />
      </div>
    </>
  );
}
