/** Where on a picture: shares of its width and height, from its upper left corner. */
export type PicturePoint = { x: number; y: number };

type Frame = { left: number; top: number; width: number; height: number };

const share = (value: number) => Math.min(1, Math.max(0, value));
/** Four digits are finer than any screen, and short to send. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** The point of a picture under the finger; beside the picture it is the nearest point of its edge. */
export function pointAt(frame: Frame, clientX: number, clientY: number): PicturePoint {
  return {
    x: rounded(share((clientX - frame.left) / (frame.width || 1))),
    y: rounded(share((clientY - frame.top) / (frame.height || 1))),
  };
}

const steps: Record<string, PicturePoint> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Where an arrow key moves the pointer: by a fiftieth of the picture, with `far` by a tenth; the first press puts it
 * into the middle. Null for every other key.
 */
export function pointByKey(from: PicturePoint | null, key: string, far: boolean): PicturePoint | null {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (!step) return null;
  if (!from) return { x: 0.5, y: 0.5 };
  const by = far ? 0.1 : 0.02;
  return { x: rounded(share(from.x + step.x * by)), y: rounded(share(from.y + step.y * by)) };
}
