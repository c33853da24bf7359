import { EgressRefused, PrivateAddressRefused } from '#platform/egress/index.ts';
import { lineWords } from '../line-words.ts';
import { ProviderFault, type ProviderOptions } from '../provider.ts';
import type { Pace } from './pace.ts';
import { retryAfterMs } from './retry-after.ts';
import { masked, saidIn } from './said.ts';
import type { TokenKeeper } from './token.ts';

const TRIES = 4;
const FIRST_PAUSE_MS = 1_000;
/** After a refusal for too many calls that does not say how long. */
const LIMITED_PAUSE_MS = 5_000;
/** Whoever asks for a longer pause is asked again by another run, not waited for. */
const LONGEST_PAUSE_MS = 120_000;
/** Nothing listens there, or there is no such host. */
const NOBODY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A call of the vendor's API. One of `json`, `form` and `text` at most is its body. */
export type Call = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Behind the base address, or the whole address of a further page, which must be of the same origin. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly text?: string;
  /** Whether it may be done twice; a GET always. */
  readonly isRepeatable?: boolean;
  /** Goes without the token: the call that asks for one. */
  readonly isBare?: boolean;
};

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Buffer };

export type CallerOptions = Pick<ProviderOptions, 'baseUrl' | 'fetch' | 'now' | 'wait' | 'signal'> & {
  /** As administrators know it; sentences begin with it. */
  readonly vendor: string;
  /** What no message may say. */
  readonly secrets: readonly string[];
  /** Whose turn a call takes. */
  readonly pace: (call: Call) => Pace;
  /** The token, and the headers that show it. */
  readonly token?: TokenKeeper;
  readonly authorised?: (token: string) => Readonly<Record<string, string>>;
  /**
   * What the vendor means by an answer where that is other than usual, also by a 200; null for the usual. `said` is what its body says,
   * without secrets.
   */
  readonly judge?: (answer: Answer, call: Call, said: string) => ProviderFault | null;
};

/**
 * Calls one vendor: at its pace, with the token renewed once, again after what passes by. Both throw `ProviderFault`, or the signal's
 * reason where the work was stopped.
 */
export type Caller = {
  /** The answer to a call that went well (2xx). */
  send(call: Call): Promise<Answer>;
  /** The same, read as JSON; null for an empty body. */
  json(call: Call): Promise<unknown>;
};

/** Why a try failed, and after what pause the next one makes sense; null where none does. */
type Failed = { readonly fault: ProviderFault; readonly pauseMs: number | null };

