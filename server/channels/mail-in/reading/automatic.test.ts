import { expect, test } from 'vitest';
import { readBytes } from './corpus/read-corpus.ts';
import { answerBySubjectWhy } from './index.ts';

const why = async (subject: string, answersUs: boolean, head = '') =>
  answerBySubjectWhy(
    await readBytes(Buffer.from(`From: Jo <jo@a.example>\r\n${head}Subject: ${subject}\r\n\r\nI am away`)),
    answersUs,
  );
const REPLY = 'In-Reply-To: <a@b.example>\r\n';

test.each([
  'Automatic reply: [ACME-1] Printer',
  'Automatische Antwort: Drucker',
  'Réponse automatique : Imprimante',
  'Respuesta automática: Impresora',
  'Automatisch antwoord: Printer',
])('%s: a program answers, to us or to nothing', async (subject) => {
  expect(await why(subject, true, REPLY)).toContain('begins with');
  expect(await why(subject, false)).toContain('begins with');
  expect(await why(subject, false, REPLY)).toBeNull();
});

test.each(['Out of Office: Printer', 'Abwesenheitsnotiz: Drucker', 'Auto: Re: [ACME-1] Printer'])(
  '%s: a program where it answers to us, since people write so as well',
  async (subject) => {
    expect(await why(subject, true, REPLY)).toContain('begins with');
    expect(await why(subject, false)).toBeNull();
  },
);

test.each([
  'Re: Automatic reply: Printer',
  'AW: Automatische Antwort: Drucker',
  'The automatic reply: how do I set it',
  'Automatic replies do not work',
  'Autobahn: no signal',
])('%s: a person', async (subject) => {
  expect(await why(subject, true, REPLY)).toBeNull();
});
