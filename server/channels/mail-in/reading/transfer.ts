/** Undoes a transfer encoding piece by piece; `end` gives what was held back. */
export type Decoder = { write(bytes: Buffer): Buffer; end(): Buffer };

const NOTHING = Buffer.alloc(0);

/** As it came. */
const plain = (): Decoder => ({ write: (bytes) => bytes, end: () => NOTHING });

/** Base64, also in pieces that were each padded and joined afterwards; a cut end gives what can be read of it. */
function base64(fault: (sentence: string) => void): Decoder {
  let held = '';
  const decode = (final: boolean): Buffer => {
    const pieces: Buffer[] = [];
    const runs = held.split(/=+/);
    held = runs.pop() ?? '';
    for (const run of runs) pieces.push(Buffer.from(run, 'base64'));
    const whole = final ? held.length : held.length - (held.length % 4);
    if (final && whole % 4 === 1) fault('A part in base64 is cut off.');
    pieces.push(Buffer.from(held.slice(0, whole), 'base64'));
    held = held.slice(whole);
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  };
  let strange = false;
  return {
    write(bytes) {
      const text = bytes.toString('latin1');
      const letters = text.replace(/[\r\n\t ]+/g, '');
      const clean = letters.replace(/[^A-Za-z0-9+/=]/g, '');
      if (clean.length !== letters.length && !strange) {
        strange = true;
        fault('A part in base64 holds characters that do not belong into it.');
      }
      held += clean;
      return decode(false);
    },
    end: () => decode(true),
  };
}

/** A line without the blanks before its end that a mail server may have added. */
function withoutPadding(line: string): string {
  const ending = line.endsWith('\r') ? '\r' : '';
  let end = line.length - ending.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end) + ending;
}

/** Quoted-printable; what is no proper escape stays as it is. */
function quotedPrintable(): Decoder {
  let held = '';
  const decode = (text: string) => {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const trimmed = lines.map(withoutPadding).join('\n');
    const whole = lines.length > 0 ? `${trimmed}\n${last}` : last;
    return Buffer.from(
      whole.replace(/=\r?\n|=([0-9a-f]{2})/gi, (_, hex) => (hex ? String.fromCharCode(Number.parseInt(hex, 16)) : '')),
      'latin1',
    );
  };
  return {
    write(bytes) {
      held += bytes.toString('latin1');
      // Only whole lines, unless there are none for long.
      let end = held.lastIndexOf('\n') + 1;
      if (held.length - end > 8_192) {
        const sign = held.lastIndexOf('=');
        end = sign > held.length - 4 ? sign : held.length;
      }
      const ready = held.slice(0, end);
      held = held.slice(end);
      return ready === '' ? NOTHING : decode(ready);
    },
    end() {
      // A soft line break at the very end belongs to the line break that the boundary took.
      const rest = decode(held.replace(/=[ \t\r]*$/, ''));
      held = '';
      return rest;
    },
  };
}

/** The decoder for what Content-Transfer-Encoding names; an unknown one leaves the bytes as they are. */
export function decoderFor(encoding: string, fault: (sentence: string) => void): Decoder {
  switch (encoding) {
    case 'base64':
      return base64(fault);
    case 'quoted-printable':
      return quotedPrintable();
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return plain();
    default:
      fault(`The transfer encoding “${encoding.slice(0, 40)}” is not known; the part is kept as it came.`);
      return plain();
  }
}
