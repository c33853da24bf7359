import { useGet } from '#web/api/use.ts';

/** How many requests wait for the reader's decision; 0 while that is not known, or not to be asked. */
export const useWaiting = (enabled = true): number =>
  useGet('GET /portal/approvals', {}, { staleTime: 60_000, enabled }).data?.items.length ?? 0;
