import { useCallback } from 'react';

/** Tells others that something is being written on the ticket. */
export function useTyping(_ticketId: string): () => void {
  return useCallback(() => {}, []);
}
