import type { Services } from '#platform/context/index.ts';
import { tokensFrom } from '#server/channels/mail-out/index.ts';
import { listenForMail } from './listener.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { accessToken, forgetToken, signedIn } from './oauth/token.ts';
import { contactMailRoutes } from './routes-contact.ts';
import { incomingRoutes } from './routes-incoming.ts';
import { mailboxRoutes } from './routes-mailbox.ts';
import { messageMailRoute } from './routes-message.ts';
import { watchMailboxes } from './watch/watch.ts';
import { takeMail } from './work.ts';

// Mail is sent with the tokens by which mailboxes are read.
tokensFrom({ signedIn, token: accessToken, forget: forgetToken });

export { listenForMail } from './listener.ts';
export { isOwnAddress } from './own-address.ts';
export { proposeAddresses } from './propose-people.ts';
export { storeMail } from './store.ts';
export { takeMail } from './work.ts';

export const mailInModule = {
  name: 'mail-in',
  routes: [...mailboxRoutes, ...oauthRoutes, ...incomingRoutes, messageMailRoute, ...contactMailRoutes],
  doors: [{ role: 'mail' as const, open: listenForMail }],
  loops: [
    {
      name: 'mail-in.watch',
      role: 'mail' as const,
      everyMs: 5_000,
      run: (services: Services, signal: AbortSignal) => watchMailboxes(services, signal),
    },
    {
      name: 'mail-in.take',
      role: 'mail' as const,
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => takeMail(services, signal),
    },
  ],
};
