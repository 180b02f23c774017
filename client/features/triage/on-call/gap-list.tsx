import { Button, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck, IconPlus, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOnCallGaps, type OnCallGap } from '../../../../server/modules/triage/on-call-contract.ts';
import { useLocale } from '../../../lib/i18n.ts';
import { useLoad } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { OnCallForm } from '../on-call-form.tsx';
import classes from './gap-list.module.css';
import { fillOf, gapDays, gapWindow, gapWords } from './gap-words.ts';

const shownAtFirst = 5;

/** When nobody is on call in the next two weeks; a press opens the shift form with these times. */
export function GapList({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const window = gapWindow(now);
  const [filling, setFilling] = useState<OnCallGap | null>(null);
  const [all, { open: showAll }] = useDisclosure(false);
  const query = useLoad(listOnCallGaps, { departmentId, ...window }, { refetchInterval: 60_000 });
  return (
    <Panel title={t('triage.gap.title', { days: gapDays })}>
      <Loaded query={query} rows={2}>
        {({ gaps, planned }) => {
          const ahead = gaps.filter(({ endAt }) => Date.parse(endAt) > now);
          const shown = all ? ahead : ahead.slice(0, shownAtFirst);
          if (ahead.length === 0) {
            return (
              <p className={classes.none}>
                {planned && <IconCircleCheck size={22} aria-hidden />}
                {t(planned ? 'triage.gap.none' : 'triage.onCall.none')}
              </p>
            );
          }
          return (
            <>
              <ul className={classes.gaps}>
                {shown.map((gap) => (
                  <li key={`${gap.startAt}${gap.missing}`}>
                    <Gap gap={gap} until={window.until} onFill={() => setFilling(gap)} />
                  </li>
                ))}
              </ul>
              {ahead.length > shown.length && (
                <Button variant="subtle" mt="xs" onClick={showAll}>
                  {t('triage.gap.more', { count: ahead.length - shown.length })}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
      {filling && (
        <OnCallForm
          departmentId={departmentId}
          shift={null}
          fill={fillOf(filling, window.until)}
          onClose={() => setFilling(null)}
        />
      )}
    </Panel>
  );
}

function Gap(props: { gap: OnCallGap; until: string; onFill: () => void }) {
  const { t } = useTranslation();
  const { gap, until } = props;
  const { key, values } = gapWords(gap, { now: useNow(), until, language: useLocale() });
  return (
    <UnstyledButton
      className={classes.gap}
      data-tone={gap.missing === 'deputy' ? 'neutral' : 'attention'}
      onClick={props.onFill}
    >
      <IconUserOff size={24} aria-hidden />
      <span className={classes.words}>
        {t('triage.gap.said', { when: t(key, values ?? {}), what: t(`triage.gap.missing.${gap.missing}`) })}
      </span>
      <span className={classes.fill}>
        <IconPlus size={20} aria-hidden />
        {t('triage.gap.fill')}
      </span>
    </UnstyledButton>
  );
}
