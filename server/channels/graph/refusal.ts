/** What Microsoft Graph refused. The message is for people and ends with Microsoft's own words. */
export class GraphRefused extends Error {
  override readonly name = 'GraphRefused';
  readonly status: number;
  /** As Microsoft calls it; empty where it called it nothing. */
  readonly code: string;
  /** How long to leave it in peace, where it said so. */
  readonly retryAfterMs: number | null;

  constructor(message: string, told: { status: number; code: string; retryAfterMs: number | null }) {
    super(message);
    this.status = told.status;
    this.code = told.code;
    this.retryAfterMs = told.retryAfterMs;
  }

  /** The same may well be taken later. */
  get isPassing(): boolean {
    return this.status === 429 || this.status === 408 || this.status >= 500;
  }
}

/** What a request is about, for the words of its refusal. */
export type Aim = { user: string; permission: 'Mail.Read' | 'Mail.ReadWrite' | 'Mail.Send' };

const DOING = {
  'Mail.Read': 'read',
  'Mail.ReadWrite': 'mark mail as read in',
  'Mail.Send': 'send from',
} as const;

const LONGEST = 400;
const NO_MAILBOX =
  /^(ErrorInvalidUser|ErrorNonExistentMailbox|MailboxNotEnabledForRESTAPI|MailboxNotFound|ResourceNotFound|Request_ResourceNotFound)$/i;

/** Reads a refusal: `body` is what came, which need not be what Microsoft documents. */
export function refusalFrom(status: number, retryAfter: string | undefined, body: string, aim: Aim): GraphRefused {
  const { code, said } = toldIn(body);
  const words = [code, said].filter((one) => one !== '').join(': ') || `HTTP ${status}`;
  const plain = plainly(status, code, said, aim);
  const message = (plain === null ? words : `${plain} (${words})`).slice(0, LONGEST);
  return new GraphRefused(message, { status, code, retryAfterMs: waitOf(retryAfter) });
}

function toldIn(body: string): { code: string; said: string } {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } | null };
    const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
    return { code: text(error?.code), said: text(error?.message) };
  } catch {
    return { code: '', said: '' };
  }
}

function plainly(status: number, code: string, said: string, { user, permission }: Aim): string | null {
  if (status === 401) return 'Microsoft does not take the token';
  if (status === 429) return 'Microsoft asks to be left in peace for a while';
  if (status === 403 && code === 'ErrorSendAsDenied')
    return 'The mailbox may not send as the sender’s address: give it “Send as” for it';
  if (status === 403 && /OData is disabled|RAOP|AccessPolicy/i.test(said))
    return `An application access policy keeps the application out of ${user}`;
  if (status === 403)
    return `The application may not ${DOING[permission]} ${user}: the permission ${permission} is missing, or does not cover this mailbox`;
  if (NO_MAILBOX.test(code)) return `There is no mailbox ${user} in this tenant`;
  return null;
}

/** Seconds, or an instant (RFC 9110, section 10.2.3). */
function waitOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
