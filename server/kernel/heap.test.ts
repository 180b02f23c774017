import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHeap } from './heap.ts';

it('gives its least item first, in whatever order they came and went', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer()), { maxLength: 60 }), (steps) => {
      const heap = createHeap<number>((a, b) => a - b);
      const model: number[] = [];
      for (const step of steps) {
        if (step === null) {
          model.sort((a, b) => a - b);
          expect(heap.pop()).toBe(model.shift());
        } else {
          heap.push(step);
          model.push(step);
        }
        expect(heap.size).toBe(model.length);
        expect(heap.peek()).toBe(model.length === 0 ? undefined : Math.min(...model));
      }
    }),
  );
});
