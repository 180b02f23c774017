import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel.tsx';

const weeks = Array.from({ length: 12 }, (_, at) => at + 1);
const most = 26;

/** How often and how many times. */
export function SeriesRule(props: {
  everyWeeks: number;
  count: number;
  onChange: (change: { everyWeeks?: number; count?: number }) => void;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t('requests.series.rule')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('requests.series.every')}
          data={weeks.map((count) => ({
            value: String(count),
            label: t('requests.series.everyWeeks', { count }),
          }))}
          value={String(props.everyWeeks)}
          onChange={(value) => props.onChange({ everyWeeks: Number(value) })}
          allowDeselect={false}
        />
        <NumberInput
          label={t('requests.series.count')}
          description={t('requests.series.countHint')}
          min={2}
          max={most}
          clampBehavior="strict"
          allowDecimal={false}
          value={props.count}
          onChange={(value) => {
            const count = Number(value);
            if (count >= 2 && count <= most) props.onChange({ count });
          }}
        />
      </SimpleGrid>
    </Panel>
  );
}
