import type { Me } from '#shared/identity.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { call } from './client.ts';
import { signedOutStore } from './signed-out.ts';
import { queryClient, reading } from './use.ts';

type Here = { me: Me | null; setupPending: boolean; codeAsked: boolean };

const ME = reading('GET /me', {});

/** Who is signed in as far as this page knows, for what runs outside of a component. */
export const meNow = (): Me | undefined => queryClient.getQueryData<Me>(ME.queryKey);

/**
 * Who is signed in here, staff or not, and whether this installation waits to be set up; asked of the server where the page does not
 * know yet. Nobody being signed in is an answer and no refusal, which the browser would write on its console. Dates follow the person.
 */
export async function whoIsHere(): Promise<Here> {
  const here = await ask();
  if (here.me) {
    const { timeZone, language } = here.me;
    // The reader's own variant of their language, where the browser has one.
    readerStore.set({ timeZone, language: navigator.language.startsWith(language) ? navigator.language : language });
  }
  return here;
}

async function ask(): Promise<Here> {
  const me = meNow();
  if (me) return { me, setupPending: false, codeAsked: false };
  const here = await queryClient.fetchQuery(reading('GET /sessions/current', {}));
  signedOutStore.set(false);
  if (here.me) queryClient.setQueryData<Me>(ME.queryKey, here.me);
  return here;
}

/** Ends the session whether or not the server could be told; the cookie then ends by itself. */
export async function signOut(): Promise<void> {
  await call('DELETE /sessions/current', {}).catch(() => {});
}
