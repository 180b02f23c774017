import { useEffect, useState, useSyncExternalStore } from 'react';
import { initialCallState } from '../../call/call-state.ts';
import { LocalDevice } from '../../call/local-device.ts';
import { lastJoining } from './joining.ts';

type Devices = { microphone: LocalDevice; camera: LocalDevice };

const nothing = () => () => undefined;
const none = () => initialCallState.microphone;

/** Microphone and camera before the room, to be tried; given free when the page goes. */
export function useOwnDevices() {
  const [devices, setDevices] = useState<Devices | null>(null);
  useEffect(() => {
    const opened = { microphone: new LocalDevice('microphone'), camera: new LocalDevice('camera') };
    setDevices(opened);
    // The microphone shows its level to everybody: how to enter is decided by a press.
    void opened.microphone.switch(true);
    if (lastJoining().camera) void opened.camera.switch(true);
    return () => {
      opened.microphone.close();
      opened.camera.close();
    };
  }, []);
  const microphone = useSyncExternalStore(
    devices?.microphone.store.subscribe ?? nothing,
    devices?.microphone.store.snapshot ?? none,
  );
  const camera = useSyncExternalStore(
    devices?.camera.store.subscribe ?? nothing,
    devices?.camera.store.snapshot ?? none,
  );
  return { devices, microphone, camera };
}
