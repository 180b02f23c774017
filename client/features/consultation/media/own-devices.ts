import type { Source } from '../../../../server/modules/consultation/media-contract.ts';
import type { OwnMedia } from './call-state.ts';
import { LocalDevice } from './local-device.ts';

export const sources = ['microphone', 'camera'] as const satisfies Source[];

/** The own microphone and camera, and who is told when one of them changes. */
export class OwnDevices {
  readonly microphone = new LocalDevice('microphone');
  readonly camera = new LocalDevice('camera');

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
