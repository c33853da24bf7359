export { heading, paragraphs } from './blocks.ts';
export type { Block, PdfDocument, Run, Words } from './document.ts';
export { paperOf } from './paper.ts';
export { printPdf } from './print.ts';
export { sendPdf } from './send.ts';
