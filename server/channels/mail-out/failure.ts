import { EgressRefused } from '#platform/egress/index.ts';
import { oneLine } from './one-line.ts';

/** Why a mail was not taken. */
export type Failure = {
  /** In the server's own words where it said any. */
  text: string;
  /** The setting at fault; null where it is the recipient or the mail. */
  field: 'host' | 'security' | 'password' | 'fromAddress' | null;
  /** Trying again would not help. */
  lasting: boolean;
  /** Any other mail would fail as well. */
  everybody: boolean;
};

type Told = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown; message?: unknown };

const LONGEST = 500;
/** "The service is about to close": said of no mail in particular. */
const CLOSING = 421;
const FOR_GOOD = 500;

/** Reads what the mail library threw. */
export function failureOf(error: unknown): Failure {
  const told = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Told;
  const status = typeof told.responseCode === 'number' ? told.responseCode : null;
  const words = typeof told.response === 'string' && told.response !== '' ? told.response : String(told.message);
  const text = oneLine(words).slice(0, LONGEST);
  const field = fieldOf(error, told);
  const everybody = field !== null || status === CLOSING;
  return { text, field, everybody, lasting: !everybody && status !== null && status >= FOR_GOOD };
}

/** What the library calls a mail, or its recipient, that the server did not take. */
const OF_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM']);

function fieldOf(error: unknown, { code, command, message }: Told): Failure['field'] {
  if (error instanceof EgressRefused) return 'host';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'password';
  if (code === 'ETLS' || command === 'STARTTLS' || /certificate|self.signed|altnames|SSL|TLS/i.test(String(message)))
    return 'security';
  if (command === 'MAIL FROM') return 'fromAddress';
  return OF_THE_MAIL.has(String(code)) ? null : 'host';
}
