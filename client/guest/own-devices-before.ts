import { LocalDevice } from '../call/local-device.ts';

export type Wanted = { microphone: boolean; camera: boolean };

const stored = 'telkonnet.guest.devices';

/** Camera and microphone before the room: to try them, and to be asked for them at the right moment. */
export class OwnDevicesBefore {
  microphone = new LocalDevice('microphone');
  camera = new LocalDevice('camera');
  #wanted = remembered();

  /** With what the guest wants to take part; a reload in the room asks nobody again. */
  get wanted(): Wanted {
    return this.#wanted;
  }

  choose(wanted: Wanted): void {
    this.#wanted = wanted;
    try {
      sessionStorage.setItem(stored, JSON.stringify(wanted));
    } catch {
      // The choice then lasts as long as the page.
    }
    if (!wanted.microphone) void this.microphone.switch(false);
    if (!wanted.camera) void this.camera.switch(false);
  }

  /** Has the browser ask for what is wanted; resolves when it was answered, however. */
  async start(): Promise<void> {
    await Promise.all([
      this.#wanted.microphone && this.microphone.switch(true),
      this.#wanted.camera && this.camera.switch(true),
    ]);
  }

  /** Gives the devices free for the room. */
  release(): void {
    this.microphone.close();
    this.camera.close();
    this.microphone = new LocalDevice('microphone');
    this.camera = new LocalDevice('camera');
  }
}

function remembered(): Wanted {
  try {
    const { microphone, camera } = JSON.parse(sessionStorage.getItem(stored) ?? '{}') as Partial<Wanted>;
    return { microphone: microphone ?? true, camera: camera ?? true };
  } catch {
    return { microphone: true, camera: true };
  }
}
