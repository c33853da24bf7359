/** What may be promised: to the client, between teams (`ola:<team id>`), and by a vendor while a ticket waits for it. */
export const PROMISES = ['first_response', 'next_update', 'resolution', 'vendor'] as const;
export type PromiseName = (typeof PROMISES)[number];
/** A clock's name: one of the promises, or `ola:<team id>`. */
export type TargetName = PromiseName | `ola:${string}`;

/** When a target's hours are counted: the client's own service hours, round the clock, or a calendar by its id. */
export type CalendarChoice = 'service_hours' | 'always' | (string & {});

/** Minutes of working time; `none` promises nothing, null takes what the level above says. */
export type Cell = number | 'none' | null;

export type ThresholdAction =
  | {
      readonly type: 'notify';
      readonly who: readonly ('assignee' | 'team' | 'leads' | 'watchers')[];
      readonly staffIds?: readonly string[];
    }
  | { readonly type: 'raise_priority' }
  | { readonly type: 'reassign'; readonly teamId?: string; readonly assigneeId?: string }
  /** Calls people along an escalation path until somebody acknowledges: the one named, else the ticket's. */
  | { readonly type: 'page'; readonly pathId?: string }
  | { readonly type: 'macro'; readonly macroId: string };

export type Threshold = { readonly percent: number; readonly actions: readonly ThresholdAction[] };

/** Conditions in CEL over the ticket that take the place of what a clock does by itself; null leaves that. */
export type ClockRules = {
  readonly start: string | null;
  readonly pause: string | null;
  readonly stop: string | null;
  readonly reset: string | null;
  readonly cancel: string | null;
};

export type TargetTerms = {
  /** P1 first. */
  readonly byPriority: readonly Cell[];
  /** Null: as the level above says. */
  readonly calendar: CalendarChoice | null;
};

/** What one version of a policy says. Whatever it leaves out comes from the next policy that applies. */
export type PolicyTerms = {
  /** Kinds of ticket that it speaks of. */
  readonly kinds: readonly string[];
  /** Services that it speaks of, by id; empty: whatever the service. What names services comes before what does not. */
  readonly serviceIds: readonly string[];
  /** CEL over ticket, client and service; empty: always. */
  readonly condition: string;
  readonly targets: Readonly<Partial<Record<PromiseName, TargetTerms>>>;
  readonly olas: readonly ({ readonly teamId: string } & TargetTerms)[];
  readonly thresholds: readonly Threshold[] | null;
  readonly rules: Readonly<Partial<Record<PromiseName | 'ola', ClockRules>>>;
};

/** A version of a policy in its place, as it is looked for: nearest first. */
export type PlacedPolicy = {
  readonly policyId: string;
  readonly number: number;
  readonly name: string;
  readonly level: 'built_in' | 'provider' | 'group' | 'client';
  /** The name of the client or group it belongs to; empty for the provider's. */
  readonly place: string;
  readonly terms: PolicyTerms;
};

/** Where a part of a promise comes from. */
export type Origin = Pick<PlacedPolicy, 'policyId' | 'number' | 'name' | 'level' | 'place'>;

/** What is promised for one target of one ticket, calendar still by choice. */
export type PromisedTarget = {
  readonly minutes: number;
  readonly calendar: CalendarChoice;
  readonly thresholds: readonly Threshold[];
  readonly rules: ClockRules;
  readonly rulesFrom: Origin | null;
  readonly from: Origin;
  readonly calendarFrom: Origin;
};

/** The same with the calendar found, as it is kept. */
export type TargetPromise = {
  readonly seconds: number;
  readonly calendarId: string;
  readonly thresholds: readonly Threshold[];
  readonly rules: ClockRules;
  /** The policy that the rules are of, where there are any. */
  readonly rulesOf?: string;
  /** The policy that promises it; none where it is built in. */
  readonly policyId?: string;
  /** In words, for example `P2 in "Gold" of the client group, version 3; service hours`. */
  readonly source: string;
};
export type TicketPromise = Readonly<Record<string, TargetPromise>>;

/** What the clocks look at in a ticket. Columns of the row, by their names. */
export type TicketFacts = {
  readonly kind: string;
  readonly status: string;
  readonly status_category: string;
  readonly hold_reason: string | null;
  readonly priority: number;
  readonly impact: number;
  readonly urgency: number;
  readonly requester_id: string | null;
  readonly team_id: string | null;
  readonly assignee_id: string | null;
  readonly category_id: string | null;
  readonly service_id: string | null;
  readonly site_id: string | null;
  readonly source: string;
  readonly tags: readonly string[];
  readonly first_response_at: string | null;
  readonly resolution_note: string | null;
};
