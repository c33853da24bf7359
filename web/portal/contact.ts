import { redirect } from '@tanstack/react-router';
import type { Me } from '#shared/identity.ts';
import { queryClient, reading } from '#web/api/use.ts';
import { readerStore } from '#web/ui/marks/reader.ts';

const ME = reading('GET /me', {});

/** Lets people of clients pass; staff go to their workspace, and whoever is not signed in hears how to. */
export async function requireContact(): Promise<Me> {
  const me =
    queryClient.getQueryData<Me>(ME.queryKey) ??
    (await queryClient.fetchQuery(reading('GET /sessions/current', {}))).me;
  if (!me) throw redirect({ to: '/portal/sign-in' });
  if (me.kind !== 'contact') throw redirect({ to: '/' });
  queryClient.setQueryData<Me>(ME.queryKey, me);
  readerStore.set({ timeZone: me.timeZone, language: me.language });
  return me;
}
