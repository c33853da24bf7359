import { redirect } from '@tanstack/react-router';
import type { Me } from '#shared/identity.ts';
import type { Permission } from '#shared/permissions.ts';
import { whoIsHere } from '#web/api/here.ts';
import { queryClient, reading, useGet } from '#web/api/use.ts';

/** Who is signed in; only below the frame, which has made sure that somebody is. */
export function useMe(): Me {
  const { data } = useGet('GET /me', {}, { staleTime: 5 * 60_000 });
  if (!data) throw new Error('Nobody is signed in');
  return data;
}

/** Whether the signed-in person may do this. Hides what would be refused; the server decides. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** Lets signed-in staff pass; sends others to where they belong: the portal, set-up, or signing in and back again. */
export async function requireMe(href: string): Promise<Me> {
  const { me, setupPending } = await whoIsHere();
  if (setupPending) throw redirect({ to: '/setup' });
  if (!me) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } });
  if (me.kind === 'contact') throw redirect({ href: '/portal', reloadDocument: true });
  // Which rooms there are is known before the first of them is painted, so that none moves another aside.
  await queryClient.ensureQueryData(reading('GET /practices', {})).catch(() => null);
  return me;
}
