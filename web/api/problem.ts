import type { Problem } from '#shared/http.ts';

/** What the server, or the way to it, refused. `code` is one of the server's problem codes, or `offline`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly errors: readonly { path: string; message: string }[];
  /** The version stored now, after a save on top of another. */
  readonly version: number | null;
  /** More than the code says, for example `stale_sign_in`. */
  readonly reason: string | null;
  /** Seconds to wait before asking again, when the server said so. */
  readonly retryAfter: number | null;

  constructor(problem: Partial<Problem> & { status: number; reason?: string }, retryAfter: number | null = null) {
    super(problem.detail ?? 'The server gave an answer that this page does not understand. Reload the page.');
    this.status = problem.status;
    this.code = problem.code ?? 'internal';
    this.title = problem.title ?? 'Something went wrong';
    this.requestId = problem.requestId ?? null;
    this.errors = problem.errors ?? [];
    this.version = problem.version ?? null;
    this.reason = problem.reason ?? null;
    this.retryAfter = retryAfter;
  }
}

/** The server cannot be reached: no network, or it is not running. */
export function offlineProblem(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'offline',
    title: 'No connection',
    detail: 'Fettle cannot be reached right now. What you typed is kept; try again when the connection is back.',
  });
}

/** Any thrown value as a problem that can be shown. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({
    status: 0,
    code: 'internal',
    title: 'This page has a fault',
    detail: 'Something went wrong in this page, not on the server. Reload it; what you typed is kept.',
  });
}

export const isCode = (error: unknown, code: string): boolean => error instanceof ApiProblem && error.code === code;

/** Messages by field path, for forms. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, sentence(message)]));
}

/** `rule.until is before the start` → `Until: is before the start.`: what is wrong with something that has no field here. */
export function sayError({ path, message }: { path: string; message: string }): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${/[.!?]$/.test(message) ? message : `${message}.`}`;
}

/** `must be …` → `Must be ….`: the server's fragments as sentences below a field. */
function sentence(message: string): string {
  const trimmed = message.trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
