export { cleanArticleHtml, cleanHtml, htmlToText, PICTURE } from './html.ts';
export { idFromText } from './id-from-text.ts';
export { likeText } from './like.ts';
export { oneLine } from './one-line.ts';
