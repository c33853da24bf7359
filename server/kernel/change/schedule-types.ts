import type { Recurrence } from '#shared/recurrence.ts';
import type { Stretch } from '../on-call.ts';

/** A window in which changes are meant to be made, a freeze that holds all but emergencies back, a blackout that holds back everything. */
export type PeriodKind = 'window' | 'freeze' | 'blackout';

/** Once between two instants (epoch milliseconds), or again and again for so many minutes by the clock on the wall of a zone. */
export type PeriodTime =
  | ({ readonly kind: 'once' } & Stretch)
  | { readonly kind: 'recurring'; readonly rule: Recurrence; readonly minutes: number; readonly timeZone: string };

export type Level = 'provider' | 'group' | 'client';

export type Period = {
  readonly id: string;
  readonly name: string;
  readonly kind: PeriodKind;
  readonly level: Level;
  /** The clients that it reaches; null: everyone. */
  readonly clientIds: readonly string[] | null;
  /** Where it is narrowed: to these and what they stand on. Both empty: to nothing. */
  readonly serviceIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly time: PeriodTime;
};

export type ItemOfChange = {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly serviceId: string | null;
};
type Named = { readonly id: string; readonly name: string };

/** A change with its window, in epoch milliseconds. */
export type Planned = Stretch & {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly clientId: string;
  /** The asker does not see it: they learn that it is there, and nothing of what it is. */
  readonly hidden?: boolean;
  readonly isEmergency: boolean;
  readonly items: readonly ItemOfChange[];
  readonly serviceIds: readonly string[];
  readonly team: Named | null;
  /** Whoever works on it: assignee and owners of its tasks. */
  readonly people: readonly Named[];
};

export type CollisionKind = 'item' | 'dependency' | 'person' | 'team' | 'freeze' | 'blackout' | 'outside_window';

/** Why a change cannot be when it is planned; `from` and `to` are when the two meet. */
export type Collision = Stretch & {
  readonly kind: CollisionKind;
  readonly blocks: boolean;
  readonly sentence: string;
  /** The same without the name of a change of another client, for what stays written. */
  readonly told: string;
  /** Which kind of collision with which other change, for the program to know it again; null with a period. */
  readonly key: string | null;
  readonly change: { readonly id: string; readonly key: string; readonly title: string } | null;
  readonly period: Named | null;
};
