import type { HoldReason } from '#shared/vocabulary.ts';
import type { Move, Span, Text } from './types.ts';

type Timed = { after?: Span; minutes?: Span };

/** The technician writes to the requester. */
export const reply = (text: Text, { after = [8, 70], minutes }: Timed = {}): Move => ({
  do: 'reply',
  text,
  after,
  ...(minutes ? { minutes } : {}),
});

/** The requester, a colleague or the client's manager writes back. */
export const answer = (
  text: Text,
  { after = [12, 150], by }: { after?: Span; by?: 'colleague' | 'manager' } = {},
): Move => ({
  do: 'answer',
  text,
  after,
  ...(by ? { by } : {}),
});

/** Somebody of the provider notes something that the client does not see. */
export const note = (
  text: Text,
  { after = [6, 45], minutes, by }: Timed & { by?: 'lead' | 'dispatch' } = {},
): Move => ({
  do: 'note',
  text,
  after,
  ...(minutes ? { minutes } : {}),
  ...(by ? { by } : {}),
});

/** The technician writes to the requester and lets the ticket wait; `days` says for how long where that is known. */
export const hold = (
  reason: HoldReason,
  text: Text,
  { after = [10, 60], days }: { after?: Span; days?: Span } = {},
): Move => ({
  do: 'hold',
  reason,
  text,
  after,
  ...(days ? { days } : {}),
});

/** The technician asks the client's manager to approve; the next answer is theirs. */
export const approval = (text: Text, { after = [10, 60] }: { after?: Span } = {}): Move => ({
  do: 'approval',
  text,
  after,
});

/** Another team takes over. */
export const handOver = (
  team: Extract<Move, { do: 'handOver' }>['team'],
  reason: Text,
  { after = [5, 40] }: { after?: Span } = {},
): Move => ({ do: 'handOver', team, reason, after });

/** Up the path: the service delivery manager is told, and why. */
export const escalate = (reason: Text, { after = [20, 90] }: { after?: Span } = {}): Move => ({
  do: 'escalate',
  reason,
  after,
});

/** The end: what the requester is told, and what is kept for the next time. */
export const resolve = (code: string, text: Text, more: Timed & { note: Text; cause?: Text }): Move => ({
  do: 'resolve',
  code,
  text,
  note: more.note,
  after: more.after ?? [10, 90],
  ...(more.cause ? { cause: more.cause } : {}),
  ...(more.minutes ? { minutes: more.minutes } : {}),
});
