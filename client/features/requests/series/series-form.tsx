import { Button, Stack, Text, Textarea } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../../../server/kernel/wire.ts';
import type { ConsultRequest } from '../../../../server/modules/requests/contract.ts';
import { findFreeTimes, nextFreeTimes } from '../../../../server/modules/scheduling/contract.ts';
import { bookSeries, previewSeries } from '../../../../server/modules/scheduling/series-contract.ts';
import { useLoad, useSend } from '../../../lib/query.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ConsentFields } from '../consent-fields.tsx';
import { fieldId } from '../what-is-missing.ts';
import classes from './series.module.css';
import { emptySeries, isSeriesDraft, planOf, type SeriesDraft, seriesBody, seriesMissing } from './series.ts';
import { SeriesFirst } from './series-first.tsx';
import { SeriesPlan } from './series-plan.tsx';
import { SeriesRule } from './series-rule.tsx';

/** The rule of the series, its times one by one, and what all of them have in common. */
export function SeriesForm(props: {
  request: ConsultRequest;
  onBooked: (booked: Reply<typeof bookSeries>) => void;
}) {
  const { t } = useTranslation();
  const { request } = props;
  const draft = useDraft<SeriesDraft>(
    `series.${request.id}`,
    { ...emptySeries, question: request.question },
    isSeriesDraft,
  );
  const { value, set } = draft;
  const patch = (change: Partial<SeriesDraft>) => set({ ...value, ...change });
  const [tried, setTried] = useState(false);
  const practitionerId = request.provider.practitioner?.id ?? '';
  const of = { followUpOf: request.id, practitionerId };
  const { everyWeeks, count, first } = value;
  const preview = useLoad(
    previewSeries,
    { ...of, everyWeeks, count, startAt: first?.startAt ?? '' },
    { enabled: first !== null },
  );
  const plan = first && preview.data ? planOf(preview.data.occurrences, value.decisions) : null;
  const book = useSend(bookSeries, {
    refresh: [findFreeTimes, nextFreeTimes],
    onSuccess: (booked) => {
      draft.clear();
      props.onBooked(booked);
    },
    // Somebody was faster: the list shows which, with what is free near it.
    onError: () => void preview.refetch(),
  });
  const missing = seriesMissing(value, plan);
  const errorAt = (field: string) =>
    tried && missing.some((one) => one === field) ? t('errors.required') : undefined;
  const send = () => {
    setTried(true);
    const body = plan && seriesBody(value, of, plan);
    if (body && missing.length === 0) book.mutate(body);
    else if (missing[0]) document.getElementById(fieldIdOf(missing[0]))?.focus();
  };
  const times = plan?.filter((one) => one.time).length ?? 0;
  return (
    <Stack gap="lg">
      <SeriesFirst
        practitionerId={practitionerId}
        first={first}
        onFirst={(time) => patch({ first: time, decisions: {} })}
      />
      <SeriesRule everyWeeks={everyWeeks} count={count} onChange={patch} />
      {first && (
        <SeriesPlan
          query={preview}
          plan={plan ?? []}
          isAsked={tried && missing.includes('decisions')}
          onDecide={(startAt, decision) => {
            const { [startAt]: _, ...others } = value.decisions;
            patch({ decisions: decision ? { ...others, [startAt]: decision } : others });
          }}
        />
      )}
      <Panel title={t('requests.series.common')}>
        <Textarea
          id={fieldId('question')}
          label={t('requests.question.question')}
          description={t('requests.series.questionHint')}
          required
          autosize
          minRows={3}
          maxLength={4000}
          value={value.question}
          onChange={(event) => patch({ question: event.currentTarget.value })}
          error={errorAt('question')}
        />
      </Panel>
      <ConsentFields draft={{ value, patch }} errorAt={errorAt} />
      {book.isError && <ErrorState error={book.error} kept={t('requests.draft.kept')} />}
      <div className={classes.end}>
        <div role="status">
          {missing.length > 0 && (
            <Text fw={600}>
              {t('requests.missing.count', { count: missing.length })}{' '}
              {missing.map((field) => t(`requests.series.missing.${field}`)).join(', ')}
            </Text>
          )}
        </div>
        <Button
          size="lg"
          leftSection={<IconCalendarPlus size={22} aria-hidden />}
          loading={book.isPending}
          onClick={send}
        >
          {t('requests.series.send', { count: times })}
        </Button>
      </div>
    </Stack>
  );
}

const fieldIdOf = (field: string): string =>
  field === 'question' || field === 'giver' || field === 'giverName' || field === 'form'
    ? fieldId(field)
    : `series-${field}`;
