import { newId } from '#kernel/ids.ts';

export type Writer = { name: string; email: string };

/** Where the bench's mail goes. */
export const BENCH_ADDRESS = 'desk@msp.example';

const SAID =
  'The label printer in the branch office has stopped after lunch. Another cable did not help, and the whole team waits for the labels.';
const LINES = Array.from({ length: 12 }, (_, i) => `${i + 1}. ${SAID}`);
const QUOTED = LINES.map((line) => `<p class="MsoNormal"><span lang="EN-GB">${line}<o:p></o:p></span></p>`).join(
  '\r\n',
);
/** 30 kB as a screenshot weighs: bytes that look like none before, in base64. */
const picture = (i: number) =>
  Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 2_654_435_761 + i * 40_503) >>> 13))
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');

const head = ({ name, email }: Writer, i: number) =>
  [
    `Received: from mail.client.example (192.0.2.7) by mx.msp.example with ESMTPS; Fri, 27 Nov 2026 10:00:00 +0000`,
    `From: ${name} <${email}>`,
    `To: ${BENCH_ADDRESS}`,
    `Subject: Printer of the branch office does not start (${i})`,
    `Date: Fri, 27 Nov 2026 10:00:00 +0000`,
    `Message-ID: <${newId()}@client.example>`,
    'MIME-Version: 1.0',
  ].join('\r\n');

/** The `i`th mail as people's programs write them, in turns: plain text, Outlook's HTML with what it quotes, HTML with a screenshot. */
export function mailOf(writer: Writer, i: number): Buffer {
  const top = head(writer, i);
  const plain = `${SAID}\r\n\r\nRegards\r\n${writer.name}\r\n`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang="EN-GB"><div class="WordSection1"><p class="MsoNormal">${SAID}<o:p></o:p></p><p class="MsoNormal">Regards<br>${writer.name}</p>`;
  const quote = `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Somebody &lt;somebody@client.example&gt;<br><b>Sent:</b> Friday, 27 November 2026 09:41<br><b>To:</b> ${writer.name}<br><b>Subject:</b> Printer</p></div>${QUOTED}`;
  const alternative = (b: string, more: string) =>
    `--${b}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n--${b}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}${more}</div></body></html>\r\n--${b}--\r\n`;
  if (i % 3 === 0) return Buffer.from(`${top}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}`);
  if (i % 3 === 1)
    return Buffer.from(`${top}\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n${alternative('a', quote)}`);
  return Buffer.from(
    `${top}\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n${alternative('a', '<img src="cid:shot">')}\r\n--r\r\nContent-Type: image/png; name=shot.png\r\nContent-ID: <shot>\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture(i)}\r\n--r--\r\n`,
  );
}

/** A mail of so many bytes, nearly all of them one attached file. */
export function largeMail(writer: Writer, bytes: number): Buffer {
  const line = Buffer.from(`${'TG9uZyBmaWxlIG9mIG5vIG1lYW5pbmcu'.repeat(2)}aWxlIG9m\r\n`);
  const body = Buffer.alloc(bytes, line);
  const top = `${head(writer, 0)}\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\n${SAID}\r\n--m\r\nContent-Type: application/octet-stream; name=backup.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  return Buffer.concat([Buffer.from(top), body, Buffer.from('\r\n--m--\r\n')]);
}