export function openCaller(options: CallerOptions): Caller {
  const { vendor, signal, now, token } = options;
  const hidden = (text: string) => masked(text, [...options.secrets, token?.secret ?? null]);
  const fault = (kind: ProviderFault['kind'], message: string, more?: { retryAfterMs?: number; cause?: unknown }) =>
    new ProviderFault(kind, hidden(message), more);
  let hasAnswered = false;

  const once = async (call: Call, shown: string | null): Promise<Answer | Failed> => {
    const url = addressOf(options.baseUrl, call, () =>
      fault('malformed', `${vendor} says that the next page is at another address; it is not asked for.`),
    );
    await options.pace(call).turn();
    let answer: Answer;
    try {
      const response = await options.fetch(
        url,
        requestOf(call, signal, shown === null ? {} : options.authorised?.(shown)),
      );
      const body = Buffer.from(await response.arrayBuffer());
      answer = { status: response.status, headers: response.headers, body };
      hasAnswered = true;
    } catch (error) {
      signal.throwIfAborted();
      return unanswered(call, error);
    }
    const said = hidden(saidIn(answer.body));
    const judged = options.judge?.(answer, call, said);
    if (judged) return { fault: judged, pauseMs: null };
    return answer.status >= 200 && answer.status < 300 ? answer : refused(call, answer, said);
  };

  const unanswered = (call: Call, error: unknown): Failed => {
    const { name, code, message } = error as NodeJS.ErrnoException;
    if (error instanceof PrivateAddressRefused)
      return {
        fault: fault(
          'unreachable',
          `${vendor} may not be called, since ${message}. If it stands in your own network, name its host under “Where connectors may reach”.`,
        ),
        pauseMs: null,
      };
    if (error instanceof EgressRefused)
      return { fault: fault('unreachable', `${vendor} may not be called: ${message}.`), pauseMs: null };
    // Nobody else ends a call: it took too long.
    const why = name === 'TimeoutError' || name === 'AbortError' ? ' in time' : `: ${lineWords(code)}`;
    // Who was there a moment ago starts anew, perhaps; an address where nobody ever was is wrong, and is said at once.
    const isNowhere = !hasAnswered && NOBODY.has(code ?? '');
    return {
      fault: fault('unreachable', `${vendor} did not answer${why}.`, { cause: error }),
      pauseMs: isRepeatable(call) && !isNowhere ? FIRST_PAUSE_MS : null,
    };
  };

  const refused = (call: Call, { status, headers }: Answer, said: string): Failed => {
    const words = said === '' ? `HTTP ${status}` : `HTTP ${status}: ${said}`;
    const asked = retryAfterMs(headers, now());
    const more = asked === null ? {} : { retryAfterMs: asked };
    if (status === 401)
      return { fault: fault('refused', `${vendor} does not take the credentials (${words}).`), pauseMs: null };
    if (status === 403) return { fault: fault('forbidden', `${vendor} forbids this call (${words}).`), pauseMs: null };
    if (status === 404)
      return { fault: fault('missing', `${vendor} does not have what was asked for (${words}).`), pauseMs: null };
    // A call that is refused for being one too many was not done, so it may be made again whatever it is.
    if (status === 429)
      return {
        fault: fault('limited', `${vendor} asks for fewer calls (${words}).`, more),
        pauseMs: asked ?? LIMITED_PAUSE_MS,
      };
    if (status >= 500 || status === 408)
      return {
        fault: fault('unreachable', `${vendor} is out of order (${words}).`, more),
        pauseMs: isRepeatable(call) ? (asked ?? FIRST_PAUSE_MS) : null,
      };
    if (status >= 300 && status < 400)
      return {
        fault: fault('malformed', `${vendor} sends elsewhere (HTTP ${status}): is the address right?`),
        pauseMs: null,
      };
    return { fault: fault('malformed', `${vendor} does not take this call (${words}).`), pauseMs: null };
  };

  const send = async (call: Call): Promise<Answer> => {
    let isRenewed = false;
    for (let tries = 1; ; tries++) {
      const shown = call.isBare || !token ? null : await token.current();
      const answer = await once(call, shown);
      if ('status' in answer) return answer;
      if (answer.fault.kind === 'refused' && shown !== null && token && !isRenewed) {
        isRenewed = true;
        await token.renew(shown);
        continue;
      }
      const pause = answer.pauseMs === null ? null : pauseOf(answer, tries);
      if (pause === null || tries >= TRIES || pause > LONGEST_PAUSE_MS) throw answer.fault;
      if (answer.fault.kind === 'limited') options.pace(call).hold(pause);
      else await options.wait(pause);
      signal.throwIfAborted();
    }
  };

  return {
    send,
    async json(call) {
      const { body } = await send(call);
      if (body.length === 0) return null;
      try {
        return JSON.parse(body.toString()) as unknown;
      } catch {
        const what = body.toString().trimStart().startsWith('<') ? 'a page' : 'something';
        throw fault('malformed', `${vendor} answered ${what} that is no JSON: is the address right?`);
      }
    },
  };
}

const isRepeatable = ({ method = 'GET', isRepeatable = method === 'GET' }: Call): boolean => isRepeatable;

/** What was asked for is kept to; else it grows, and differs so that many do not come back at once. */
function pauseOf({ fault, pauseMs }: Failed, tries: number): number {
  if (fault.retryAfterMs !== null) return fault.retryAfterMs;
  return (pauseMs ?? 0) * 2 ** (tries - 1) * (0.75 + Math.random() / 2);
}

function addressOf(baseUrl: string, { path, query = {} }: Call, elsewhere: () => ProviderFault): string {
  const base = new URL(baseUrl);
  const isWhole = /^[a-z][a-z\d+.-]*:|^\/\//i.test(path);
  if (isWhole ? !URL.canParse(path, base) : !path.startsWith('/')) throw elsewhere();
  const url = isWhole ? new URL(path, base) : new URL(`${baseUrl}${path}`);
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') throw elsewhere();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value));
  url.hash = '';
  return url.href;
}

function requestOf(
  { method = 'GET', headers, json, form, text }: Call,
  signal: AbortSignal,
  shown: object | undefined,
) {
  const body = form ? new URLSearchParams(form) : json === undefined ? text : JSON.stringify(json);
  return {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
      ...shown,
    },
    ...(body === undefined ? {} : { body }),
  };
}
