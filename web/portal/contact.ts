import { redirect } from '@tanstack/react-router';
import type { Me } from '#shared/identity.ts';
import { whoIsHere } from '#web/api/here.ts';
import { keptPortal } from './brand.ts';
import { keepWanted } from './wanted.ts';
import { speakAs, speakToVisitor } from './words/speak.ts';

const SECURITY = '/portal/security';

/** Lets people of clients pass; staff go to their workspace, and whoever is not signed in hears how to, and comes back here then. */
export async function requireContact({ location }: { location: { pathname: string } }): Promise<Me> {
  const { me } = await whoIsHere();
  const code = keptPortal();
  if (!me) keepWanted(location.pathname);
  if (!me) throw redirect(code ? { to: '/portal/for/$code', params: { code } } : { to: '/portal/sign-in' });
  if (me.kind !== 'contact') throw redirect({ href: '/', reloadDocument: true });
  await speakAs(me.language);
  if (me.needsSecondFactor && location.pathname !== SECURITY) throw redirect({ to: SECURITY });
  return me;
}

/** Whoever is signed in goes on to what is theirs from the address of any portal. */
export async function enterOwn(): Promise<void> {
  const { me } = await whoIsHere();
  if (me?.kind === 'contact') throw redirect({ to: '/portal' });
  if (me) throw redirect({ href: '/', reloadDocument: true });
  await speakToVisitor();
}
