export { confirmOwn, declineOwn, ownTicket, replyToOwn } from './commands.ts';
export { answers, statusWords } from './status.ts';
export { withdrawnStatus, withdrawOwn } from './withdraw.ts';
