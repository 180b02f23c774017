import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  findFreeTimes,
  nextFreeTimes,
  schedulingChanged,
} from '../../../server/modules/scheduling/contract.ts';
import { useLocale } from '../../lib/i18n.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { Emergency } from '../../ui/emergency.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AtAGlance } from './find/next-time.tsx';
import { OptionCards } from './option-cards.tsx';
import type { RequestDraftHandle } from './request-draft.ts';
import { fieldId } from './what-is-missing.ts';
import { WhoChoice } from './who-choice.tsx';

/** First step: which specialty, with its next free time on the card, and there whom. */
export function StepWho(props: { draft: RequestDraftHandle; error: string | undefined }) {
  const { t } = useTranslation();
  const german = useLocale() === 'de';
  const { value, patch } = props.draft;
  const query = useLoad(nextFreeTimes, {}, { refetchInterval: 60_000 });
  useLive(schedulingChanged, [keyOf(nextFreeTimes), keyOf(findFreeTimes)]);
  const choose = (specialtyCode: string) => {
    if (specialtyCode === value.specialtyCode) return;
    patch({ specialtyCode, departmentId: null, poolId: null, practitionerId: null, hold: null });
  };
  return (
    <Stack gap="lg">
      <Panel>
        <Loaded query={query} waiting={<Skeleton height={260} radius="md" />}>
          {({ specialties }) => (
            <OptionCards
              id={fieldId('specialty')}
              legend={t('requests.who.specialty')}
              width="15rem"
              value={value.specialtyCode}
              onChange={choose}
              error={props.error}
              options={specialties
                .map((one) => ({ ...one, name: german ? one.nameDe : one.nameEn }))
                .sort((a, b) => a.name.localeCompare(b.name))
                .map(({ code, name, next, departments }) => ({
                  value: code,
                  label: name,
                  hint: <AtAGlance next={next} departments={departments} />,
                }))}
            />
          )}
        </Loaded>
      </Panel>
      {value.specialtyCode !== null && (
        <WhoChoice
          draft={props.draft}
          specialty={query.data?.specialties.find((one) => one.code === value.specialtyCode)}
        />
      )}
      <Emergency text={t('requests.who.emergency')} compact />
    </Stack>
  );
}
