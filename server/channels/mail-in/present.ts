import type { Readable } from 'node:stream';
import type { Services } from '#platform/context/index.ts';
import type { IncomingView } from '#shared/mail.ts';
import type { findIncoming } from './incoming.ts';
import { newPartOf, readMail } from './reading/index.ts';
import { saidIn } from './said.ts';

/** A mail that came in as people look at it: read anew from its bytes, and nothing of it kept. */
export async function presentIncoming(
  services: Services,
  { sha256, ...row }: Awaited<ReturnType<typeof findIncoming>>,
): Promise<IncomingView> {
  const { stream } = await services.files.get(sha256);
  const mail = await readMail(stream, measure);
  const { html, quoted } = newPartOf(mail, []);
  const shown = ({ name, address }: { name: string; address: string }) => (name ? `${name} <${address}>` : address);
  return {
    ...row,
    from: mail.from ?? row.from,
    subject: mail.subject || row.subject,
    body: `${saidIn(mail, html)}${quoted ? `<blockquote>${quoted}</blockquote>` : ''}`,
    to: mail.to.map(shown),
    cc: mail.cc.map(shown),
    attachments: mail.attachments.map(({ name, mediaType, size }) => ({ name, mediaType, size })),
    faults: mail.faults,
  };
}

/** Only looks how large a part is. */
async function measure(content: Readable): Promise<{ sha256: string; size: number }> {
  let size = 0;
  for await (const chunk of content) size += (chunk as Buffer).length;
  return { sha256: '', size };
}
