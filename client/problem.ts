/** What a refusal says on the wire (RFC 9457). */
type Said = {
  status: number;
  code?: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: { path: string; message: string }[];
  version?: number;
  reason?: string;
};

/** What the server, or the way to it, refused. `code` is one of the server's problem codes, or `offline`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** The HTTP status; 0 where nothing came back. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** By which the server's log knows the request. */
  readonly requestId: string | null;
  /** The fields that are wrong. */
  readonly errors: readonly { path: string; message: string }[];
  /** The version stored now, after a save on top of another. */
  readonly version: number | null;
  /** More than the code says, for example `stale_sign_in`. */
  readonly reason: string | null;
  /** Seconds to wait before asking again, when the server said so. */
  readonly retryAfter: number | null;

  constructor(said: Said, retryAfter: number | null = null) {
    super(said.detail ?? 'The answer was not understood: it did not come from Fettle, or from another version of it.');
    this.status = said.status;
    this.code = said.code ?? 'internal';
    this.title = said.title ?? 'Something went wrong';
    this.requestId = said.requestId ?? null;
    this.errors = said.errors ?? [];
    this.version = said.version ?? null;
    this.reason = said.reason ?? null;
    this.retryAfter = retryAfter;
  }
}

/** What a refused request says, whoever refused it. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const said: unknown = await answer.json().catch(() => null);
  const problem = typeof said === 'object' && said !== null ? said : {};
  return new ApiProblem({ ...problem, status: answer.status }, Number.isFinite(seconds) ? seconds : null);
}

/** The server cannot be reached: no network, or it is not running. */
export function offlineProblem(cause?: unknown): ApiProblem {
  const problem = new ApiProblem({
    status: 0,
    code: 'offline',
    title: 'No connection',
    detail: 'Fettle cannot be reached right now. Try again when the connection is back.',
  });
  problem.cause = cause;
  return problem;
}
