import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Fault, PROBLEMS, type ProblemCode } from '#kernel/errors.ts';
import type { Problem } from '#shared/http.ts';
import { fromDatabase } from './database-fault.ts';
import { fieldFaults } from './field-words.ts';
import { saidTo } from './said-to.ts';

/** Turns whatever was thrown into a `Fault`: known refusals pass, the rest is a defect whose cause goes to the log only. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const thrown = error as Partial<FastifyError>;
  if (thrown.validation) {
    const errors = fieldFaults(thrown.validation, thrown.validationContext ?? 'body');
    return new Fault('malformed', errors.map((item) => `${item.path}: ${item.message}`).join('; '), { errors });
  }
  const byStatus: Partial<Record<number, ProblemCode>> = {
    400: 'malformed',
    404: 'not_found',
    405: 'method_not_allowed',
    413: 'too_large',
    415: 'unsupported_media_type',
    429: 'too_many_requests',
  };
  const { statusCode = 500 } = thrown;
  // What the server itself refuses before a route is asked, such as an address that is too long (414), is the caller's to mend.
  const code = byStatus[statusCode] ?? (statusCode >= 400 && statusCode < 500 ? 'malformed' : undefined);
  if (code) return new Fault(code, thrown.message ?? PROBLEMS[code].title);
  return (
    fromDatabase(error) ??
    new Fault('internal', 'This was not your doing. Try again; if it stays, tell your administrator the request id.', {
      cause: error,
    })
  );
}

/** Sends the problem document; a defect is logged with its cause. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = toFault(error);
  const { status, title } = PROBLEMS[fault.code];
  if (status === 503) request.log.warn({ err: fault.cause ?? fault }, 'http: a request could not be answered now');
  else if (status >= 500) request.log.error({ err: fault.cause ?? fault }, 'http: a request failed');
  const said = saidTo(request);
  const problem: Problem = {
    type: `/guide/problems#${fault.code}`,
    title: said(title),
    status,
    detail: said(fault.message),
    code: fault.code,
    requestId: String(request.id),
    ...(fault.errors.length > 0
      ? { errors: fault.errors.map(({ path, message }) => ({ path, message: said(message) })) }
      : {}),
    ...fault.extra,
  };
  if (status === 429 || status === 503) reply.header('retry-after', String(fault.extra.retryAfter ?? 5));
  return reply.code(status).header('content-type', 'application/problem+json').serializer(JSON.stringify).send(problem);
}
