import { Fault } from '#kernel/errors.ts';

const MOST_DEPTH = 16;
/** Values, names and lists together: three times what a server with all its packages has. */
const MOST_PARTS = 150_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = ['"', '\\', ',', ':'].map((one) => one.charCodeAt(0)) as number[];
const OPENING = new Set(['{', '['].map((one) => one.charCodeAt(0)));
const CLOSING = new Set(['}', ']'].map((one) => one.charCodeAt(0)));

/** Reads JSON whose depth and number of parts are counted before anything is built of it. Throws `malformed`. */
export function boundedJson(bytes: Uint8Array): unknown {
  refuseUnbounded(bytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Fault('malformed', 'The message is not JSON.', { cause });
  }
}

function refuseUnbounded(bytes: Uint8Array): void {
  let depth = 0;
  let parts = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
      continue;
    }
    if (byte === QUOTE) inText = true;
    else if (OPENING.has(byte)) {
      depth += 1;
      parts += 1;
    } else if (CLOSING.has(byte)) depth -= 1;
    else if (byte === COMMA || byte === COLON) parts += 1;
    if (depth > MOST_DEPTH) throw new Fault('malformed', `The message is nested deeper than ${MOST_DEPTH}.`);
    if (parts > MOST_PARTS) throw new Fault('malformed', `The message has more than ${MOST_PARTS} parts.`);
  }
}
