import type { Services } from '#platform/context/index.ts';
import { dkimRoutes } from './dkim/routes.ts';
import { outgoingRoutes } from './routes-outgoing.ts';
import { sendingRoutes } from './routes-sending.ts';
import { sendDueMail } from './send.ts';
import { forgetSentMail } from './tidy.ts';

export { type PrintedPaper, sendPapers, type WaitingPaper } from './papers.ts';
export { queueMails } from './queue.ts';
export { queueAdded } from './queue-added.ts';
export { type AnnouncedMail, queueAnnouncement } from './queue-announcement.ts';
export { queueReceived, queueSaid, unqueueSaid } from './queue-contacts.ts';
export { queueInvitation, senderOf } from './queue-invitation.ts';
export { type LinkReader, queueLinks } from './queue-links.ts';
export { queueResolved } from './queue-resolved.ts';
export { queueSecurity } from './queue-security.ts';
export { queueSignIn } from './queue-sign-in.ts';
export { queueStaffLink } from './queue-staff-link.ts';
export { isSending, recipientsOf } from './recipients.ts';
export { sendDueMail } from './send.ts';
export { faultsOfServer, goesElsewhere } from './server-faults.ts';
export { MAIL_TO_CLIENTS } from './settings.ts';
export { readStopToken, stopPage } from './stop-token.ts';
export { textsOf } from './templates/fill.ts';
export { previewMail } from './templates/preview.ts';
export { noteMailIds, ticketsOfMailIds } from './thread.ts';
export { installationHeader, ticketOfMessageId, ticketsOfTokens } from './thread-id.ts';
export { type SignedInBox, tokensFrom } from './tokens.ts';
export { SEPARATORS } from './words.ts';

export const mailOutModule = {
  name: 'mail-out',
  routes: [...sendingRoutes, ...dkimRoutes, ...outgoingRoutes],
  loops: [
    {
      name: 'mail-out.send',
      role: 'mail' as const,
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => sendDueMail(services, signal),
    },
    {
      name: 'mail-out.tidy',
      role: 'mail' as const,
      everyMs: 3_600_000,
      run: (services: Services) => forgetSentMail(services),
    },
  ],
};
