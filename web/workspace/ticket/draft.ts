import { useCallback } from 'react';
import type { CallDirection } from '#shared/vocabulary.ts';
import { type ChangeKept, useKept } from '#web/ui/form/use-kept.ts';
import type { toPost } from './next-steps.ts';

/** An article of which something was put in. `readable`: the ticket's people may read it, so that it can be answered with. */
export type PutIn = { id: string; title: string; readable: boolean };

/** What is being written on a ticket, before it is sent. */
export type Draft = {
  visibility: 'public' | 'internal';
  html: string;
  /** The call that a note tells of, with its length as it was typed. */
  call: { direction: CallDirection; time: string } | null;
  /** The client for whom it is written, from the first letter on; null before. */
  clientId: string | null;
  /** How that client is called. */
  clientName: string | null;
  /** The ticket went to another client under it: from which, and whether it was to be a reply. */
  moved: { from: string; wasReply: boolean } | null;
  /** When the last message was, at the time the writing began; null before. */
  seen: string | null;
  /** The time spent, as it was typed. */
  time: string;
  /** The kind of work that the time was. */
  workTypeId: string | null;
  /** A step of the lifecycle, with the hold reason behind a colon: `resolved`, `on_hold:client`. */
  next: string | null;
  /** Null for the usual way. */
  resolutionCode: string | null;
  attachments: { id: string; name: string }[];
  /** Articles whose text, or a link to which, was put in. */
  articles: readonly PutIn[];
  /** As it was sent without an answer, until it is changed: what arrived all the same is there once when the same is sent again. */
  unanswered: (ReturnType<typeof toPost> & { clientId: string }) | null;
};

const EMPTY: Draft = {
  visibility: 'public',
  html: '',
  call: null,
  clientId: null,
  clientName: null,
  moved: null,
  seen: null,
  time: '',
  workTypeId: null,
  next: null,
  resolutionCode: null,
  attachments: [],
  articles: [],
  unanswered: null,
};

export type ChangeDraft = ChangeKept<Draft>;

/** Whether anything was written or chosen that would be a pity to lose. */
export const isWorth = ({ html, call, time, next, attachments }: Draft): boolean =>
  html !== '' ||
  (call !== null && call.time.trim() !== '') ||
  time.trim() !== '' ||
  next !== null ||
  attachments.length > 0;

/** Whether something else would be sent than before. */
const isOther = (now: Draft, { seen: _, unanswered: __, ...sent }: Partial<Draft>): boolean =>
  (Object.keys(sent) as (keyof Draft)[]).some(
    (name) => JSON.stringify(now[name]) !== JSON.stringify({ ...now, ...sent }[name]),
  );

/** A draft that survives leaving the page and closing the browser. */
export function useDraft(ticketId: string) {
  const { values: draft, change: keep, clear } = useKept(`ticket.${ticketId}`, EMPTY);
  const change: ChangeDraft = useCallback(
    (part) =>
      keep((now) => {
        const next = typeof part === 'function' ? part(now) : part;
        return isOther(now, next) ? { unanswered: null, ...next } : next;
      }),
    [keep],
  );
  return { draft, change, clear };
}
