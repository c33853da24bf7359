import { useGet } from '#web/api/use.ts';

/** The people of a client, for fields that name one of them. */
export function useColleagues(clientId: string): readonly { id: string; name: string }[] {
  const { data } = useGet(
    'GET /contacts',
    { query: { clientId, active: true, limit: 200 } },
    { enabled: clientId !== '', staleTime: 60_000 },
  );
  return data?.items ?? [];
}
