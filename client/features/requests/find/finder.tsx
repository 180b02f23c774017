import { Button, Stack } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FindBar } from './find-bar.tsx';
import type { FinderProps } from './finder-props.ts';
import { ListView } from './list-view.tsx';
import { WeekView } from './week-view.tsx';

/** Free times to choose from: by week or earliest first, narrowed as wished; when nothing fits, why, and the next step. */
export function Finder(props: FinderProps) {
  const { t } = useTranslation();
  const { onWaiting } = props;
  const aside = onWaiting && (
    <Button variant="subtle" leftSection={<IconHourglass size={20} aria-hidden />} onClick={onWaiting}>
      {t('requests.waiting.enter')}
    </Button>
  );
  return (
    <Stack gap="md">
      <FindBar whom={props.whom} find={props.find} onFind={props.onFind} />
      {props.find.view === 'week' ? (
        <WeekView {...props} aside={aside} />
      ) : (
        <ListView {...props} aside={aside} />
      )}
    </Stack>
  );
}
