import { queryClient } from '#web/api/use.ts';

/** Everything on screen that shows tickets is read again. */
export async function refreshTickets(): Promise<void> {
  const stale = (key: readonly unknown[]) =>
    /^GET \/(tickets|changes|problems|major-incidents|views|staff|clients\/\{id\}\/overview)/.test(String(key[0]));
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale(queryKey) });
}
