import type { Source } from '../../server/modules/consultation/media-contract.ts';

/** Devices that a person chooses; the speaker only where the browser lets pages choose it. */
export type DeviceUse = Exclude<Source, 'screen'> | 'speaker';

const name = (use: DeviceUse) => `telkonnet.device.${use}`;

/** The device chosen last on this computer; null when none was, or when the browser keeps nothing. */
export function chosenDevice(use: DeviceUse): string | null {
  try {
    return localStorage.getItem(name(use));
  } catch {
    return null;
  }
}

export function rememberDevice(use: DeviceUse, deviceId: string): void {
  try {
    localStorage.setItem(name(use), deviceId);
  } catch {
    // The choice then lasts as long as the page.
  }
}
