import { fileRoutes } from './routes-file.ts';
import { quoteRoutes } from './routes-quote.ts';

export { addMessage } from './add-message.ts';
export { attachFiles } from './attach.ts';
export { fileLabel, sentName } from './file-label.ts';
export { messagesOf } from './messages.ts';

export const conversationModule = { name: 'conversation', routes: [...fileRoutes, ...quoteRoutes] };
