import type {
  ACTOR_KINDS,
  EFFECTS,
  GUARDS,
  PracticeGuard,
  TicketFact,
  TRANSITION_FIELDS,
} from '#shared/lifecycle-words.ts';
import type { StatusCategory } from '#shared/vocabulary.ts';

export type ActorKind = (typeof ACTOR_KINDS)[number];
export type TransitionField = (typeof TRANSITION_FIELDS)[number];
export type TransitionFields = { readonly [field in TransitionField]?: string | null | undefined };
/** What a step asks for: a field that comes with it, or something that has to be known of the ticket by then. */
export type Asked = TransitionField | TicketFact | `custom.${string}`;
export type Effect = (typeof EFFECTS)[number];
export type Guard = (typeof GUARDS)[number];

export type Status = {
  readonly key: string;
  readonly name: string;
  readonly category: StatusCategory;
  /** What the client's people read. */
  readonly clientName: string;
  /** Work stands still for a reason that has to be named. */
  readonly hold?: boolean;
};

export type Transition = {
  /** Status keys, or `*` for every status that is not final. */
  readonly from: readonly string[];
  readonly to: string;
  readonly label: string;
  /** The button in the portal; the label where absent. */
  readonly clientLabel?: string;
  readonly requires: readonly Asked[];
  /** Who may take it. */
  readonly by: readonly ActorKind[];
  /** Asked of staff and keys on top. */
  readonly permission?: string;
  readonly guards?: readonly Guard[];
  readonly effects?: readonly Effect[];
};

/** A kind's statuses and the guarded steps between them: data that an MSP may edit. */
export type Lifecycle = {
  /** The status of a new ticket. */
  readonly initial: string;
  /** In the order in which people see them. */
  readonly statuses: readonly Status[];
  readonly transitions: readonly Transition[];
  /** How a ticket of this kind may end; any code where absent. */
  readonly resolutionCodes?: readonly string[];
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
  readonly categoryId: string | null;
  readonly serviceId: string | null;
  /** The fields that the desk added for this kind, and whether each is filled in. */
  readonly customFields: readonly { readonly key: string; readonly label: string; readonly filled: boolean }[];
  readonly openChildren: number;
  readonly openChecklistItems: number;
  readonly minutesSpent: number;
  /** Whether an approval that was asked for has not been given: 1, else 0. */
  readonly openApprovals: number;
  /** Tasks of the fulfilment that are neither done nor skipped. */
  readonly openTasks: number;
  /** Tasks of the fulfilment on which work may have begun, those that are finished among them. */
  readonly begunTasks: number;
  /** What its practice says is missing for its own guards, a sentence each; a guard that is not there passes. */
  readonly missing: { readonly [guard in PracticeGuard]?: string };
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
