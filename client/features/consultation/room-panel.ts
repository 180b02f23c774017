import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Side } from '../../../server/modules/consultation/contract.ts';

/** A tab of the side panel. Other features' contents are handed in by the application. */
export type RoomPanel = {
  name: string;
  /** Key of its title in the locale files. */
  label: string;
  icon: Icon;
  /** The sides that have it. */
  sides: readonly Side[];
  Content: ComponentType<{ requestId: string }>;
};
