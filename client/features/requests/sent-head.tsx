import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { listWaiting } from '../../../server/modules/scheduling/waiting-contract.ts';
import { useFormats } from '../../lib/format.ts';
import { useLocale } from '../../lib/i18n.ts';
import { useLoad } from '../../lib/query.ts';
import classes from './sent-page.module.css';

/** What was got: the appointment, or a place on the waiting list. */
export function SentHead({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const german = useLocale() === 'de';
  const { plannedStart, plannedEnd } = request;
  const waits = plannedStart === null;
  const [entry] = useLoad(listWaiting, { requestId: request.id }, { enabled: waits }).data?.entries ?? [];
  const specialty = german ? request.specialty.nameDe : request.specialty.nameEn;
  // A waiting request is nobody's yet: whoever has time first.
  const whom = waits
    ? [entry?.practitioner?.name, entry?.department?.name]
    : [request.provider.practitioner?.name, request.provider.organisation.name];
  return (
    <section className={classes.done} data-tone="done">
      <IconCircleCheck size={44} stroke={1.6} aria-hidden />
      <div>
        <Text fw={680} size="xl">
          {plannedStart && plannedEnd
            ? t('requests.time.slot', {
                day: formats.longDate(plannedStart),
                from: formats.time(plannedStart),
                to: formats.time(plannedEnd),
              })
            : entry
              ? t('requests.sent.place', { place: entry.place })
              : t('requests.sent.noTime')}
        </Text>
        <Text>{[specialty, ...whom].filter(Boolean).join(' · ')}</Text>
        {waits && <Text>{t('requests.sent.placeHint')}</Text>}
      </div>
    </section>
  );
}
