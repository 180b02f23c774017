import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UrgentRequest } from '../../../server/modules/triage/contract.ts';
import { Facts } from '../../ui/facts.tsx';
import { RequestPictures } from '../../ui/request-pictures.tsx';
import { Time } from '../../ui/time.tsx';
import { Additions } from './additions.tsx';
import { OxygenScaleLine } from './oxygen-scale.tsx';
import { scoredOf } from './scored-of.ts';
import { UrgencyBadge } from './urgency-badge.tsx';
import { VitalsTable } from './vitals-table.tsx';

/** The request in ISBAR order. */
export function RequestDetails({ urgent }: { urgent: UrgentRequest }) {
  const { t } = useTranslation();
  const { request } = urgent;
  const { suggested } = urgent;
  const words = (value: string | null, none: string) => (value ? value : t(none));
  const facts: { label: string; value: React.ReactNode }[] = [
    {
      label: t('triage.details.asker'),
      value: t('triage.details.askerValue', {
        person: request.requester.person.name,
        organisation: request.requester.organisation.name,
        phone: urgent.callbackPhone,
      }),
    },
    {
      label: t('triage.details.situation'),
      value: (
        <>
          <Text fw={600}>
            {urgent.situations
              .map((one) => t([`triage.situations.${one}`, 'triage.situations.other']))
              .join(', ')}
          </Text>
          {urgent.situationNote && <Text>{urgent.situationNote}</Text>}
        </>
      ),
    },
    ...(urgent.onset ? [{ label: t('triage.details.onset'), value: t(`triage.onset.${urgent.onset}`) }] : []),
    ...(request.background ? [{ label: t('triage.form.background'), value: request.background }] : []),
    ...(urgent.wanted
      ? [{ label: t('triage.details.wanted'), value: t(`triage.wanted.${urgent.wanted}`) }]
      : []),
    ...(request.diagnoses.length > 0
      ? [
          {
            label: t('triage.details.diagnoses'),
            value: request.diagnoses.map(({ code, title }) => `${code} ${title}`).join('; '),
          },
        ]
      : []),
    {
      label: t('triage.details.medication'),
      value:
        request.medication === null
          ? t('triage.details.notAsked')
          : words(request.medication, 'triage.details.noneTaken'),
    },
    {
      label: t('triage.form.consent'),
      value: request.consent
        ? [t(`triage.consent.${request.consent.giver}`), request.consent.giverName].filter(Boolean).join(': ')
        : t('triage.details.notAsked'),
    },
  ];
  return (
    <Stack gap="lg">
      <Title order={2}>{request.question}</Title>
      <Group gap="sm">
        <UrgencyBadge urgency={urgent.urgency} />
        <Text c="dimmed">
          {suggested.because.length > 0
            ? t('triage.form.because', {
                reasons: suggested.because.map((rule) => t(`triage.because.${rule}`)).join(', '),
              })
            : t('triage.form.noRule')}
        </Text>
        <Text c="dimmed">
          {t('triage.queue.since')} <Time at={urgent.raisedAt} />
        </Text>
      </Group>
      {urgent.urgencyReason && <Text>{t('triage.details.lowered', { reason: urgent.urgencyReason })}</Text>}
      {urgent.additions.length > 0 && (
        <section>
          <Title order={3} mb="xs">
            {t('triage.add.added')}
          </Title>
          <Additions additions={urgent.additions} />
        </section>
      )}
      <RequestPictures requestId={request.id} />
      <Facts items={facts} />
      <section>
        <Title order={3} mb="xs">
          {t('triage.vitals.title')}
        </Title>
        <VitalsTable sets={urgent.vitalSigns} scored={scoredOf(urgent)} patient={request.patient} most={8} />
        <OxygenScaleLine urgent={urgent} />
      </section>
    </Stack>
  );
}
