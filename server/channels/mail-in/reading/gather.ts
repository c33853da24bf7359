import { type BodySection, bodyOf } from './body.ts';
import { browsedHtml } from './browsed.ts';
import { charsetOfPage, decodeBytes } from './charset.ts';
import { fileName } from './file-name.ts';
import { unflow } from './flowed.ts';
import type { Head } from './head.ts';
import { decodeWords } from './header-words.ts';
import { type Keep, type KeptFile, keepFile } from './kept-file.ts';
import type { MachinePart, MailAttachment, MailWords } from './mail.ts';
import { mediaTypeOf } from './media-type.ts';
import { parseHeaderValue } from './parameters.ts';
import { isTnef, isWrapped, noteArmor, noteProtection, noteTnef, noteWrapped } from './protection.ts';
import { wordsOf } from './read.ts';
import { signedContent } from './signed-content.ts';
import { type Container, type Part, splitMail } from './split.ts';
import { carriedIn } from './tnef.ts';
import { type Decoder, decoderFor } from './transfer.ts';
import { withoutUuencoded } from './uuencoded.ts';

/** Most bytes of text and of HTML that are read; a longer part is kept as a file as well. */
const MOST_TEXT = 1_048_576;
/** Most bytes of a part for programs that are read. */
const MOST_MACHINE = 262_144;
/** A larger part of S/MIME is not opened. */
const MOST_WRAPPED = 8_388_608;
/** A larger container of Outlook's is not opened. */
const MOST_TNEF = 33_554_432;
/** Mails within mails within mails are not looked into any deeper. */
const MOST_EMBEDDED = 3;
const MACHINE =
  /^(message\/((global-)?delivery-status|(global-)?disposition-notification|feedback-report|rfc822-headers|global-headers)|text\/(rfc822-headers|calendar)|application\/ics)$/;
const EMBEDDED = /^message\/(rfc822|global)$/;

/** Takes the content of a part; `parts`: how many parts the container of it has begun when it ends. */
type Sink = { write(bytes: Buffer): Promise<void>; end(parts: number): Promise<void> };
type Options = {
  /** Null within an embedded mail, whose files lie in the file of the whole. */
  keep: Keep | null;
  fault(sentence: string): void;
  note(sentence: string): void;
  depth: number;
};

