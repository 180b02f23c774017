/** A list that always knows its least item. Pure and browser-safe. */
export type Heap<T> = {
  readonly size: number;
  peek(): T | undefined;
  push(item: T): void;
  pop(): T | undefined;
};

/** @param compare total: items that compare as 0 come in any order */
export function createHeap<T>(compare: (a: T, b: T) => number): Heap<T> {
  const items: T[] = [];
  const isBefore = (a: number, b: number) => compare(items[a] as T, items[b] as T) < 0;
  const swap = (a: number, b: number) => {
    const kept = items[a] as T;
    items[a] = items[b] as T;
    items[b] = kept;
  };
  return {
    get size() {
      return items.length;
    },
    peek: () => items[0],
    push(item) {
      let at = items.push(item) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const least = items[0];
      const last = items.pop();
      if (items.length === 0 || last === undefined) return least;
      items[0] = last;
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        const right = left + 1;
        let first = at;
        if (left < items.length && isBefore(left, first)) first = left;
        if (right < items.length && isBefore(right, first)) first = right;
        if (first === at) return least;
        swap(at, first);
        at = first;
      }
    },
  };
}
