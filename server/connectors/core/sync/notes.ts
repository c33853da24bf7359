/** Notes of one run: what, and how often. */
export class Notes {
  static readonly #MOST = 50;
  static readonly #LONGEST = 200;
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    const text = what.slice(0, Notes.#LONGEST);
    if (!this.#counts.has(text) && this.#counts.size >= Notes.#MOST) return;
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
  }

  toJSON(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
