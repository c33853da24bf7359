import { oneLine } from '#platform/text/index.ts';

const ENDINGS: Record<string, string> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'application/ics': 'ics',
  'text/rfc822-headers': 'txt',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat',
};
const WORDS: Record<string, string> = {
  'message/delivery-status': 'delivery-report',
  'message/disposition-notification': 'receipt',
  'message/feedback-report': 'abuse-report',
  'text/rfc822-headers': 'headers',
  'text/calendar': 'invitation',
};
const MOST = 200;

/** A name for a file of a mail: the last piece of a path, without signs that nobody sees; one is made up where there is none. */
export function fileName(said: string, type: string, order: number): string {
  const piece = oneLine(said)
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/[\u200b-\u200f\ufeff\u2060\u00ad]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (!piece)
    return `${WORDS[type] ?? `${type.split('/')[0] === 'image' ? 'image' : 'part'}-${order}`}.${ENDINGS[type] ?? 'bin'}`;
  const letters = [...piece];
  if (letters.length <= MOST) return piece;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(piece)?.[0] ?? '';
  return letters.slice(0, MOST - ending.length).join('') + ending;
}