/** Everything found in one mail, as it is split. */
export function gather({ keep, fault, note, depth }: Options) {
  const splitter = splitMail(fault);
  let head: Head = { values: () => [], names: [] };
  let root: { type: string; parameters: ReadonlyMap<string, string> } = { type: 'text/plain', parameters: new Map() };
  let seenRoot = false;
  const sections = new Map<object, BodySection>();
  const files: Omit<MailAttachment, 'inline'>[] = [];
  const machineParts: MachinePart[] = [];
  const embedded: MailWords[] = [];
  let textKept = false;
  const room = { text: MOST_TEXT, html: MOST_TEXT };
  let order = 0;
  let sink: Sink | null = null;
  let decoder: Decoder | null = null;
  let openFile: KeptFile | null = null;
  let nested: { abandon(error: Error): Promise<void> } | null = null;

  /** A part that becomes a file. */
  function fileSink(part: Part, said: { name: string; type: string; contentId: string | null }): Sink {
    order += 1;
    const number = order;
    let file: KeptFile | null = null;
    const start = () => {
      if (!file && keep) {
        file = keepFile(keep);
        openFile = file;
      }
      return file;
    };
    return {
      async write(bytes) {
        if (bytes.length > 0) await start()?.write(bytes);
      },
      async end() {
        if (said.name !== '' || EMBEDDED.test(part.type)) start();
        if (!file) return;
        const begins = file.head();
        const { sha256, size } = await file.end();
        openFile = null;
        files.push({
          sha256,
          size,
          name: fileName(said.name, said.type, number),
          mediaType: await mediaTypeOf(begins, said.type),
          contentId: said.contentId,
        });
      },
    };
  }

  /** A file whose bytes are at hand already. */
  async function addFile(part: Part, said: { name: string; type: string; contentId: string | null }, bytes: Buffer) {
    const sink = fileSink(part, said);
    await sink.write(bytes);
    await sink.end(0);
  }

  /** The files that were written into a text; answers what is left of it. */
  async function takeWritten(part: Part, text: string): Promise<string> {
    const { text: left, files: written } = withoutUuencoded(text);
    for (const { name, bytes } of written)
      await addFile(part, { name, type: 'application/octet-stream', contentId: null }, bytes);
    return left;
  }

  /** A part that is shown; what goes beyond the limit makes it a file as well. */
  function textSink(part: Part, kind: 'text' | 'html'): Sink {
    const pieces: Buffer[] = [];
    let size = 0;
    let whole: Sink | null = null;
    return {
      async write(bytes) {
        if (!whole && size + bytes.length > room[kind]) {
          fault(`The text is longer than ${MOST_TEXT / 1_048_576} MB; all of it is kept as a file.`);
          const type = kind === 'html' ? 'text/html' : 'text/plain';
          textKept = true;
          whole = fileSink(part, { name: kind === 'html' ? 'text.html' : 'text.txt', type, contentId: null });
          for (const piece of pieces) await whole.write(piece);
        }
        await whole?.write(bytes);
        const left = Math.max(0, room[kind] - size);
        if (left > 0) pieces.push(bytes.subarray(0, left));
        size += Math.min(left, bytes.length);
      },
      async end(parts) {
        await whole?.end(0);
        room[kind] -= size;
        const bytes = Buffer.concat(pieces);
        const charset = part.parameters.get('charset') ?? (kind === 'html' ? charsetOfPage(bytes) : undefined);
        const decoded = decodeBytes(bytes, charset, fault).replace(/\r\n?/g, '\n').replace(/\0/g, '');
        const flowed = kind === 'text' && part.parameters.get('format')?.toLowerCase() === 'flowed';
        const plain = flowed ? unflow(decoded, part.parameters.get('delsp')?.toLowerCase() === 'yes') : decoded;
        const content = kind === 'html' ? browsedHtml(plain, fault) : await takeWritten(part, plain);
        if (part.role === 'preamble' && parts > 0) return;
        if (content.trim() === '') return;
        if (part.role === 'epilogue') {
          // Mail programs show nothing of it; it is said that it is there.
          note('Behind the end of the mail stands text that mail programs do not show.');
          return;
        }
        noteArmor(content, note);
        const key = alternativeOf(part.container) ?? part;
        const section = sections.get(key) ?? { text: '', html: '' };
        sections.set(key, section);
        section[kind] += section[kind] === '' ? content : `\n${content}`;
      },
    };
  }

  /** A part for programs: read, and kept as a file. */
  function machineSink(part: Part, file: Sink): Sink {
    const pieces: Buffer[] = [];
    let size = 0;
    return {
      async write(bytes) {
        if (size < MOST_MACHINE) pieces.push(bytes.subarray(0, MOST_MACHINE - size));
        size += bytes.length;
        await file.write(bytes);
      },
      async end() {
        await file.end(0);
        const text = decodeBytes(Buffer.concat(pieces), part.parameters.get('charset') ?? '').replace(/\r\n?/g, '\n');
        machineParts.push({ type: part.type, parameters: part.parameters, text });
      },
    };
  }

  /** A mail within the mail: kept as a file, and its words read. */
  function embeddedSink(part: Part, contentId: string | null, named: string): Sink {
    const said = { name: named, type: 'message/rfc822', contentId };
    const file = fileSink(part, said);
    const inner = depth < MOST_EMBEDDED ? gather({ keep: null, fault: () => {}, note, depth: depth + 1 }) : null;
    return {
      async write(bytes) {
        await file.write(bytes);
        await inner?.feed(bytes);
      },
      async end() {
        const found = await inner?.end();
        if (found) {
          const words = wordsOf(found.head, found.text, found.html, () => {});
          embedded.push(words);
          if (said.name === '' && words.subject !== '') said.name = `${words.subject}.eml`;
        }
        await file.end(0);
      },
    };
  }

  /** A part of S/MIME: kept as a file, and what it only signs is read as the mail's own. */
  function wrappedSink(part: Part, file: Sink): Sink {
    const pieces: Buffer[] = [];
    let size = 0;
    return {
      async write(bytes) {
        size += bytes.length;
        if (size <= MOST_WRAPPED) pieces.push(bytes);
        await file.write(bytes);
      },
      async end() {
        await file.end(0);
        const content = size <= MOST_WRAPPED && depth < MOST_EMBEDDED ? signedContent(Buffer.concat(pieces)) : null;
        noteWrapped(part.parameters, content !== null, note);
        if (!content) return;
        const inner = gather({ keep, fault, note, depth: depth + 1 });
        nested = inner;
        await inner.feed(content);
        const found = await inner.end();
        nested = null;
        textKept ||= found.textKept;
        sections.set(part, { text: found.text, html: found.html ?? '' });
        files.push(...found.attachments.map(({ inline: _, ...kept }) => kept));
        machineParts.push(...found.machineParts);
        embedded.push(...found.embedded);
      },
    };
  }

  /** A container of Outlook's: what it carries is taken out; it is kept itself where that cannot be. */
  function tnefSink(part: Part, whole: Sink): Sink {
    let pieces: Buffer[] | null = [];
    let size = 0;
    return {
      async write(bytes) {
        size += bytes.length;
        if (pieces && size <= MOST_TNEF) pieces.push(bytes);
        else {
          for (const piece of pieces ?? []) await whole.write(piece);
          pieces = null;
          await whole.write(bytes);
        }
      },
      async end() {
        const all = pieces && Buffer.concat(pieces);
        const carried = all && carriedIn(all);
        const any = Boolean(carried && (carried.files.length > 0 || carried.text !== '' || carried.html !== ''));
        noteTnef(!any ? 'nothing' : carried?.whole ? 'all' : 'some', note);
        if (!any || !carried?.whole) {
          if (all) await whole.write(all);
          await whole.end(0);
        }
        if (!carried || !any) return;
        for (const { bytes, ...said } of carried.files) await addFile(part, said, bytes);
        // What is written beside it says the same.
        if (sections.size > 0) return;
        const html = carried.html === '' ? '' : browsedHtml(carried.html.slice(0, room.html), fault);
        sections.set(part, { text: carried.text.slice(0, room.text).replace(/\r\n?/g, '\n').replace(/\0/g, ''), html });
      },
    };
  }

  function sinkFor(part: Part): Sink {
    if (part.role === 'rest') return fileSink(part, { name: 'unread-parts.txt', type: 'text/plain', contentId: null });
    if (part.role !== 'leaf') return textSink(part, 'text');
    const disposition = parseHeaderValue(part.head.values('content-disposition')[0] ?? '');
    const name = decodeWords(disposition.parameters.get('filename') ?? part.parameters.get('name') ?? '');
    const contentId =
      part.head
        .values('content-id')[0]
        ?.replace(/[<>\s]/g, '')
        .slice(0, 998) || null;
    noteProtection(part.type, part.parameters, part.container, note);
    const alone = part.container === null;
    const shown = disposition.value !== 'attachment' && (name === '' || alone);
    if (shown && part.type === 'text/html') return textSink(part, 'html');
    if (shown && (part.type === 'text/plain' || (alone && part.type.startsWith('text/') && !MACHINE.test(part.type))))
      return textSink(part, 'text');
    if (EMBEDDED.test(part.type)) return embeddedSink(part, contentId, name);
    const file = fileSink(part, { name, type: part.type, contentId });
    if (isTnef(part.type, name)) return tnefSink(part, file);
    if (isWrapped(part.type)) return wrappedSink(part, file);
    return MACHINE.test(part.type) ? machineSink(part, file) : file;
  }

  async function handle(events: ReturnType<typeof splitter.feed>): Promise<void> {
    for (const event of events) {
      if (event.kind === 'head') {
        if (!seenRoot) {
          seenRoot = true;
          head = event.head;
          root = { type: event.type, parameters: event.parameters };
        }
        noteProtection(event.type, event.parameters, event.container, note);
      } else if (event.kind === 'part') {
        const encoding = parseHeaderValue(event.part.head.values('content-transfer-encoding')[0] ?? '').value;
        decoder = decoderFor(encoding, fault);
        sink = sinkFor(event.part);
      } else if (event.kind === 'body') {
        if (decoder) await sink?.write(decoder.write(event.bytes));
      } else {
        if (decoder) await sink?.write(decoder.end());
        await sink?.end(event.parts);
        sink = null;
        decoder = null;
      }
    }
  }

  return {
    feed: (chunk: Buffer) => handle(splitter.feed(chunk)),
    async end() {
      await handle(splitter.end());
      const { text, html } = bodyOf([...sections.values()]);
      const shown = new Set<string>();
      for (const [, id = ''] of (html ?? '').matchAll(/cid:([^"'\s>)]{1,998})/gi)) shown.add(decoded(id));
      const attachments = files.map((file) => ({
        ...file,
        inline: file.contentId !== null && shown.has(file.contentId),
      }));
      return { head, ...root, text, html, textKept, attachments, machineParts, embedded };
    },
    async abandon(error: Error) {
      await openFile?.abandon(error);
      await nested?.abandon(error);
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The nearest part whose children say the same in different forms. */
function alternativeOf(container: Container | null): Container | null {
  for (let at = container; at; at = at.parent) if (at.type === 'multipart/alternative') return at;
  return null;
}
