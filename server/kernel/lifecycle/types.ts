import type { StatusCategory, TicketKind } from '#shared/vocabulary.ts';

export const ACTOR_KINDS = ['staff', 'contact', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Fields that a transition may take along, and ask for. */
export const TRANSITION_FIELDS = [
  'assigneeId',
  'teamId',
  'holdReason',
  'holdUntil',
  'resolutionCode',
  'resolutionNote',
  'cause',
  'duplicateOfId',
  'reason',
] as const;
export type TransitionField = (typeof TRANSITION_FIELDS)[number];
export type TransitionFields = { readonly [field in TransitionField]?: string | null | undefined };

/** `assign_actor`: whoever starts the work has it, unless somebody already does. */
export const EFFECTS = ['count_reopen', 'clear_assignee', 'assign_actor'] as const;
export type Effect = (typeof EFFECTS)[number];

export const GUARDS = [
  'requester',
  'hold_is_for_client',
  'within_reopen_window',
  'children_finished',
  'checklist_done',
  'time_recorded',
] as const;
export type Guard = (typeof GUARDS)[number];

export type Status = {
  readonly key: string;
  readonly name: string;
  readonly category: StatusCategory;
  readonly order: number;
  /** In the requester's words; the name where absent. */
  readonly requesterName?: string;
  /** Work stands still for a reason that has to be named. */
  readonly hold?: boolean;
};

export type Transition = {
  /** A status key, or `*` for every status that is not final. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** The button in the portal; the label where absent. */
  readonly requesterLabel?: string;
  readonly actors: readonly ActorKind[];
  /** Asked of staff, on top of being staff. */
  readonly permission?: string;
  readonly requires: readonly TransitionField[];
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
};

/** A kind's statuses and the guarded steps between them: data that an MSP may edit. */
export type Lifecycle = {
  readonly kind: TicketKind;
  /** Where a ticket may begin; the first is the default. */
  readonly starts: readonly string[];
  readonly statuses: readonly Status[];
  readonly transitions: readonly Transition[];
  readonly resolutionCodes: readonly string[];
};

/** The part of a ticket that its lifecycle reasons about and may change. Instants are ISO 8601. */
export type LifecycleState = {
  readonly status: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly holdReason: string | null;
  readonly holdUntil: string | null;
  readonly resolutionCode: string | null;
  readonly resolutionNote: string | null;
  readonly cause: string | null;
  readonly duplicateOfId: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly closedAt: string | null;
  readonly reopenCount: number;
};

/** The ticket as guards see it: its state, whose it is, and what hangs on it. */
export type LifecycleTicket = LifecycleState & {
  readonly id: string;
  readonly requesterId: string | null;
  readonly openChildren: number;
  readonly openChecklistItems: number;
  readonly minutesSpent: number;
};

export type TransitionActor = {
  readonly kind: ActorKind;
  readonly id: string | null;
  /** A contact who looks after the whole company stands in for the requester. */
  readonly companyWide?: boolean;
  readonly can: (permission: string) => boolean;
};

/** What else a decision depends on: when it is, and for how many days a requester may reopen. */
export type Situation = { readonly now: string; readonly reopenDays: number };
