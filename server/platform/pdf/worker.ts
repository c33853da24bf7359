import { parentPort } from 'node:worker_threads';
import { compose } from './compose.ts';
import type { PdfDocument } from './document.ts';

/** A thread that prints one document after the other: see `print.ts`. */
parentPort?.on('message', async (document: PdfDocument) => {
  const bytes = await compose(document);
  parentPort?.postMessage(new Uint8Array(bytes));
});
