import type { FastifyRequest } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import { Fault } from '#kernel/errors.ts';

type Taken = { body?: TSchema | undefined; query?: TObject | undefined };

const fieldsOf = (schema: TSchema | undefined) =>
  (schema as { properties?: Record<string, unknown> } | undefined)?.properties ?? {};

function refuse(message: string): Fault {
  return new Fault('malformed', `If-Match: ${message}`, { errors: [{ path: 'If-Match', message }] });
}

/**
 * `If-Match: "7"`, from the ETag of an answer, says the same as `version: 7` in the body or query of a route that takes one. Where
 * a route checks no version the header is refused: to ignore it would overwrite what the caller wanted kept.
 */
export function takeIfMatch(request: FastifyRequest, { body, query }: Taken): void {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return;
  const given = /^"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (given === undefined) throw refuse('must be the ETag of the thing that you change, such as "7"');
  const target = ('version' in fieldsOf(body) ? request.body : 'version' in fieldsOf(query) ? request.query : null) as {
    version?: unknown;
  } | null;
  if (target === null || typeof target !== 'object') throw refuse('is not checked at this address; leave it out');
  if (target.version !== undefined && target.version !== Number(given))
    throw refuse('names another version than the body');
  target.version = Number(given);
}

/** The ETag of an answer that has a version, or whose ticket has one. */
export function etagOf(value: unknown): string | null {
  const { version, ticket } = (value ?? {}) as { version?: unknown; ticket?: { version?: unknown } };
  const found = version ?? ticket?.version;
  return typeof found === 'number' ? `"${found}"` : null;
}
