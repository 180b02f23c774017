export type Corner = 'bottom-right' | 'bottom-left' | 'top-left' | 'top-right';

const round: Record<Corner, Corner> = {
  'bottom-right': 'bottom-left',
  'bottom-left': 'top-left',
  'top-left': 'top-right',
  'top-right': 'bottom-right',
};

export const nextCorner = (corner: Corner): Corner => round[corner];

/** The corner of the frame that is nearest to a point, both in the same pixels. */
export function cornerAt(
  frame: { left: number; top: number; width: number; height: number },
  x: number,
  y: number,
): Corner {
  const side = x < frame.left + frame.width / 2 ? 'left' : 'right';
  return y < frame.top + frame.height / 2 ? `top-${side}` : `bottom-${side}`;
}
