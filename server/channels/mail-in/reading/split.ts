import { collectHead, type Head } from './head.ts';
import { parseHeaderValue } from './parameters.ts';

/** A multipart that others lie in. */
export type Container = { type: string; parent: Container | null; depth: number; children: number };

/** `leaf` has content of its own; the others are text where none belongs: before the first part and behind the last. */
export type PartRole = 'leaf' | 'preamble' | 'epilogue' | 'rest';

export type Part = {
  role: PartRole;
  head: Head;
  type: string;
  parameters: ReadonlyMap<string, string>;
  /** Null for the mail itself. */
  container: Container | null;
};

export type SplitEvent =
  /** The header of the whole mail, or of a multipart. */
  | { kind: 'head'; head: Head; type: string; parameters: ReadonlyMap<string, string>; container: Container | null }
  | { kind: 'part'; part: Part }
  | { kind: 'body'; bytes: Buffer }
  /** `parts`: how many parts the container of what ends has begun until then. */
  | { kind: 'close'; parts: number };

/** Most parts of a mail, and most multiparts within each other. */
export const MOST_PARTS = 500;
export const MOST_DEPTH = 30;
/** A line that is longer is no boundary. */
const LONGEST_BOUNDARY_LINE = 1_200;

type Level = { boundary: string | null; container: Container; closed: boolean };

/** Bytes that show how lines end. */
const OPENING = 4_096;

const NO_HEAD: Head = { values: () => [], names: [] };
const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** How many bytes of line end stand right before a place. */
function lineEndBefore(bytes: Buffer, at: number, from: number): number {
  if (at <= from || bytes[at - 1] !== LF) return 0;
  return at - 2 >= from && bytes[at - 2] === CR ? 2 : 1;
}

/**
 * Cuts a mail into its parts as its bytes come in. What a piece of input brings about is given back as a list, so that
 * whoever consumes it can wait in between. Knows no encodings and keeps nothing but headers and one unfinished line.
 */
