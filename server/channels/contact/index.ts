export { confirmOwn, declineOwn, inNameOf, replyToOwn } from './commands.ts';
export { answers, statusWords } from './status.ts';
