import { expect, test } from 'vitest';
import { readBytes } from './corpus/read-corpus.ts';
import { forwardOf, newPartOf } from './index.ts';
import { plainOf } from './plain.ts';

type Language = {
  answer: string;
  forward: string;
  /** Lines that programs put above what they quote. */
  attributions: readonly string[];
  original: string;
  forwarded: string;
  /** From, sent, to, subject. */
  labels: readonly [string, string, string, string];
  sent: string;
  phone: string;
  below: string;
};

const WHO = 'Sam Support <support@msp.example>';
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {
    answer: 'Re:',
    forward: 'Fwd:',
    attributions: [
      `On Tue, Apr 7, 2026 at 9:41 AM ${WHO} wrote:`,
      `On 7 Apr 2026, at 09:41, ${WHO} wrote:`,
      'On 4/7/26 09:41, Sam Support wrote:',
      `${WHO} wrote on 07.04.2026 09:41:`,
    ],
    original: '-----Original Message-----',
    forwarded: '---------- Forwarded message ---------',
    labels: ['From:', 'Sent:', 'To:', 'Subject:'],
    sent: 'Tuesday, April 7, 2026 9:41 AM',
    phone: 'Sent from my iPhone',
    below: 'See my comments below.',
  },
  de: {
    answer: 'AW:',
    forward: 'WG:',
    attributions: [
      `Am Di., 7. Apr. 2026 um 09:41 Uhr schrieb ${WHO}:`,
      `Am 07.04.2026 um 09:41 schrieb ${WHO}:`,
      `${WHO} schrieb am Di., 7. Apr. 2026, 09:41:`,
      'Am 07.04.26 um 09:41 schrieb Sam Support:',
    ],
    original: '-----Ursprüngliche Nachricht-----',
    forwarded: '-------- Weitergeleitete Nachricht --------',
    labels: ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
    sent: 'Dienstag, 7. April 2026 09:41',
    phone: 'Von meinem iPhone gesendet',
    below: 'Meine Antworten siehe unten.',
  },
  fr: {
    answer: 'RE :',
    forward: 'TR :',
    attributions: [
      `Le mar. 7 avr. 2026 à 09:41, ${WHO} a écrit :`,
      `Le 7 avr. 2026 à 09:41, ${WHO} a écrit :`,
      'Le 07/04/2026 à 09:41, Sam Support a écrit :',
    ],
    original: '-----Message d’origine-----',
    forwarded: '---------- Message transféré ---------',
    labels: ['De :', 'Envoyé :', 'À :', 'Objet :'],
    sent: 'mardi 7 avril 2026 09:41',
    phone: 'Envoyé de mon iPhone',
    below: 'Voir mes réponses ci-dessous.',
  },
  es: {
    answer: 'RE:',
    forward: 'RV:',
    attributions: [
      'El mar, 7 abr 2026 a las 9:41, Sam Support (<support@msp.example>) escribió:',
      `El 7 abr 2026, a las 9:41, ${WHO} escribió:`,
      'El 7/4/26 a las 9:41, Sam Support escribió:',
    ],
    original: '-----Mensaje original-----',
    forwarded: '---------- Mensaje reenviado ---------',
    labels: ['De:', 'Enviado el:', 'Para:', 'Asunto:'],
    sent: 'martes, 7 de abril de 2026 9:41',
    phone: 'Enviado desde mi iPhone',
    below: 'Ver mis respuestas abajo.',
  },
  nl: {
    answer: 'Antw:',
    forward: 'Doorst:',
    attributions: [
      `Op di 7 apr 2026 om 09:41 schreef ${WHO}:`,
      `Op 7 apr 2026 om 09:41 heeft ${WHO} het volgende geschreven:`,
      'Op 07-04-2026 om 09:41 schreef Sam Support:',
    ],
    original: '-----Oorspronkelijk bericht-----',
    forwarded: '---------- Doorgestuurd bericht ---------',
    labels: ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:'],
    sent: 'dinsdag 7 april 2026 09:41',
    phone: 'Verstuurd vanaf mijn iPhone',
    below: 'Zie mijn antwoorden hieronder.',
  },
  it: {
    answer: 'R:',
    forward: 'I:',
    attributions: [
      `Il giorno mar 7 apr 2026 alle ore 09:41 ${WHO} ha scritto:`,
      `Il giorno 7 apr 2026, alle ore 09:41, ${WHO} ha scritto:`,
      'Il 07/04/2026 09:41, Sam Support ha scritto:',
    ],
    original: '-----Messaggio originale-----',
    forwarded: '---------- Messaggio inoltrato ---------',
    labels: ['Da:', 'Inviato:', 'A:', 'Oggetto:'],
    sent: 'martedì 7 aprile 2026 09:41',
    phone: 'Inviato da iPhone',
    below: 'Vedi le mie risposte sotto.',
  },
  pt: {
    answer: 'RES:',
    forward: 'ENC:',
    attributions: [
      `Em ter., 7 de abr. de 2026 às 09:41, ${WHO} escreveu:`,
      `No dia 7 de abr. de 2026, às 09:41, ${WHO} escreveu:`,
      'Em 07/04/2026 09:41, Sam Support escreveu:',
      `${WHO} escreveu (terça, 7/04/2026 à(s) 09:41):`,
    ],
    original: '-----Mensagem original-----',
    forwarded: '---------- Mensagem encaminhada ---------',
    labels: ['De:', 'Enviada em:', 'Para:', 'Assunto:'],
    sent: 'terça-feira, 7 de abril de 2026 09:41',
    phone: 'Enviado do meu iPhone',
    below: 'Veja as respostas abaixo.',
  },
  pl: {
    answer: 'Odp:',
    forward: 'PD:',
    attributions: [
      `wt., 7 kwi 2026 o 09:41 ${WHO} napisał(a):`,
      `Wiadomość napisana przez ${WHO} w dniu 7 kwi 2026, o godz. 09:41:`,
      'W dniu 07.04.2026 o 09:41, Sam Support pisze:',
      `Dnia 7 kwietnia 2026 09:41 ${WHO} napisał(a):`,
    ],
    original: '-----Wiadomość oryginalna-----',
    forwarded: '-------- Przekazana wiadomość --------',
    labels: ['Od:', 'Wysłano:', 'Do:', 'Temat:'],
    sent: 'wtorek, 7 kwietnia 2026 09:41',
    phone: 'Wysłane z iPhone’a',
    below: 'Moje odpowiedzi poniżej.',
  },
};

