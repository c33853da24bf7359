import { redirect } from '@tanstack/react-router';
import { meNow, whoIsHere } from '#web/api/here.ts';
import { speakAs, speakToVisitor } from '../words/speak.ts';

/**
 * Lets everybody read: people of clients what is theirs, and whoever is not signed in what is public. Staff who follow a link that they
 * sent go to the article in their workspace.
 */
export async function lookForReader(pathname: string): Promise<void> {
  const { me } = await whoIsHere();
  if (!me) return speakToVisitor();
  if (me.kind === 'contact') return speakAs(me.language);
  throw redirect({ href: pathname.replace(/^\/portal/, ''), reloadDocument: true });
}

/** Whether the reader is one of a client's people, and not just anybody. */
export const isKnown = (): boolean => meNow()?.kind === 'contact';
