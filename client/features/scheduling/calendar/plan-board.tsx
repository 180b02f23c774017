import { Stack } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/use-now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type Target, targetAt, targetOfDrop, targetOfPiece } from '../plan-target.ts';
import { useOnCall } from '../use-plan.ts';
import { OnCallStrip } from './on-call-strip.tsx';
import { PersonCalendar } from './person-calendar.tsx';
import { PlanLegend } from './plan-legend.tsx';
import { PlanList } from './plan-list.tsx';
import { type Piece, type Plan, piecesOf, worksOn } from './plan-pieces.ts';
import type { Shown } from './plan-week.ts';
import { TeamCalendar } from './team-calendar.tsx';

/** The plan in the chosen view, what its grounds mean, and the on-call lines below. */
export function PlanBoard(props: {
  plan: Plan;
  shown: Shown;
  week: { from: string; until: string };
  days: readonly string[];
  onTarget: (target: Target) => void;
}) {
  const { t } = useTranslation();
  const { plan, shown, onTarget } = props;
  const pieces = useMemo(() => piecesOf(plan, props.days), [plan, props.days]);
  const now = useNow();
  const onCall = useOnCall(plan.department.id, props.week);
  const people = plan.people.filter(({ id }) => shown.personId === null || id === shown.personId);
  if (people.length === 0) {
    return (
      <EmptyState
        icon={IconCalendarOff}
        title={t('scheduling.noPeople')}
        hint={t('scheduling.noPeopleHint')}
      />
    );
  }
  const [saturday = '', sunday = ''] = props.days.slice(5);
  const days = worksOn(pieces, saturday) || worksOn(pieces, sunday) ? props.days : props.days.slice(0, 5);
  const calendar = {
    plan,
    people,
    pieces,
    onPress: (pressed: Parameters<typeof targetAt>[2]) => onTarget(targetAt(plan, pieces, pressed)),
    onPiece: (piece: Piece) => onTarget(targetOfPiece(plan, piece)),
    onDrop: (piece: Piece | null, newStart: string, personId: string) => {
      const target = targetOfDrop(piece, newStart, personId);
      if (target) onTarget(target);
    },
  };
  return (
    <Stack gap="md">
      {shown.view === 'list' && <PlanList {...calendar} days={days} />}
      {shown.view === 'day' && <TeamCalendar {...calendar} view="day" days={[shown.day]} />}
      {shown.view === 'week' && shown.personId === null && (
        <TeamCalendar {...calendar} view="week" days={days} />
      )}
      {shown.view === 'week' && shown.personId !== null && <PersonCalendar {...calendar} days={days} />}
      <PlanLegend pieces={pieces} now={now} />
      {onCall.data && (
        <OnCallStrip
          shifts={onCall.data.shifts}
          from={props.week.from}
          until={props.week.until}
          days={props.days}
          mayChange={plan.mayChange.length === plan.people.length}
          onPart={(level, part) => onTarget({ is: 'shift', level, part })}
        />
      )}
    </Stack>
  );
}
