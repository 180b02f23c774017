import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { getUrgentRequest } from '../../../server/modules/triage/contract.ts';
import type { News2Context } from '../../../server/modules/triage/news2.ts';
import { isMoreUrgent, type UrgencySuggestion } from '../../../server/modules/triage/urgency.ts';
import { paths } from '../../lib/paths.ts';
import { useLoad } from '../../lib/query.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { CheckEntered } from './check-entered.tsx';
import { PictureFields } from './pictures/picture-fields.tsx';
import type { Pictures } from './pictures/use-pictures.ts';
import { UrgencyBadge } from './urgency-badge.tsx';
import { levelOf, type UrgentDraftHandle } from './urgent-draft.ts';
import classes from './urgent-form.module.css';

/** For this person a request is open already: once more what will be added to it, and what stays as it is there. */
export function StepAdd(props: {
  requestId: string;
  draft: UrgentDraftHandle;
  pictures: Pictures;
  person: News2Context;
  suggestion: UrgencySuggestion;
  onGo: (step: number) => void;
}) {
  const { t } = useTranslation();
  const { value } = props.draft;
  const query = useLoad(getUrgentRequest, { requestId: props.requestId });
  const wanted = value.urgency ?? levelOf(props.suggestion);
  return (
    <section className={classes.stack}>
      <Title order={1}>{t('triage.add.title')}</Title>
      <Alert color="yellow" icon={<IconClock aria-hidden />} title={t('triage.send.open')}>
        {t('triage.add.means')}
      </Alert>
      <div className={classes.two}>
        <Stack gap="md">
          <CheckEntered draft={value} person={props.person} onGo={props.onGo} />
          <PictureFields pictures={props.pictures} />
        </Stack>
        <Loaded query={query} rows={4}>
          {(open) => (
            <Panel
              title={t('triage.add.open')}
              actions={
                <Button component={Link} to={paths.urgentRequest(props.requestId)} variant="default">
                  {t('triage.add.look')}
                </Button>
              }
            >
              <Stack gap="md">
                <Facts
                  items={[
                    { label: t('triage.add.sent'), value: <Time at={open.raisedAt} show="clock" /> },
                    { label: t('triage.add.question'), value: open.request.question },
                    { label: t('triage.add.asked'), value: open.request.provider.department.name },
                    {
                      label: t('triage.add.urgency'),
                      value: (
                        <Group gap="xs">
                          <UrgencyBadge urgency={open.urgency} />
                          {isMoreUrgent(wanted, open.urgency) && (
                            <>
                              <span>{t('triage.add.becomes')}</span>
                              <UrgencyBadge urgency={wanted} />
                            </>
                          )}
                        </Group>
                      ),
                    },
                  ]}
                />
                <Text c="dimmed">{t('triage.add.stays')}</Text>
              </Stack>
            </Panel>
          )}
        </Loaded>
      </div>
    </section>
  );
}
