import { EgressRefused } from '#platform/egress/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { GraphRefused } from '#server/channels/graph/index.ts';
import { GRAPH_TROUBLE } from './graph.ts';

/** Why a mail was not taken. */
export type Failure = {
  /** In the server's own words where it said any. */
  text: string;
  /** The setting at fault; null where it is the recipient or the mail. */
  field: 'host' | 'security' | 'password' | 'fromAddress' | 'mailboxId' | null;
  /** Trying again would not help. */
  lasting: boolean;
  /** Any other mail would fail as well. */
  everybody: boolean;
  /** How long the server asks to be left in peace, at least. */
  peaceMs: number;
};

type Told = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown; message?: unknown };

const LONGEST = 500;
/** "The service is about to close": said of no mail in particular. */
const CLOSING = 421;
const FOR_GOOD = 500;

/** Reads what the mail library threw, or Microsoft Graph. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GraphRefused) return graphFailure(error);
  const told = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Told;
  const status = typeof told.responseCode === 'number' ? told.responseCode : null;
  const words = typeof told.response === 'string' && told.response !== '' ? told.response : String(told.message);
  const text = oneLine(words).slice(0, LONGEST);
  const field = fieldOf(error, told);
  const everybody = field !== null || status === CLOSING;
  return { text, field, everybody, lasting: !everybody && status !== null && status >= FOR_GOOD, peaceMs: 0 };
}

/** "Come later", and what is said of a mailbox. */
const OF_THE_MAILBOX = new Set([401, 403, 404, 429, 503, 504]);

/** What Graph refuses for another reason than that the mailbox cannot be sent from is about the mail: for good, unless it failed in passing. */
function graphFailure(refused: GraphRefused): Failure {
  const field =
    refused.code === 'ErrorSendAsDenied' ? 'fromAddress' : OF_THE_MAILBOX.has(refused.status) ? 'mailboxId' : null;
  return {
    text: oneLine(refused.message).slice(0, LONGEST),
    field,
    everybody: field !== null,
    lasting: field === null && !refused.isPassing,
    peaceMs: refused.retryAfterMs ?? 0,
  };
}

/** What the library calls a mail, or its recipient, that the server did not take. */
const OF_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM']);

function fieldOf(error: unknown, { code, command, message }: Told): Failure['field'] {
  if (code === GRAPH_TROUBLE) return 'mailboxId';
  if (error instanceof EgressRefused) return 'host';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'password';
  if (code === 'ETLS' || command === 'STARTTLS' || /certificate|self.signed|altnames|SSL|TLS/i.test(String(message)))
    return 'security';
  if (command === 'MAIL FROM') return 'fromAddress';
  return OF_THE_MAIL.has(String(code)) ? null : 'host';
}
