import type { Services } from '#platform/context/index.ts';
import type { Letter } from './compose.ts';
import { installationHeader } from './thread-id.ts';

/** A letter with the header by which this installation knows its own mail. */
export function marked(services: Services, letter: Letter): Letter {
  const { name, value } = installationHeader(services.secret);
  return { ...letter, headers: { ...letter.headers, [name]: value } };
}

/** A letter as the bytes that go over the wire (RFC 5322). */
export async function mimeOf(services: Services, letter: Letter): Promise<Buffer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({
    ...marked(services, letter),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new Error('The mail library gave no bytes');
  return message;
}
