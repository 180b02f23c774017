import { Button, Group } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { getRequest } from '../../../server/modules/requests/contract.ts';
import { useFormats } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { PrintButton } from './print-button.tsx';
import { SentHead } from './sent-head.tsx';
import classes from './sent-page.module.css';
import { WhatComes } from './what-comes.tsx';

/** It is sent: what, when, and what comes next. May be printed for the patient's file. */
export function SentPage(props: { requestId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useLoad(getRequest, { id: props.requestId });
  return (
    <Loaded query={query}>
      {(request) => (
        <div className={classes.sent}>
          <PageHeader
            title={t(request.plannedStart ? 'requests.sent.title' : 'requests.sent.titleWaiting')}
          />
          <SentHead request={request} />
          <Panel>
            <Facts
              items={[
                {
                  label: t('requests.sent.number'),
                  value: t('requests.sent.numberValue', { number: padded(request.number) }),
                },
                {
                  label: t('requests.summary.patient'),
                  value: t('requests.sent.patient', {
                    family: request.patient.familyName,
                    given: request.patient.givenName,
                    day: formats.day(request.patient.birthDate),
                  }),
                },
                { label: t('requests.summary.question'), value: request.question },
                { label: t('requests.sent.due'), value: <Time at={request.answerDueAt} show="clock" /> },
                {
                  label: t('requests.sent.phone'),
                  value: `${request.provider.department.name}, ${request.provider.department.phone}`,
                },
              ]}
            />
          </Panel>
          <Panel title={t('requests.sent.next')}>
            <WhatComes request={request} />
          </Panel>
          <Group className={classes.ways}>
            <Button size="lg" component={Link} to={paths.consult(request.id)}>
              {t('requests.sent.toCase')}
            </Button>
            <PrintButton />
            <Button
              size="lg"
              variant="subtle"
              component={Link}
              to={paths.newRequest}
              leftSection={<IconCalendarPlus size={22} aria-hidden />}
            >
              {t('requests.sent.another')}
            </Button>
          </Group>
        </div>
      )}
    </Loaded>
  );
}

const padded = (number: number): string => String(number).padStart(6, '0');
