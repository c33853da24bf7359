import { expect, test } from 'vitest';
import { cleanHtml } from '#platform/text/index.ts';
import { SCRIPTS } from '#tests/attack/scripts.ts';
import { readBytes } from './corpus/read-corpus.ts';
import { forwardOf, newPartOf } from './index.ts';

/** A mail that carries a script wherever its sender can put one. */
function mailWith(script: string): Buffer {
  const word = `=?utf-8?B?${Buffer.from(script).toString('base64')}?=`;
  const html = `<p>Hello ${script}</p><p>On Tue, 7 Apr 2026 at 09:41, Jo &lt;jo@acme.example&gt; wrote:</p><blockquote type="cite">${script}</blockquote>`;
  return Buffer.from(
    [
      `From: ${word} <jo@acme.example>`,
      `Subject: Re: ${word}`,
      'In-Reply-To: <a@desk.msp.example>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(html).toString('base64'),
      '--b',
      `Content-Type: image/png; name="${word}"`,
      'Content-Disposition: inline',
      'Content-ID: <c"><b>',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(script).toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  );
}

test.each(SCRIPTS)('nothing of %j is left that a browser would run', async (script) => {
  const mail = await readBytes(mailWith(script));
  const { html, quoted } = newPartOf(mail, []);
  const passedOn = forwardOf({
    ...mail,
    subject: 'Fwd: x',
    html: `<p>From: a &lt;a@b.example&gt;<br>Sent: 1<br>To: c<br>Subject: d</p>${script}`,
  });
  for (const piece of [html, quoted ?? '', passedOn?.html ?? '']) expect(cleanHtml(piece)).toBe(piece);
  expect(html).toContain('Hello');
  for (const { name, mediaType } of mail.attachments) {
    expect(name).not.toMatch(/[<>"/\\\r\n]/);
    expect(mediaType).not.toMatch(/html|svg|script/);
  }
});
