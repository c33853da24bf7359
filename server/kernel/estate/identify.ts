import type { IdentifierKind, SourceKind } from '#shared/estate-words.ts';
import type { Identifier } from './identifiers.ts';

/** The kinds that identify, the surest first. */
export const DEFAULT_RULES: readonly IdentifierKind[] = ['uuid', 'serial', 'mac', 'hostname'];

/** An item of the same client that shares something with what was read. The oldest comes first where several are given. */
export type Candidate = {
  readonly itemId: string;
  readonly identifiers: readonly Identifier[];
  /** Whether the same source already lists this item as another device. */
  readonly sameSource: boolean;
};

export type Identified = {
  /** The item that it is; null: a new one. */
  readonly itemId: string | null;
  readonly by: IdentifierKind | 'new';
  /** Items that may be the same: proposed to people, never joined by itself. */
  readonly alike: readonly { readonly itemId: string; readonly why: readonly Identifier[] }[];
};

/** One source may list a machine anew after it was set up again: an agent's own id is made at its installation. */
const REJOINS: ReadonlySet<SourceKind> = new Set(['agent']);

/**
 * Which item a reading is of. The rules are gone through in their order; the first by which a candidate shares a value decides, unless
 * a surer kind contradicts: both have values of it and none in common. What is contradicted, or listed by the same source already as
 * another device, is proposed and not joined; a shared name alone, contradicted, proposes nothing, since names are used again.
 */
export function identify(
  read: readonly Identifier[],
  candidates: readonly Candidate[],
  source: SourceKind,
  rules: readonly IdentifierKind[] = DEFAULT_RULES,
): Identified {
  const alike = new Map<string, readonly Identifier[]>();
  let found: { itemId: string; by: IdentifierKind } | null = null;
  for (const [rank, kind] of rules.entries()) {
    const fits: Candidate[] = [];
    for (const candidate of candidates) {
      const shared = sharedOf(read, candidate.identifiers, kind);
      if (shared.length === 0) continue;
      const contradicted = rules.slice(0, rank).some((surer) => contradicts(read, candidate.identifiers, surer));
      const taken = candidate.sameSource && !REJOINS.has(source);
      if (!contradicted && !taken) fits.push(candidate);
      else if (kind !== 'hostname' && !alike.has(candidate.itemId)) alike.set(candidate.itemId, shared);
    }
    // A name that two have says nothing about which of them it is.
    const [first] = kind === 'hostname' && fits.length > 1 ? [] : fits;
    if (!found && first) found = { itemId: first.itemId, by: kind };
    for (const other of fits)
      if (other.itemId !== found?.itemId && !alike.has(other.itemId) && kind !== 'hostname')
        alike.set(other.itemId, sharedOf(read, other.identifiers, kind));
  }
  return {
    itemId: found?.itemId ?? null,
    by: found?.by ?? 'new',
    alike: [...alike].filter(([itemId]) => itemId !== found?.itemId).map(([itemId, why]) => ({ itemId, why })),
  };
}

const ofKind = (identifiers: readonly Identifier[], kind: IdentifierKind) =>
  identifiers.filter((one) => one.kind === kind);

function sharedOf(read: readonly Identifier[], held: readonly Identifier[], kind: IdentifierKind): Identifier[] {
  const values = new Set(ofKind(held, kind).map((one) => one.value));
  return ofKind(read, kind).filter((one) => values.has(one.value));
}

function contradicts(read: readonly Identifier[], held: readonly Identifier[], kind: IdentifierKind): boolean {
  const [here, there] = [ofKind(read, kind), ofKind(held, kind)];
  return here.length > 0 && there.length > 0 && sharedOf(read, held, kind).length === 0;
}
