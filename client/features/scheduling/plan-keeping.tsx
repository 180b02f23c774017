import type { Plan } from './calendar/plan-pieces.ts';
import classes from './plan-keeping.module.css';
import { newTarget, type Target } from './plan-target.ts';
import { PoolsPanel } from './pools/pools-panel.tsx';
import { WaitingPanel } from './waiting/waiting-panel.tsx';

/** What a coordinator looks after besides the calendar: who waits for a time, and the pools. */
export function PlanKeeping(props: { plan: Plan; soonest: string; onTarget: (target: Target) => void }) {
  const { plan, onTarget } = props;
  const [anybody] = plan.people;
  return (
    <div className={classes.columns}>
      <WaitingPanel mayDecide onDeed={(entry, deed) => onTarget({ is: 'waiting', entry, deed })} />
      <PoolsPanel
        plan={plan}
        onPool={(pool) => onTarget({ is: 'pool', pool })}
        onHours={(pool) =>
          onTarget({ ...newTarget('weekly', anybody?.id ?? '', props.soonest), poolId: pool.id })
        }
      />
    </div>
  );
}
