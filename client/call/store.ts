/** An observable value for `useSyncExternalStore`: every change is a new object, no change none. */
export class Store<T extends object> {
  #value: T;
  #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#value = initial;
  }

  readonly snapshot = (): T => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  patch(part: Partial<T>): void {
    const keys = Object.keys(part) as (keyof T)[];
    if (keys.every((key) => Object.is(this.#value[key], part[key]))) return;
    this.#value = { ...this.#value, ...part };
    for (const listener of this.#listeners) listener();
  }
}
