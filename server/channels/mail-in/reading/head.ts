import { headerText } from './header-words.ts';

/** The header of a mail or of a part. */
export type Head = { values(name: string): string[]; names: readonly string[] };

/** Most bytes of one header's block, and of one line in it. */
export const MOST_HEAD = 1_048_576;
const MOST_LINE = 65_536;
/** The least a line counts, because each costs more than its bytes. */
const LINE_COST = 64;
/** What a mail cannot be handled without is kept though the block is too large. */
const NEEDED =
  /^(from|to|cc|sender|reply-to|subject|date|message-id|in-reply-to|references|content-[a-z-]+|auto-submitted|precedence|return-path|mime-version)[ \t]*:/i;
const FIELD = /^[!-9;-~]{1,200}[ \t]*:/;
/** Names by which a block is known to go on behind a line that is none of a header. */
const KNOWN =
  /^(from|to|cc|sender|reply-to|subject|date|message-id|in-reply-to|references|content-[a-z-]+|received|mime-version|return-path|x-[a-z0-9-]+|dkim-signature|authentication-results)[ \t]*:/i;

const BLANK = Buffer.from(' ');

type Line = { pieces: Buffer[]; size: number };

const isBlank = (bytes: Buffer) => bytes.length <= 2 && (bytes[0] === 0x0a || (bytes[0] === 0x0d && bytes[1] === 0x0a));
const startOf = (line: Line) => line.pieces[0]?.subarray(0, 300).toString('latin1') ?? '';
const continues = (start: string) => start.startsWith(' ') || start.startsWith('\t');

/** What is to happen after a line: go on, or the body begins, perhaps with bytes that looked like header until then. */
export type HeadStep = 'more' | { body: Buffer };

/** Collects the lines of a header up to its limits. `fault` hears what was left out. */
export function collectHead(fault: (sentence: string) => void, top: boolean) {
  const lines: Line[] = [];
  let size = 0;
  let keeping = true;
  let needed = 0;
  let cut = false;

  function begin(bytes: Buffer): void {
    const start = bytes.subarray(0, 300).toString('latin1');
    const cost = Math.max(bytes.length, LINE_COST);
    if (size + cost <= MOST_HEAD) keeping = true;
    else if (!continues(start)) keeping = NEEDED.test(start) && needed++ < 200;
    if (!keeping) {
      if (!cut) fault('The header is larger than 1 MB; what came after that was left out.');
      cut = true;
      return;
    }
    size += cost;
    lines.push({ pieces: [bytes.subarray(0, MOST_LINE)], size: Math.min(bytes.length, MOST_LINE) });
    if (bytes.length > MOST_LINE) tooLong();
  }
  let long = false;
  function tooLong(): void {
    if (!long) fault('A line of the header is longer than 64 kB; its rest was left out.');
    long = true;
  }

  return {
    /** A line, or a piece of one (`fresh` false: of the line before). */
    add(bytes: Buffer, fresh: boolean): HeadStep {
      if (!fresh) {
        const line = lines.at(-1);
        if (!(keeping && line)) return 'more';
        const room = MOST_LINE - line.size;
        if (bytes.length > room) tooLong();
        if (room > 0) line.pieces.push(bytes.subarray(0, room));
        line.size += Math.min(room, bytes.length);
        return 'more';
      }
      if (isBlank(bytes)) {
        if (top && lines.length === 0 && needed++ < 5) return 'more';
        return { body: splitBody(lines, bytes, fault) };
      }
      const start = bytes.subarray(0, 300).toString('latin1');
      if (lines.length === 0 && !FIELD.test(start) && !/^>?From /.test(start)) {
        if (top) fault('The mail has no header.');
        return { body: bytes };
      }
      begin(bytes);
      return 'more';
    },
    /** The body that was taken for header, when the input or the part ends before an empty line. */
    rest: (): Buffer => splitBody(lines, Buffer.alloc(0), fault),
    head: (): Head => headOf(lines),
  };
}

/** Finds where a block without an empty line turns into text, takes that out of the lines and gives it. */
function splitBody(lines: Line[], blank: Buffer, fault: (sentence: string) => void): Buffer {
  const starts = lines.map(startOf);
  const stray = starts.findIndex((start, at) => at > 0 && !continues(start) && !FIELD.test(start));
  if (stray < 0) return Buffer.alloc(0);
  const goesOn = starts.slice(stray + 1).some((start) => KNOWN.test(start));
  if (goesOn) {
    fault('The header holds lines that belong to none of its fields.');
    return Buffer.alloc(0);
  }
  fault('No empty line separates the header from the text.');
  const body = lines.splice(stray).flatMap((line) => line.pieces);
  return Buffer.concat([...body, blank]);
}

function headOf(lines: readonly Line[]): Head {
  const fields = new Map<string, string[]>();
  const names: string[] = [];
  let open: { name: string; pieces: Buffer[] } | null = null;
  const close = () => {
    if (!open) return;
    const text = headerText(Buffer.concat(open.pieces))
      .replace(/\r?\n[ \t]*/g, ' ')
      .replace(/\0/g, '');
    const value = text.slice(text.indexOf(':') + 1).trim();
    const list = fields.get(open.name);
    if (list) list.push(value);
    else fields.set(open.name, [value]);
    open = null;
  };
  for (const line of lines) {
    const start = startOf(line);
    if (continues(start) || !FIELD.test(start)) {
      const held: { name: string; pieces: Buffer[] } | null = open;
      held?.pieces.push(BLANK, ...line.pieces);
      continue;
    }
    close();
    const name = start.slice(0, start.indexOf(':')).trim().toLowerCase();
    names.push(name);
    open = { name, pieces: [...line.pieces] };
  }
  close();
  return { values: (name) => fields.get(name.toLowerCase()) ?? [], names };
}

/** The fields of a header that stands as a text of its own: of a returned mail, or a group of a report. */
export function headOfText(text: string): Head {
  const collected = collectHead(() => {}, false);
  for (const line of text.trimStart().split('\n')) {
    if (line.trim() === '') break;
    if (collected.add(Buffer.from(`${line}\n`), true) !== 'more') break;
  }
  collected.rest();
  return collected.head();
}
