import { queryClient, useGet } from '#web/api/use.ts';

const AGAIN_MS = 30_000;

/** How many are kept back, could not be read, or are yet to be looked at; looked up again and again. */
export const useMailCounts = () => useGet('GET /mail/incoming/counts', {}, { refetchInterval: AGAIN_MS }).data;

/** Reads mail anew wherever it is shown. */
export async function refreshMail(): Promise<void> {
  await Promise.all(
    (['GET /mail/incoming', 'GET /mail/incoming/counts', 'GET /mail/incoming/{id}'] as const).map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
