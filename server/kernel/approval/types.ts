/** Somebody who is asked: by name, or by what they are to whoever asks. */
export type Approver =
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'staff'; readonly id: string }
  /** The people of a team of the provider. */
  | { readonly kind: 'team'; readonly id: string }
  /** The manager of whoever it is for. */
  | { readonly kind: 'manager' }
  /** Whoever of the provider has the authority over changes. */
  | { readonly kind: 'authority' }
  /** People of the client with a role, such as "director". */
  | { readonly kind: 'role'; readonly role: string };

export type ApprovalStep = {
  readonly name: string;
  readonly approvers: readonly Approver[];
  /** How many of those asked have to approve: one, all, or a number (where there are fewer, nobody can). */
  readonly quorum: 'any' | 'all' | number;
  /** One rejection rejects. Without it, a step is rejected once too few are left who could approve. */
  readonly veto: boolean;
  /** Asked only where the cost is above this, in minor units; null: always. A cost in another currency, or not known, is asked. */
  readonly above: number | null;
};

/** A policy as data. */
export type ApprovalTerms = {
  /** One step after the other, or all at once. */
  readonly order: 'serial' | 'parallel';
  readonly steps: readonly ApprovalStep[];
  /** The currency of `above`. */
  readonly currency: string;
  /** Without a decision by then it expires. */
  readonly expireAfterHours: number;
  /** Null: nobody is reminded. */
  readonly remindEveryHours: number | null;
};

export type Cost = { readonly minor: number; readonly currency: string };
export type Vote = 'approve' | 'reject';
/** `waiting` for its turn, `open` for votes, decided, or `dropped`: no longer required. */
export type StepState = 'waiting' | 'open' | 'approved' | 'rejected' | 'dropped';
