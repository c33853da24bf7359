export { confirmOwn, declineOwn, replyToOwn } from './commands.ts';
export { answers, statusWords } from './status.ts';
