import { redirect } from '@tanstack/react-router';
import type { Me } from '#shared/identity.ts';
import type { Permission } from '#shared/permissions.ts';
import { signedOutStore } from '#web/api/signed-out.ts';
import { queryClient, reading, useGet } from '#web/api/use.ts';
import { readerStore } from '#web/ui/marks/reader.ts';

const ME = reading('GET /me', {});

/** Who is signed in; only below the frame, which has made sure that somebody is. */
export function useMe(): Me {
  const { data } = useGet('GET /me', {}, { staleTime: 5 * 60_000 });
  if (!data) throw new Error('Nobody is signed in');
  return data;
}

/** Who is signed in, for what runs outside of a component. */
export const meNow = (): Me | undefined => queryClient.getQueryData<Me>(ME.queryKey);

/** Whether the signed-in person may do this. Hides what would be refused; the server decides. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/**
 * Lets signed-in staff pass; sends others to where they belong: the portal, set-up, or signing in and back again. Nobody being signed in is an
 * answer and no refusal, which the browser would write on its console.
 */
export async function requireMe(href: string): Promise<Me> {
  const me = meNow() ?? (await arrive(href));
  if (me.kind === 'contact') throw redirect({ to: '/portal' });
  readerStore.set({
    timeZone: me.timeZone,
    language: navigator.language.startsWith(me.language) ? navigator.language : me.language,
  });
  return me;
}

async function arrive(href: string): Promise<Me> {
  const { me, setupPending } = await queryClient.fetchQuery(reading('GET /sessions/current', {}));
  signedOutStore.set(false);
  if (me) return queryClient.setQueryData<Me>(ME.queryKey, me) ?? me;
  if (setupPending) throw redirect({ to: '/setup' });
  throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } });
}
