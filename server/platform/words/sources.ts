import type { Ctx } from '../context/index.ts';

/** A text that clients' people read, as the MSP wrote it, and where. */
export type OwnText = {
  /** What it belongs to, within its kind: an item's id, a kind of ticket, the key of a setting. */
  readonly thing: string;
  /** Where in it the text stands. */
  readonly field: string;
  readonly original: string;
  /** Whose it is, where it is not the provider's. */
  readonly clientId?: string | null;
  readonly groupId?: string | null;
  /** What it belongs to, and what it is there, for the MSP's people. */
  readonly title: string;
  readonly part: string;
  /** Where in the workspace it is written. */
  readonly href: string;
  /** Characters that a translation may have. */
  readonly most: number;
  /** Whether it may have several lines. */
  readonly lines?: boolean;
};

/** A kind of texts, and how all of them that the reader may see are found. */
export type WordSource = { readonly kind: string; readonly name: string; texts(ctx: Ctx): Promise<OwnText[]> };

const known = new Map<string, WordSource>();

/** Declares a kind of texts once, where they are written. A second one of the same kind is a defect. */
export function defineWords(source: WordSource): void {
  if (known.has(source.kind)) throw new Error(`The words of ${source.kind} are declared twice`);
  known.set(source.kind, source);
}

/** All that were declared. */
export const wordSources = (): WordSource[] => [...known.values()];
