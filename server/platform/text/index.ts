export { cleanHtml, htmlToText } from './html.ts';
export { idFromText } from './id-from-text.ts';
