import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconFlame,
  IconProgress,
} from '@tabler/icons-react';

/** Red is for danger and life only; amber for "look at it"; green for done; blue for what goes on or can be done. */
export type Tone = 'neutral' | 'action' | 'danger' | 'attention' | 'done';

/** The sign of a tone where the thing itself has none: colour alone never carries a meaning. */
export const toneIcons: Record<Tone, Icon> = {
  neutral: IconCircleDashed,
  action: IconProgress,
  danger: IconFlame,
  attention: IconAlertTriangle,
  done: IconCircleCheck,
};