export function splitMail(fault: (sentence: string) => void) {
  const levels: Level[] = [];
  let events: SplitEvent[] = [];
  let head: ReturnType<typeof collectHead> | null = collectHead(fault, true);
  let parts = 0;
  let open: Part | null = null;
  let resting = false;
  /** Bytes not yet handled: the line end before an unfinished line, and that line. */
  let held: Buffer = Buffer.alloc(0);
  let lead = 0;
  let midLine = false;
  let macintosh: boolean | null = null;
  let opening: Buffer = Buffer.alloc(0);
  /** A line before the first part that may be a boundary which the header names wrongly. */
  let suspect: string | null = null;

  const top = () => levels.at(-1) ?? null;
  const body = (bytes: Buffer) => {
    if (bytes.length > 0) events.push({ kind: 'body', bytes });
  };
  function close(): void {
    if (open) events.push({ kind: 'close', parts: open.container?.children ?? 0 });
    open = null;
  }
  function openPart(part: Part): void {
    close();
    open = part;
    events.push({ kind: 'part', part });
  }
  function stray(role: 'preamble' | 'epilogue' | 'rest'): void {
    openPart({ role, head: NO_HEAD, type: 'text/plain', parameters: new Map(), container: top()?.container ?? null });
  }

  /** The header is complete: a multipart begins, or a part with content. */
  function endHead(rest: Buffer): void {
    if (!head) return;
    const values = head.head();
    head = null;
    const container = top()?.container ?? null;
    const digest = container?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const { value, parameters } = parseHeaderValue(values.values('content-type')[0] ?? digest);
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : digest;
    const multipart = type.startsWith('multipart/');
    if (levels.length === 0 || multipart) events.push({ kind: 'head', head: values, type, parameters, container });
    if (multipart && levels.length < MOST_DEPTH) {
      const boundary = (parameters.get('boundary') ?? '').trimEnd();
      if (boundary === '') fault('A part that holds others does not say where they are separated.');
      levels.push({
        boundary: boundary === '' ? null : boundary,
        container: { type, parent: container, depth: levels.length + 1, children: 0 },
        closed: false,
      });
      stray('preamble');
    } else {
      if (multipart) fault('Parts lie too deep within each other; the inner ones are kept as a file.');
      openPart({ role: 'leaf', head: values, type, parameters, container });
    }
    body(rest);
  }

  /** Ends a header that no empty line ended. */
  function breakHead(): void {
    if (head) endHead(head.rest());
  }

  function startPart(): void {
    parts += 1;
    if (parts > MOST_PARTS) {
      fault(`The mail has more than ${MOST_PARTS} parts; the rest is kept as one file.`);
      resting = true;
      stray('rest');
      return;
    }
    close();
    head = collectHead(fault, false);
  }

  /** Whether a line separates parts: the level it belongs to and whether it closes that. */
  function boundaryIn(line: string): { index: number; last: boolean } | null {
    for (let index = levels.length - 1; index >= 0; index--) {
      const boundary = levels[index]?.boundary;
      if (!boundary || !line.startsWith(boundary, 2)) continue;
      const tail = line.slice(2 + boundary.length).trimEnd();
      if (tail === '' || tail === '--') return { index, last: tail === '--' };
    }
    return null;
  }

  function cross({ index, last }: { index: number; last: boolean }): void {
    breakHead();
    const owner = levels[index];
    if (owner && !last) owner.container.children += 1;
    close();
    if (levels.slice(index + 1).some(({ closed }) => !closed)) fault('A part that holds others does not end.');
    levels.length = index + 1;
    const level = top();
    if (!level) return;
    if (last) {
      level.closed = true;
      stray('epilogue');
    } else startPart();
  }

  /** Follows a boundary that the header names wrongly: a line of dashes that a part's header follows. */
  function adopt(line: string): boolean {
    const level = top();
    if (!suspect || !level || level.container.children > 0 || !/^content-[a-z-]+[ \t]*:/i.test(line)) return false;
    fault('The parts are separated otherwise than the header says.');
    level.boundary = suspect;
    suspect = null;
    level.container.children += 1;
    startPart();
    return true;
  }

  /** Goes through what is at hand line by line. `final`: nothing more will come. */
  function run(bytes: Buffer, final: boolean): void {
    let at = lead;
    /** From where on the bytes of the open part were not handed on. */
    let from = 0;
    const flush = (to: number) => {
      if (open && to > from) body(bytes.subarray(from, to));
      from = to;
    };
    while (at < bytes.length) {
      const lf = bytes.indexOf(LF, at);
      const whole = lf >= 0;
      const end = whole ? lf + 1 : bytes.length;
      if (!whole && !final) {
        const maybe = end - at <= LONGEST_BOUNDARY_LINE;
        if (maybe && !midLine) break;
        // Too long for a boundary: handed on as it comes, but for a last CR, which may be half a line end.
        const to = bytes[end - 1] === CR ? end - 1 : end;
        if (head) {
          const step = head.add(Buffer.from(bytes.subarray(at, to)), !midLine);
          if (step !== 'more') endHead(step.body);
          from = to;
        } else flush(to);
        midLine = true;
        at = to;
        break;
      }
      const fresh = !midLine;
      midLine = false;
      const dashed =
        fresh &&
        !resting &&
        levels.length > 0 &&
        bytes[at] === DASH &&
        bytes[at + 1] === DASH &&
        end - at <= LONGEST_BOUNDARY_LINE;
      const line = dashed ? bytes.toString('utf8', at, end) : '';
      const found = dashed ? boundaryIn(line) : null;
      if (found) {
        flush(at - lineEndBefore(bytes, at, from));
        cross(found);
        from = resting ? at : end;
        at = end;
        suspect = null;
        continue;
      }
      if (head) {
        const step = head.add(Buffer.from(bytes.subarray(at, end)), fresh);
        from = end;
        if (step !== 'more') endHead(step.body);
      } else if (dashed) {
        suspect = top()?.container.children === 0 ? line.slice(2).trimEnd() : null;
      } else if (fresh && suspect !== null) {
        if (adopt(bytes.toString('latin1', at, Math.min(end, at + 100)))) {
          from = at;
          continue;
        }
        suspect = null;
      }
      at = end;
    }
    if (final) {
      flush(bytes.length);
      held = Buffer.alloc(0);
      return;
    }
    const ending = head || resting ? 0 : lineEndBefore(bytes, at, from);
    flush(at - ending);
    held = Buffer.from(bytes.subarray(at - ending));
    lead = ending;
  }

  const take = () => {
    const given = events;
    events = [];
    return given;
  };

  /** Lines that end in nothing but CR, as old programs write them, are known by the first bytes. */
  function unify(chunk: Buffer, final: boolean): Buffer | null {
    if (macintosh === null) {
      opening = opening.length === 0 ? chunk : Buffer.concat([opening, chunk]);
      const start = opening.subarray(0, OPENING);
      const plain = start.includes(LF);
      if (!plain && !final && opening.length < OPENING) return null;
      macintosh = !plain && start.indexOf(CR) !== start.lastIndexOf(CR);
      chunk = opening;
      opening = Buffer.alloc(0);
    }
    return macintosh ? Buffer.from(chunk.map((byte) => (byte === CR ? LF : byte))) : chunk;
  }
  function feed(chunk: Buffer, final: boolean): void {
    const bytes = unify(chunk, final);
    if (bytes !== null) run(held.length > 0 ? Buffer.concat([held, bytes]) : bytes, final);
  }

  return {
    feed(chunk: Buffer): SplitEvent[] {
      feed(chunk, false);
      return take();
    },
    end(): SplitEvent[] {
      feed(Buffer.alloc(0), true);
      breakHead();
      close();
      if (levels.some(({ closed }) => !closed)) fault('The mail breaks off: its parts do not end.');
      return take();
    },
  };
}
