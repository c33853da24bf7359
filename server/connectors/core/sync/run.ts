import type { RunKind } from '#shared/connector-words.ts';
import { Notes } from './notes.ts';

/** One run while it goes on: what was counted, and what was odd. */
export class Run {
  readonly id: string;
  readonly kind: RunKind;
  /** The instant at which it began. */
  readonly began: string;
  readonly notes = new Notes();
  readonly counts: Record<string, number> = {};

  constructor(id: string, kind: RunKind, began: string) {
    this.id = id;
    this.kind = kind;
    this.began = began;
  }

  count(what: string, by = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }
}
