import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { Fault, type FieldError, PROBLEMS, type ProblemCode } from '#kernel/errors.ts';
import type { Problem } from '#shared/http.ts';

/** Turns whatever was thrown into a `Fault`: known refusals pass, the rest is a defect whose cause goes to the log only. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const thrown = error as Partial<FastifyError>;
  if (thrown.validation) {
    const errors = thrown.validation.map((item): FieldError => {
      const missing = typeof item.params?.missingProperty === 'string' ? `/${item.params.missingProperty}` : '';
      const extra = typeof item.params?.additionalProperty === 'string' ? `/${item.params.additionalProperty}` : '';
      const path =
        `${item.instancePath}${missing}${extra}`.slice(1).replaceAll('/', '.') || (thrown.validationContext ?? 'body');
      return { path, message: sentence(item) };
    });
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
  const code = thrown.statusCode === undefined ? undefined : byStatus[thrown.statusCode];
  if (code) return new Fault(code, thrown.message ?? PROBLEMS[code].title);
  return (
    fromDatabase(error) ??
    new Fault('internal', 'This was not your doing. Try again; if it stays, tell your administrator the request id.', {
      cause: error,
    })
  );
}

function sentence(item: NonNullable<FastifyError['validation']>[number]): string {
  if (item.keyword === 'required') return 'is required';
  if (item.keyword === 'additionalProperties') return 'is not a field here';
  if (item.keyword === 'enum' && Array.isArray(item.params?.allowedValues))
    return `must be one of ${item.params.allowedValues.join(', ')}`;
  return item.message ?? 'is not valid';
}

/** What the database refuses in its own words that a person can act on. SQLSTATE classes: PostgreSQL manual, appendix A. */
function fromDatabase(error: unknown): Fault | undefined {
  if (!(error instanceof pg.DatabaseError)) {
    const unreachable =
      error instanceof Error &&
      /ECONNREFUSED|timeout exceeded when trying to connect|Connection terminated/.test(error.message);
    return unreachable
      ? new Fault('unavailable', 'The database does not answer right now. Nothing was saved; try again shortly.', {
          cause: error,
        })
      : undefined;
  }
  switch (error.code) {
    case '23505':
      return new Fault('invalid', 'Something with this name or key exists already.', {
        cause: error,
        errors: [{ path: columnsOf(error), message: 'is taken already' }],
      });
    case '23503':
      return new Fault('invalid', 'Something this refers to does not exist, or is still in use.', {
        cause: error,
        errors: [{ path: columnsOf(error), message: 'does not exist here or is in use' }],
      });
    case '23514':
    case '22P02':
    case '22003':
      return new Fault('malformed', 'A value is outside what is allowed.', { cause: error });
    case '22021':
    case '22P05':
      return new Fault('malformed', 'A text holds a character that no text may hold (NUL).', { cause: error });
    case '42501':
      return new Fault('not_found', 'There is no such thing, or you may not see it.', { cause: error });
    case '57014':
      return new Fault('unavailable', 'This took too long and was stopped. Narrow it down and try again.', {
        cause: error,
      });
    case '53100':
    case '53300':
    case '57P01':
    case '57P03':
      return new Fault(
        error.code === '53100' ? 'insufficient_storage' : 'unavailable',
        'The database cannot take this right now. Nothing was saved; try again shortly.',
        { cause: error },
      );
    default:
      return undefined;
  }
}

/**
 * The field at fault: from the constraint's detail, `Key (client_id, lower(name))=(…)` → `name`, the last one named. Under row-level
 * security PostgreSQL keeps the detail to itself; then from the constraint's name, `sites_name` or `macros_owner_id_fkey`.
 */
function columnsOf(error: pg.DatabaseError): string {
  const columns = /^Key \((.*?)\)=\(/.exec(error.detail ?? '')?.[1] ?? '';
  const named = columns
    .split(',')
    .map((column) => column.trim().replace(/^lower\((.*)\)$/, '$1'))
    .filter((column) => column && column !== 'client_id');
  return camel(named.at(-1) ?? byConstraint(error)) || 'body';
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function byConstraint({ table, constraint }: pg.DatabaseError): string {
  if (!table || !constraint?.startsWith(`${table}_`)) return '';
  return constraint.slice(table.length + 1).replace(/^client_id_|^pkey$|_?f?key$/g, '');
}

/** Sends the problem document; a defect is logged with its cause. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = toFault(error);
  const { status, title } = PROBLEMS[fault.code];
  if (status >= 500) request.log.error({ err: fault.cause ?? fault }, 'http: a request failed');
  const problem: Problem = {
    type: `/docs/problems#${fault.code}`,
    title,
    status,
    detail: fault.message,
    code: fault.code,
    requestId: String(request.id),
    ...(fault.errors.length > 0 ? { errors: [...fault.errors] } : {}),
    ...fault.extra,
  };
  if (status === 429 || status === 503) reply.header('retry-after', String(fault.extra.retryAfter ?? 5));
  return reply.code(status).header('content-type', 'application/problem+json').serializer(JSON.stringify).send(problem);
}
