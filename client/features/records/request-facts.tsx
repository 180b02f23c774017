import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Time } from '../../ui/time.tsx';
import { DiagnosisLines } from './diagnosis-lines.tsx';

/** What was asked, and on what ground; the reader's own side is left out. */
export function RequestFacts({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { requester, provider, consent } = request;
  const text = (value: string | null, none: 'none' | 'noneKnown' = 'none') =>
    value === null ? t('records.request.notAsked') : value === '' ? t(`records.request.${none}`) : value;
  const asker = [
    requester.practitioner?.name ?? requester.person.name,
    requester.organisation.name,
    requester.organisation.phone,
  ];
  const asked = [provider.practitioner?.name, provider.department.name, provider.department.phone];
  return (
    <Facts
      items={[
        { label: t('records.request.question'), value: <Text fw={600}>{request.question}</Text> },
        ...(request.diagnoses.length > 0
          ? [
              {
                label: t('records.request.diagnoses'),
                value: <DiagnosisLines diagnoses={request.diagnoses} />,
              },
            ]
          : []),
        ...(request.background
          ? [{ label: t('records.request.background'), value: request.background }]
          : []),
        { label: t('records.request.medication'), value: text(request.medication) },
        { label: t('records.request.allergies'), value: text(request.allergies, 'noneKnown') },
        {
          label: t(`records.request.${request.side === 'provider' ? 'asker' : 'asked'}`),
          value: (request.side === 'provider' ? asker : asked).filter(Boolean).join(' · '),
        },
        {
          label: t('records.request.consent'),
          value: consent
            ? t('records.request.consentGiven', {
                giver: [t(`records.giver.${consent.giver}`), consent.giverName].filter(Boolean).join(' '),
                form: t(`records.form.${consent.form}`),
                day: formats.date(consent.recordedAt),
              })
            : t('records.request.notAsked'),
        },
        { label: t('records.request.due'), value: <Time at={request.answerDueAt} show="clock" /> },
      ]}
    />
  );
}
