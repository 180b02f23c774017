import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type ConsultRequest, getRequest } from '../../../server/modules/requests/contract.ts';
import { useLoad } from '../../lib/query.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { draftFrom } from './draft-from.ts';
import { useRequestDraft } from './request-draft.ts';
import { stepPath } from './step-path.ts';

/** Fills the form with an earlier request. A draft that is there already is only replaced when the person says so. */
export function AskAgainPage(props: { requestId: string }) {
  const query = useLoad(getRequest, { id: props.requestId });
  return <Loaded query={query}>{(request) => <AskAgain request={request} />}</Loaded>;
}

function AskAgain({ request }: { request: ConsultRequest }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useRequestDraft();
  const isFree = !draft.restored;
  const take = () => {
    draft.set(draftFrom(request));
    void navigate(stepPath('who'), { replace: true });
  };
  const latest = useRef(take);
  useEffect(() => {
    if (isFree) latest.current();
  }, [isFree]);
  if (isFree) return null;
  const person = draft.value.patient ?? draft.value.newPatient;
  const name = person?.familyName
    ? t('requests.patient.name', { family: person.familyName, given: person.givenName })
    : t('requests.again.nobody');
  return (
    <>
      <PageHeader title={t('places.newRequest')} />
      <Panel title={t('requests.again.title')}>
        <Stack>
          <Text>{t('requests.again.hint', { name })}</Text>
          <Group>
            <Button component={Link} to={stepPath('who')} variant="default">
              {t('requests.again.keep')}
            </Button>
            <Button leftSection={<IconFilePlus size={20} aria-hidden />} onClick={take}>
              {t('requests.again.replace')}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </>
  );
}
