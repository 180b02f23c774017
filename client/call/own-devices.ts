import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { OwnMedia } from './call-state.ts';
import { LocalDevice } from './local-device.ts';

export const sources = ['microphone', 'camera', 'detail', 'screen'] as const satisfies Source[];

/** What one sends oneself, and who is told when something of it changes. */
export class OwnDevices implements Record<Source, LocalDevice> {
  readonly microphone = new LocalDevice('microphone');
  readonly camera = new LocalDevice('camera');
  readonly detail = new LocalDevice('detail');
  readonly screen = new LocalDevice('screen');

  constructor(changed: (source: Source, media: OwnMedia) => void) {
    for (const source of sources) {
      const { store } = this[source];
      store.subscribe(() => changed(source, store.snapshot()));
    }
  }

  close(): void {
    for (const source of sources) this[source].close();
  }
}
