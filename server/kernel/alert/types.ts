import type { AlertKind } from '#shared/estate-words.ts';

export type Severity = 1 | 2 | 3 | 4 | 5;

/** What a source says of an alert at one time, cleaned: texts trimmed and cut, instants ISO 8601 in UTC with milliseconds. */
export type Heard = {
  readonly externalId: string;
  /** Empty where the source does not tell one time from another. */
  readonly occurrence: string;
  readonly state: 'raised' | 'updated' | 'resolved';
  readonly severity: Severity;
  readonly kind: AlertKind;
  readonly condition: string;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  readonly acknowledgedBy: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly saidAt: string | null;
};

/** The words that hold for an occurrence, with what decides between several: when they were said, and in which state. */
export type Said = Pick<Heard, 'severity' | 'kind' | 'title' | 'text' | 'url' | 'acknowledgedBy' | 'saidAt'> & {
  readonly weight: 0 | 1 | 2;
};

/** One time that an alert is raised, as far as it was heard. */
export type Occurrence = {
  readonly externalId: string;
  readonly occurrence: string;
  /** False while only its end was heard: it is kept until its raise comes. */
  readonly raised: boolean;
  readonly ended: boolean;
  readonly startedAt: string;
  /** Only its end was heard, and not of which time it is: it ends whatever of its id began before. */
  readonly endsAll: boolean;
  /** Null while it lasts, and where its end was told without a time. */
  readonly endedAt: string | null;
  readonly said: Said;
};

/** What an alert is. */
export type AlertState = {
  readonly open: boolean;
  /** How often it was raised. */
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly clearedAt: string | null;
  readonly said: Said;
};
