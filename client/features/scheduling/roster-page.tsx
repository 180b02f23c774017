import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBeach, IconClockPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useNow } from '../../lib/use-now.ts';
import { dayOf } from '../../lib/zone.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PlanBoard } from './calendar/plan-board.tsx';
import { PlanToolbar } from './calendar/plan-toolbar.tsx';
import { daysOf, readShown, type Shown, weekOf } from './calendar/plan-week.ts';
import { PlanDrawer } from './plan-drawer.tsx';
import { PlanKeeping } from './plan-keeping.tsx';
import { newTarget, type Target } from './plan-target.ts';
import { StrayNote } from './replan/stray-note.tsx';
import { usePlan } from './use-plan.ts';
import { WaitingLink } from './waiting/waiting-link.tsx';

/** Who gives consultations when, who has booked, who is away and who is on call: seen and changed in one place. */
export default function RosterPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 699px)', undefined, { getInitialValueInEffect: false });
  const today = dayOf(new Date(useNow()).toISOString());
  const shown = readShown(params, today, narrow ? 'list' : 'week');
  const week = useMemo(() => weekOf(shown.day), [shown.day]);
  const query = usePlan(week);
  const [target, setTarget] = useState<Target | null>(null);
  const plan = query.data;
  const show = (change: Partial<Shown>) => {
    const next = { ...shown, ...change };
    setParams(
      { ansicht: next.view, tag: next.day, ...(next.personId ? { person: next.personId } : {}) },
      { replace: true },
    );
  };
  const mine = plan?.mayChange.find((id) => id === shown.personId) ?? plan?.mayChange[0];
  const isPast = shown.day < today;
  const soonest = isPast ? today : shown.day;
  return (
    <>
      <PageHeader
        title={t('places.roster')}
        description={plan?.department.name}
        actions={
          mine && (
            <>
              {plan?.coordinates && <WaitingLink />}
              <Button
                variant="default"
                leftSection={<IconBeach size={20} aria-hidden />}
                onClick={() => setTarget(newTarget('absence', mine, soonest))}
              >
                {t('scheduling.addAbsence')}
              </Button>
              <Button
                leftSection={<IconClockPlus size={20} aria-hidden />}
                onClick={() => setTarget(newTarget('weekly', mine, soonest))}
              >
                {t('scheduling.addHours')}
              </Button>
            </>
          )
        }
      />
      <PlanToolbar shown={shown} today={today} people={plan?.people ?? []} onChange={show} />
      {plan && <StrayNote plan={plan} onReplan={(bookings) => setTarget({ is: 'replan', bookings })} />}
      {plan && <PlanBoard plan={plan} shown={shown} week={week} days={daysOf(week)} onTarget={setTarget} />}
      {plan?.coordinates && <PlanKeeping plan={plan} soonest={soonest} onTarget={setTarget} />}
      {!plan && query.isError && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      )}
      {!plan && query.isPending && <ListSkeleton rows={6} />}
      {plan && (
        <PlanDrawer plan={plan} target={target} onTarget={setTarget} onClose={() => setTarget(null)} />
      )}
    </>
  );
}
