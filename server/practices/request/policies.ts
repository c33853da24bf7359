import type { ApprovalTerms, AskedPolicy, Cost } from '#kernel/approval.ts';

type Asking = { readonly name: string; readonly approval: ApprovalTerms | null; readonly cost: Cost | null };

/** Whose approval an order takes: its own, by what all of it costs, and that of each part that it brings, by the part's price. */
export const policiesOf = (whole: Asking, parts: readonly Asking[]): AskedPolicy[] =>
  [{ ...whole, of: null }, ...parts.map((part) => ({ ...part, of: part.name }))].flatMap(({ of, approval, cost }) =>
    approval ? [{ of, terms: approval, cost }] : [],
  );
