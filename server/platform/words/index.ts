import { wordRoutes } from './routes.ts';

export { translateAll } from './change.ts';
export { bookFor, callingReader, inWordsOf, type Reader, type Say } from './say.ts';
export { defineWords, type OwnText } from './sources.ts';

export const wordsModule = { name: 'words', routes: wordRoutes };