const mailOf = (subject: string, body: string, type = 'text/plain') =>
  readBytes(
    Buffer.from(
      `From: Jo Lee <jo.lee@acme.example>\r\nSubject: ${subject} Printer\r\nMessage-ID: <l@acme.example>\r\n` +
        `Date: Tue, 7 Apr 2026 12:00:00 +0200\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`,
    ),
  );
const blockOf = ({ labels, sent }: Language, end: string) =>
  [WHO, sent, 'Jo Lee <jo.lee@acme.example>', 'Printer'].map((value, at) => `${labels[at]} ${value}${end}`).join('');
const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const parts = async (subject: string, body: string, type?: string) => {
  const { html, quoted } = newPartOf(await mailOf(subject, body, type), []);
  return { fresh: plainOf(html), quoted: quoted === null ? null : plainOf(quoted) };
};
/** The new part is just these lines, and the old words are apart. */
const cut = (fresh: string) => ({ fresh, quoted: expect.stringContaining('Does it print?') });
const kept = { fresh: expect.stringContaining('Does it print?'), quoted: null };

test.each(Object.entries(LANGUAGES))('what is quoted in %s is told from what is new', async (_, language) => {
  const { answer, attributions, original, phone } = language;
  for (const line of attributions) {
    expect([line, await parts(answer, `It does.\n\n${line}\n> Does it print?\n`)]).toEqual([line, cut('It does.')]);
    expect([line, await parts(answer, `It does.\n\n${line}\n\nDoes it print?\n`)]).toEqual([line, cut('It does.')]);
    const halves = line.replace(/^(.{20,}?) (.*)$/, '$1\n$2');
    expect([halves, await parts(answer, `It does.\n\n${halves}\n\n> Does it print?\n`)]).toEqual([
      halves,
      cut('It does.'),
    ]);
    const cite = `<div>It does.</div><div>${escaped(line)}<br><blockquote type="cite">Does it print?</blockquote></div>`;
    expect([line, await parts(answer, cite, 'text/html')]).toEqual([line, cut('It does.')]);
  }
  const block = blockOf(language, '\n');
  for (const rule of [`${original}\n`, `${'_'.repeat(32)}\n`, ''])
    expect([rule, await parts(answer, `It does.\n\n${phone}\n\n${rule}${block}\nDoes it print?\n`)]).toEqual([
      rule,
      cut(`It does.\n${phone}`),
    ]);
  const rich = `<p>It does.</p><div>${escaped(blockOf(language, '\n')).replaceAll('\n', '<br>')}</div><p>Does it print?</p>`;
  expect(await parts(answer, rich, 'text/html')).toEqual(cut('It does.'));
});

test.each(Object.entries(LANGUAGES))(
  'answers in %s that stand below, within, or nowhere keep everything',
  async (_, language) => {
    const { answer, attributions, phone, below } = language;
    const [line = ''] = attributions;
    expect(await parts(answer, `${line}\n> Does it print?\n\nIt does.\n`)).toEqual(kept);
    expect(await parts(answer, `Hi,\n\n${line}\n> Does it print?\nIt does.\n> And scan?\nThat too.\n`)).toEqual(kept);
    expect(await parts(answer, `${phone}\n\n${line}\n> Does it print?\n`)).toEqual(kept);
    expect(await parts(answer, `${below}\n\n${blockOf(language, '\n')}\nDoes it print?\nIt does.\n`)).toEqual(kept);
    // Nothing says that it answers a mail.
    expect(await parts('', `I found this:\n\n${blockOf(language, '\n')}\nDoes it print?\n`)).toEqual(kept);
    const cite = `<div>${escaped(line)}<blockquote type="cite">Does it print?</blockquote></div><p>It does.</p>`;
    expect(await parts(answer, cite, 'text/html')).toEqual(kept);
  },
);

test.each(Object.entries(LANGUAGES))(
  'what was passed on in %s names its sender, and is all new',
  async (_, language) => {
    const { forward, forwarded } = language;
    const block = blockOf(language, '\n');
    for (const body of [
      `Please help.\n\n${forwarded}\n${block}\nDoes it print?\n`,
      `Please help.\n\n${block}\nDoes it print?\n`,
    ]) {
      const mail = await mailOf(forward, body);
      expect([body, forwardOf(mail)]).toEqual([
        body,
        {
          from: { name: 'Sam Support', address: 'support@msp.example' },
          subject: 'Printer',
          date: '2026-04-07T07:41:00.000Z',
          before: '<p>Please help.</p>',
          cut: false,
          html: '<p>Does it print?</p>',
        },
      ]);
      expect(newPartOf(mail, []).quoted).toBeNull();
    }
  },
);
