import { ScrollArea, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VitalSigns } from '../../../server/modules/triage/contract.ts';
import { type News2Context, type News2Parameter, news2 } from '../../../server/modules/triage/news2.ts';
import { ageOn } from '../../lib/format.ts';
import { dayOf } from '../../lib/zone.ts';
import { Time } from '../../ui/time.tsx';
import classes from './news2.module.css';
import { useVitalWords } from './vital-values-line.tsx';
import { vitalFields } from './vitals-typed.ts';

/** Values over time, newest first, each in its colour of the NEWS2 chart; the way they go is seen along a row. */
export function VitalsTable(props: {
  sets: readonly VitalSigns[];
  patient: { birthDate: string };
  /** What else the score must know of the person. */
  scored: Pick<News2Context, 'pregnant' | 'oxygenScale'>;
  /** How many sets at most. */
  most?: number;
}) {
  const { t } = useTranslation();
  const wordsOf = useVitalWords();
  const sets = props.sets.slice(0, props.most ?? 6);
  if (sets.length === 0) return <Text c="dimmed">{t('triage.vitals.noneTaken')}</Text>;
  const points = sets.map((set) => {
    const score = news2(withNulls(set.values), {
      ...props.scored,
      ageYears: ageOn(props.patient.birthDate, dayOf(set.takenAt)),
    });
    return score.applicable ? score.points : {};
  });
  const taken = vitalFields.filter((field) => sets.some((set) => set.values[field] != null));
  return (
    <ScrollArea
      type="auto"
      offsetScrollbars="x"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('triage.vitals.title') }}
    >
      <Table
        className={classes.table}
        verticalSpacing={6}
        horizontalSpacing="sm"
        aria-label={t('triage.vitals.title')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('triage.vitals.taken')}</Table.Th>
            {sets.map((set) => (
              <Table.Th key={set.id} scope="col">
                <Time at={set.takenAt} show="clock" />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('triage.news2.name')}</Table.Th>
            {sets.map((set) => (
              <Table.Td key={set.id} fw={680}>
                {set.news2 === null
                  ? t('triage.vitals.empty')
                  : t(set.news2.complete ? 'triage.news2.value' : 'triage.news2.atLeast', {
                      value: set.news2.value,
                    })}
              </Table.Td>
            ))}
          </Table.Tr>
          {taken.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{t(`triage.vitals.short.${field}`)}</Table.Th>
              {sets.map((set, at) => {
                const words = wordsOf(field, set.values);
                return (
                  <Table.Td key={set.id}>
                    {words !== null && (
                      <span className={classes.value} data-points={points[at]?.[field as News2Parameter]}>
                        {words}
                      </span>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

const withNulls = (values: VitalSigns['values']) => ({
  respiratoryRate: values.respiratoryRate ?? null,
  oxygenSaturation: values.oxygenSaturation ?? null,
  onOxygen: values.onOxygen ?? null,
  systolic: values.systolic ?? null,
  pulse: values.pulse ?? null,
  consciousness: values.consciousness ?? null,
  temperature: values.temperature ?? null,
});
