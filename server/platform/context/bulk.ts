/**
 * What one transaction knows while history is written in bulk. The same rows are read and changed many times over there; so what
 * was read is kept, and what is to be written is written once, just before the commit. Nobody else sees the rows before that.
 */
export class Bulk {
  readonly #known = new Map<string, unknown>();
  readonly #writes = new Map<string, () => Promise<unknown>>();

  /** What was kept under the key; undefined where nothing was. */
  recall<T>(key: string): T | undefined {
    return this.#known.get(key) as T | undefined;
  }

  keep<T>(key: string, value: T): T {
    this.#known.set(key, value);
    return value;
  }

  /** Puts a write off to the end. A later one under the same key takes its place. */
  later(key: string, write: () => Promise<unknown>): void {
    this.#writes.set(key, write);
  }

  /** Does what was put off, in the order in which it first was. */
  async finish(): Promise<void> {
    for (const write of this.#writes.values()) await write();
    this.#writes.clear();
  }
}
