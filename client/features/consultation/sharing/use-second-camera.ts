import { useState } from 'react';
import { chosenDevice } from '../../../call/device-choice.ts';
import type { Call } from '../use-call.ts';
import { useDeviceList } from '../use-device-list.ts';
import { nextCamera, secondCamera } from './second-camera.ts';

/**
 * Starts, changes and stops the second camera. `none`: there is only one. `alternates`: this device runs one camera
 * at a time, so the face is away while the second one is shown, and comes back after it.
 */
export function useSecondCamera({ client, state }: Call) {
  const cameras = useDeviceList(state).camera;
  const [none, setNone] = useState(false);
  const [alternates, setAlternates] = useState(false);
  const { camera, detail } = state;
  const face = camera.track?.getSettings().deviceId ?? (camera.wanted ? chosenDevice('camera') : null);
  const current = detail.track?.getSettings().deviceId ?? null;

  const open = async (deviceId: string) => {
    const showsFace = client.snapshot().camera.track !== null;
    await client.chooseDevice('detail', deviceId);
    await client.switch('detail', true);
    if (!showsFace || !isOneAtATime(client.snapshot())) return;
    await client.switch('camera', false);
    await client.switch('detail', true);
    setAlternates(true);
  };
  const start = async () => {
    const deviceId = secondCamera(cameras, { face, last: chosenDevice('detail') });
    setNone(deviceId === null);
    if (deviceId) await open(deviceId);
  };
  const stop = async () => {
    setNone(false);
    await client.switch('detail', false);
    if (!alternates) return;
    setAlternates(false);
    await client.switch('camera', true);
  };
  const next = nextCamera(cameras, { face, current });
  return {
    start,
    stop,
    none,
    alternates,
    dismiss: () => setNone(false),
    /** Undefined where there is no further camera. */
    another: next ? () => void client.chooseDevice('detail', next) : undefined,
  };
}
export type SecondCamera = ReturnType<typeof useSecondCamera>;

/** Two ways in which phones say that they open one camera at a time: refused, or the former one goes silent. */
function isOneAtATime({ camera, detail }: Call['state']): boolean {
  return detail.problem === 'busy' || (detail.track !== null && camera.track?.muted === true);
}
