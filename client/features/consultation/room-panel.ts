import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Room, Side } from '../../../server/modules/consultation/contract.ts';

/** A tab of the side panel. Other features' contents are handed in by the application. */
export type RoomPanel = {
  name: string;
  /** Key of its title in the locale files. */
  label: string;
  icon: Icon;
  /** The sides that have it. */
  sides: readonly Side[];
  /** The kinds of requests that have it. */
  kinds: readonly Room['kind'][];
  Content: ComponentType<{ requestId: string }>;
};
