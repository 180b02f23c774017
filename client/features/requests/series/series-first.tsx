import { Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { anyTime } from '../find/find.ts';
import { Finder } from '../find/finder.tsx';

type Span = { startAt: string; endAt: string };

/** The first time of the series, from the free times of the person; chosen, it folds to one line. */
export function SeriesFirst(props: {
  practitionerId: string;
  first: Span | null;
  onFirst: (first: Span | null) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [find, setFind] = useState(anyTime);
  const { first, practitionerId } = props;
  return (
    <div id="series-first" tabIndex={-1}>
      <Panel title={t('requests.series.first')}>
        {first ? (
          <Group justify="space-between">
            <Text fw={680} size="lg">
              {t('requests.time.slot', {
                day: formats.fullDate(first.startAt),
                from: formats.time(first.startAt),
                to: formats.time(first.endAt),
              })}
            </Text>
            <Button
              variant="default"
              leftSection={<IconPencil size={20} aria-hidden />}
              onClick={() => props.onFirst(null)}
            >
              {t('requests.series.other')}
            </Button>
          </Group>
        ) : (
          <Finder
            whom={{ specialtyCode: '', departmentId: null, poolId: null, practitionerId }}
            find={find}
            onFind={setFind}
            first={null}
            chosen={null}
            busy={false}
            onChoose={({ startAt, endAt }) => props.onFirst({ startAt, endAt })}
          />
        )}
      </Panel>
    </div>
  );
}
