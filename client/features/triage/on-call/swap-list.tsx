import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  answerOnCallSwap,
  listOnCall,
  listOnCallSwaps,
  type OnCallSwap,
  type SwapState,
} from '../../../../server/modules/triage/on-call-contract.ts';
import { listQueue } from '../../../../server/modules/triage/queue-contract.ts';
import { useSend } from '../../../lib/query.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { tellDone, tellError } from '../../../ui/tell.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { useShiftWords } from './shift-words.tsx';
import { sideOf } from './swap-side.ts';
import classes from './swaps.module.css';

const tones: Record<z.infer<typeof SwapState>, Tone> = {
  offered: 'attention',
  accepted: 'done',
  declined: 'neutral',
  withdrawn: 'neutral',
};

/** Offered and answered swaps; whom one is offered to answers it here. */
export function SwapList(props: { swaps: readonly OnCallSwap[]; own: string | null }) {
  const { t } = useTranslation();
  if (props.swaps.length === 0) return <Text c="dimmed">{t('triage.swap.none')}</Text>;
  return (
    <ul className={classes.swaps}>
      {props.swaps.map((swap) => (
        <SwapItem key={swap.id} swap={swap} own={props.own} />
      ))}
    </ul>
  );
}

function SwapItem({ swap, own }: { swap: OnCallSwap; own: string | null }) {
  const { t } = useTranslation();
  const words = useShiftWords();
  const names = { from: swap.from.name, to: swap.to.name };
  return (
    <li>
      <span className={classes.words}>
        <strong>{words(swap.shift)}</strong>
        <span>{t(`triage.swap.${swap.inReturn ? 'exchange' : 'gift'}`, names)}</span>
        {swap.inReturn && <span>{t('triage.swap.inReturn', { shift: words(swap.inReturn) })}</span>}
        {swap.note && <span className={classes.soft}>{t('triage.swap.quoted', { note: swap.note })}</span>}
      </span>
      <StatusBadge tone={tones[swap.state]}>{t(`triage.swap.state.${swap.state}`)}</StatusBadge>
      <Answers swap={swap} own={own} />
    </li>
  );
}

function Answers({ swap, own }: { swap: OnCallSwap; own: string | null }) {
  const { t } = useTranslation();
  const words = useShiftWords();
  const answer = useSend(answerOnCallSwap, {
    refresh: [listOnCallSwaps, listOnCall, listQueue],
    onSuccess: ({ state }) => tellDone(t(`triage.swap.told.${state}`)),
  });
  const decline = useSend(answerOnCallSwap, {
    refresh: [listOnCallSwaps],
    onSuccess: ({ state }) => tellDone(t(`triage.swap.told.${state}`)),
    onError: tellError,
  });
  const side = sideOf(swap, own);
  if (side === 'look') return null;
  const { id } = swap;
  if (side === 'withdraw') {
    return (
      <Button
        variant="default"
        loading={decline.isPending}
        onClick={() => decline.mutate({ id, answer: 'withdraw' })}
      >
        {t('triage.swap.withdraw')}
      </Button>
    );
  }
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={decline.isPending}
        onClick={() => decline.mutate({ id, answer: 'decline' })}
      >
        {t('triage.swap.decline')}
      </Button>
      <ConfirmButton
        variant="filled"
        danger={false}
        question={t('triage.swap.acceptQuestion', { shift: words(swap.shift) })}
        consequence={
          swap.inReturn
            ? t('triage.swap.acceptExchange', { name: swap.from.name, shift: words(swap.inReturn) })
            : t('triage.swap.acceptGift', { name: swap.from.name })
        }
        confirmLabel={t('triage.swap.accept')}
        onConfirm={() => answer.mutateAsync({ id, answer: 'accept' })}
      >
        {t('triage.swap.accept')}
      </ConfirmButton>
    </Group>
  );
}
