import { useEffect, useState } from 'react';

/** The page comes first, and whoever only passes by a ticket asks nothing. */
const STAYED_MS = 800;

/** Whether somebody stays on a ticket: true a moment after it came. */
export function useStayed(ticketId: string): boolean {
  const [stayed, setStayed] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(ticketId), STAYED_MS);
    return () => clearTimeout(timer);
  }, [ticketId]);
  return stayed === ticketId;
}
