/**
 * The one table of problem codes (RFC 9457). A code fixes the status and the title; the detail says what happened
 * this time and what to do about it.
 */
export const PROBLEMS = {
  invalid: { status: 422, title: 'Some fields need attention' },
  malformed: { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  stale: { status: 409, title: 'Somebody changed this in the meantime' },
  conflict: { status: 409, title: 'This cannot be done as things stand' },
  in_flight: { status: 409, title: 'The same request is still being worked on' },
  idempotency_mismatch: { status: 422, title: 'This Idempotency-Key was used for another request' },
  transition_refused: { status: 409, title: 'The ticket cannot go there from here' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_media_type: { status: 415, title: 'This kind of content is not taken here' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  insufficient_storage: { status: 507, title: 'The server has no room left' },
  unavailable: { status: 503, title: 'The service cannot answer right now' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field at fault: `path` is the field's dotted path in the body or query, `message` says what is allowed. */
export type FieldError = { path: string; message: string };

/** A refusal that people are meant to read. Everything else that is thrown is a defect and shows as `internal`. */
export class Fault extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    detail: string,
    options: { errors?: readonly FieldError[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** Bad input: names each field and what is allowed there. */
export function invalid(errors: readonly FieldError[]): Fault {
  return new Fault('invalid', errors.map((error) => `${error.path}: ${error.message}`).join('; '), { errors });
}

/** A row that is not there or that the reader may not see: both look the same on purpose. */
export function notFound(what: string): Fault {
  return new Fault('not_found', `There is no such ${what}, or you may not see it.`);
}

/** A save on top of a version the writer has not seen. `version` is the one stored now. */
export function staleVersion(what: string, version: number): Fault {
  return new Fault('stale', `This ${what} was changed by somebody else. Look at the change, then save again.`, {
    extra: { version },
  });
}

export function forbidden(detail: string): Fault {
  return new Fault('forbidden', detail);
}

/** The program cannot start; the message is one line that says what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
