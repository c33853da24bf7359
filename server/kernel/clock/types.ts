import type { Calendar } from '../calendar/types.ts';

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/**
 * A stopwatch for one target of one ticket. Instants are ISO 8601; seconds are working seconds of its calendar. A
 * breached clock may still count (`runningSince`), wait (`pauseReason`) or be over (`stoppedAt`): breached is forever.
 */
export type Clock = {
  readonly target: string;
  readonly targetSeconds: number;
  readonly calendarId: string;
  /** Percentages of the target at which something happens, rising; 100 is always among them. */
  readonly thresholds: readonly number[];
  readonly state: ClockState;
  /** When this round began: the start, or the last reset. */
  readonly startedAt: string;
  /** Used up when it last changed; what ran since then is on top. */
  readonly consumedSeconds: number;
  readonly runningSince: string | null;
  readonly pauseReason: string | null;
  /** In time means at or before this. Null while waiting; once breached it stays what was missed. */
  readonly dueAt: string | null;
  /** The first second beyond the target, of the first round that went beyond it. */
  readonly breachedAt: string | null;
  readonly stoppedAt: string | null;
  /** The highest percentage that has been acted on in this round. */
  readonly passedPercent: number;
  readonly nextThreshold: { readonly percent: number; readonly at: string } | null;
  /** The latest event; nothing can happen to the clock before it. */
  readonly changedAt: string;
};

type Happened = {
  readonly at: string;
  /** Who or what caused it, and why, for the explanation. */
  readonly by?: string;
  readonly why?: string;
};

export type ClockEvent = Happened &
  (
    | {
        readonly type: 'start';
        readonly target: string;
        readonly targetSeconds: number;
        readonly calendarId: string;
        readonly thresholds: readonly number[];
      }
    | { readonly type: 'pause'; readonly reason: string }
    /** Goes on counting, after a pause or after it was over (a reopened ticket). */
    | { readonly type: 'resume' }
    /** What was promised is done. */
    | { readonly type: 'stop' }
    | { readonly type: 'cancel' }
    /** Begins a new round at zero; what was breached stays known. */
    | { readonly type: 'reset' }
    /** Another target or calendar from now on; the time used up stays used up. A finished clock, and one that is missed, keeps what it had. */
    | {
        readonly type: 'retarget';
        readonly targetSeconds?: number;
        readonly calendarId?: string;
        readonly thresholds?: readonly number[];
      }
    /**
     * Nothing changes, but the explanation tells the time before and after apart: a status, a person. Of a clock that is held by
     * hand, `waits` says what it would wait for besides, null for nothing. `promised`: only who promises it is another from now on.
     */
    | { readonly type: 'mark'; readonly waits?: string | null; readonly promised?: true }
    /** A threshold has been acted on. */
    | { readonly type: 'threshold'; readonly percent: number }
  );

/** Finds a calendar; must know every id that the events name, and answer with the same object each time. */
export type CalendarSource = (id: string) => Calendar;
