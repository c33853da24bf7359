export { cleanArticleHtml, cleanHtml, htmlToText, PICTURE } from './html.ts';
export { idFromText } from './id-from-text.ts';
