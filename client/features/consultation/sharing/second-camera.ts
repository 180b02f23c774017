/** What of a camera decides; `deviceId` is stable per browser and page. */
export type Camera = Pick<MediaDeviceInfo, 'deviceId' | 'label'>;

/** Names that systems give to a camera that looks away from the person. */
const looksAway = /back|rear|environment|rück|hinten|umgebung|dokument|document|usb/i;

/**
 * The camera for wounds and papers: the one used last, else one that looks away from the person, else any that does
 * not show the face already. Null when there is no second one.
 */
export function secondCamera(
  cameras: readonly Camera[],
  { face, last }: { face: string | null; last: string | null },
): string | null {
  const others = cameras.filter(({ deviceId }) => deviceId !== face);
  const chosen =
    others.find(({ deviceId }) => deviceId === last) ??
    others.find(({ label }) => looksAway.test(label)) ??
    others[0];
  return chosen?.deviceId ?? null;
}

/** The camera after this one, round and round without the face's; null when there is no other. */
export function nextCamera(
  cameras: readonly Camera[],
  { face, current }: { face: string | null; current: string | null },
): string | null {
  const others = cameras.filter(({ deviceId }) => deviceId !== face);
  const at = others.findIndex(({ deviceId }) => deviceId === current);
  const next = others[(at + 1) % others.length];
  return next && next.deviceId !== current ? next.deviceId : null;
}
