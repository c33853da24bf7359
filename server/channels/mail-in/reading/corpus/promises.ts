import { Readable } from 'node:stream';
import { cleanHtml } from '#platform/text/index.ts';
import {
  automaticWhy,
  calendarOf,
  forwardOf,
  loopWhy,
  mustNotAnswerWhy,
  newPartOf,
  plainSubject,
  provenBy,
  type ReadMail,
  readMail,
  reportOf,
  spamWhy,
} from '../index.ts';
import { wholeOf } from '../new-part.ts';
import { plainOf } from '../plain.ts';
import { randomFrom } from './mutate.ts';
import { keepInMemory, SEPARATORS } from './read-corpus.ts';

/** The letters of HTML; the signs of quoting are added by the words that are made of it. */
const letters = (html: string) => plainOf(html).replace(/[\s>]+/g, '');

/** The bytes in pieces of any size, as a network hands them on. */
function* pieces(bytes: Buffer, seed: number): Generator<Buffer> {
  const random = randomFrom(seed);
  const most = [3, 70, 900, 20_000][Math.floor(random() * 4)] ?? 70;
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + Math.floor(random() * most);
    yield bytes.subarray(at, end);
    at = end;
  }
}

/** What a mail says, without what cannot be compared; faults are found in the order in which bytes come in. */
const comparable = ({ header: _, embedded, machineParts, contentType, ...mail }: ReadMail) =>
  JSON.stringify({
    ...mail,
    faults: mail.faults.toSorted(),
    type: [contentType.type, ...contentType.parameters],
    machine: machineParts.map(({ type, text }) => [type, text]),
    embedded: embedded.map(({ header: __, ...words }) => words),
  });

/**
 * Which of the promises that hold for every mail, however broken, does not hold for these bytes: nothing throws, each
 * file named was kept with just these bytes, the new part and what was quoted are together all that the mail says, what
 * comes out is clean, and (`inPieces`) how the bytes came in changes nothing.
 */
export async function brokenPromises(bytes: Buffer, seed: number, inPieces = true): Promise<string[]> {
  const broken: string[] = [];
  const { files, keep } = keepInMemory();
  const mail = await readMail(Readable.from([bytes]), keep);
  for (const { sha256, size, name } of mail.attachments)
    if (files.get(sha256)?.length !== size) broken.push(`the file ${name} was not kept`);
  if (
    mail.attachments.length >
    files.size + mail.attachments.length - new Set(mail.attachments.map((file) => file.sha256)).size
  )
    broken.push('more files are named than were kept');
  if ((mail.messageId?.length ?? 0) > 998 || mail.references.length > 100) broken.push('ids are too long');

  const { html, quoted } = newPartOf(mail, SEPARATORS);
  const whole = letters(wholeOf(mail.html, mail.text).html);
  const together = letters(html + (quoted ?? '')).replaceAll(/\[[^[\]]*\]/g, '');
  if (together !== whole.replaceAll(/\[[^[\]]*\]/g, ''))
    broken.push(`text was lost: “${whole.slice(0, 2_000)}” became “${together.slice(0, 2_000)}”`);
  if (whole !== '' && html === '') broken.push('nothing is new');
  for (const piece of [html, quoted ?? ''])
    if (cleanHtml(piece) !== piece) broken.push(`not clean: ${piece.slice(0, 500)}`);

  automaticWhy(mail, ['support@msp.example']);
  mustNotAnswerWhy(mail);
  loopWhy(mail, { domains: ['desk.msp.example'], addresses: ['support@msp.example'] });
  spamWhy(mail);
  provenBy(mail, ['mx.msp.example', '']);
  reportOf(mail);
  calendarOf(mail);
  plainSubject(mail.subject);
  const forward = forwardOf(mail);
  if (forward && cleanHtml(forward.html) !== forward.html) broken.push('what was passed on is not clean');

  if (!inPieces) return broken;
  const again = await readMail(Readable.from(pieces(bytes, seed)), keepInMemory().keep);
  if (comparable(again) !== comparable(mail)) broken.push('in pieces it is read otherwise');
  return broken;
}
