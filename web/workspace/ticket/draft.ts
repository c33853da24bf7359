import { useCallback, useEffect, useState } from 'react';

/** What is being written on a ticket, before it is sent. */
export type Draft = {
  visibility: 'public' | 'internal';
  html: string;
  minutes: number | null;
  /** A step of the lifecycle, with the hold reason behind a colon: `resolved`, `on_hold:client`. */
  next: string | null;
  /** Null for the usual way. */
  resolutionCode: string | null;
  attachments: { id: string; name: string }[];
};

export const EMPTY: Draft = {
  visibility: 'public',
  html: '',
  minutes: null,
  next: null,
  resolutionCode: null,
  attachments: [],
};

/** Changes a part of a draft; a function is given the draft as it is by then. */
export type ChangeDraft = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;

/** Whether anything was written or chosen that would be a pity to lose. */
export const isWorth = ({ html, minutes, next, attachments }: Draft): boolean =>
  html !== '' || minutes !== null || next !== null || attachments.length > 0;

const nameOf = (ticketId: string) => `fettle.draft.${ticketId}`;

function restore(ticketId: string): Draft {
  try {
    const kept = localStorage.getItem(nameOf(ticketId));
    return kept ? { ...EMPTY, ...(JSON.parse(kept) as Partial<Draft>) } : EMPTY;
  } catch {
    // Storage may be switched off or hold something foreign; a draft is then kept only while the page lives.
    return EMPTY;
  }
}

/** A draft that survives leaving the page and closing the browser. */
export function useDraft(ticketId: string) {
  const [draft, setDraft] = useState(() => restore(ticketId));
  useEffect(() => {
    try {
      if (isWorth(draft)) localStorage.setItem(nameOf(ticketId), JSON.stringify(draft));
      else localStorage.removeItem(nameOf(ticketId));
    } catch {
      // As above.
    }
  }, [ticketId, draft]);
  const change: ChangeDraft = useCallback(
    (part) => setDraft((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) })),
    [],
  );
  return { draft, change, clear: useCallback(() => setDraft(EMPTY), []) };
}
