import { useQuery } from '@tanstack/react-query';
import { call } from '#web/api/client.ts';
import { keyOf } from '#web/api/use.ts';

/**
 * Whether a one-time link still opens its door, without using it up; null until that is known. Where it cannot be asked the door is
 * shown: what is sent there says what is wrong.
 */
export function useLinkWorks(check: 'POST /setup/check' | 'POST /invitations/check', token: string): boolean | null {
  const input = { body: { token } };
  const { data, isError } = useQuery({
    queryKey: keyOf(check, input),
    queryFn: () => call(check, input),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.works ?? (isError ? true : null);
}
