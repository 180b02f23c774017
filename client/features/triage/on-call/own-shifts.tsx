import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listOnCall,
  listOnCallSwaps,
  type OnCallShift,
} from '../../../../server/modules/triage/on-call-contract.ts';
import { useLoad } from '../../../lib/query.ts';
import { useNow } from '../../../lib/use-now.ts';
import { addDays, dayOf, instantOf } from '../../../lib/zone.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { OfferSwap } from './offer-swap.tsx';
import { useShiftWords } from './shift-words.tsx';
import { SwapList } from './swap-list.tsx';
import { shiftsOf } from './swap-side.ts';
import classes from './swaps.module.css';

const days = 60;

/** The own shifts of the next weeks, each of which can be offered to a colleague, and the department's swaps. */
export function OwnShifts({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const words = useShiftWords();
  const today = dayOf(new Date(now).toISOString());
  const [offering, setOffering] = useState<OnCallShift | null>(null);
  const swaps = useLoad(listOnCallSwaps, {});
  const query = useLoad(listOnCall, {
    departmentId,
    from: instantOf(`${today} 00:00:00`),
    until: instantOf(`${addDays(today, days)} 00:00:00`),
  });
  const own = swaps.data?.own ?? null;
  return (
    <Stack>
      <Title order={3}>{t('triage.swap.title')}</Title>
      <Loaded query={swaps} rows={2}>
        {(reply) => <SwapList swaps={reply.swaps} own={reply.own} />}
      </Loaded>
      <Title order={3}>{t('triage.swap.ownShifts')}</Title>
      <Loaded query={query} rows={4}>
        {({ shifts }) => {
          const mine = shiftsOf(shifts, swaps.data?.swaps ?? [], own, now);
          if (mine.length === 0) return <Text c="dimmed">{t('triage.swap.noShifts')}</Text>;
          return (
            <>
              <ul className={classes.swaps}>
                {mine.map(({ shift, isOffered }) => (
                  <li key={shift.id}>
                    <span className={classes.words}>{words(shift)}</span>
                    {isOffered ? (
                      <StatusBadge tone="attention">{t('triage.swap.state.offered')}</StatusBadge>
                    ) : (
                      <Button
                        variant="default"
                        leftSection={<IconArrowsExchange size={20} aria-hidden />}
                        aria-label={t('triage.swap.offerNamed', { shift: words(shift) })}
                        onClick={() => setOffering(shift)}
                      >
                        {t('triage.swap.offer')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              {offering && <OfferSwap shift={offering} shifts={shifts} onClose={() => setOffering(null)} />}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}
