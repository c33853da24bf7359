export { cleanHtml, htmlToText } from './html.ts';
