import { redirect } from '@tanstack/react-router';
import type { Me } from '#shared/identity.ts';
import { whoIsHere } from '#web/api/here.ts';

/** Lets people of clients pass; staff go to their workspace, and whoever is not signed in hears how to. */
export async function requireContact(): Promise<Me> {
  const { me } = await whoIsHere();
  if (!me) throw redirect({ to: '/portal/sign-in' });
  if (me.kind !== 'contact') throw redirect({ to: '/' });
  return me;
}
