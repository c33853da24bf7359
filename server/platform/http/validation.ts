import { AjvCompiler } from '@fastify/ajv-compiler';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import { isDay } from '#kernel/day.ts';

const build = AjvCompiler();
const common = {
  removeAdditional: false,
  useDefaults: true,
  allErrors: false,
  allowUnionTypes: true,
  keywords: ['visibility'],
};

/** No year that neither the clock here nor the database knows, as of an instant (`KNOWN_INSTANT`). */
const knownDay = (day: string) => isDay(day) && !/^(0000|9999)/.test(day);
const onCreate = (ajv: { addFormat(name: string, format: typeof knownDay): unknown }) =>
  ajv.addFormat('date', knownDay);

/** Bodies are taken as they are: "1" is not 1. Query and path are texts by nature, so they are converted. */
const strict = build({}, { customOptions: { ...common, coerceTypes: false }, onCreate });
const converting = build({}, { customOptions: { ...common, coerceTypes: 'array' }, onCreate });

type Validate = ((data: unknown) => boolean) & { errors?: unknown };

export const compileValidator = (part: Parameters<FastifySchemaCompiler<FastifySchema>>[0]) =>
  (part.httpPart === 'body' ? strict : converting)(part as never) as Validate;

export const compileSerializer = SerializerSelector()({}, {}) as (
  part: Parameters<FastifySerializerCompiler<FastifySchema>>[0],
) => (data: unknown) => string;

/**
 * Compiles a part of a route when it is first asked for: all of them together would take longer than the rest of a start. That they
 * all can be compiled is a test.
 */
export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = (part) => {
  let compiled: Validate | undefined;
  const validate: Validate = (data) => {
    compiled ??= compileValidator(part);
    const passed = compiled(data);
    validate.errors = compiled.errors;
    return passed;
  };
  return validate as ReturnType<FastifySchemaCompiler<FastifySchema>>;
};

/** The same for what goes out. */
export const serializerCompiler: FastifySerializerCompiler<FastifySchema> = (part) => {
  let compiled: ((data: unknown) => string) | undefined;
  return (data) => {
    compiled ??= compileSerializer(part);
    return compiled(data);
  };
};

type Node = { [key: string]: unknown };

/** The same schema with every object closed: a field that is not declared is refused, never silently dropped. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const node = schema as Node;
  const copy: Node = {};
  for (const [key, value] of Object.entries(node))
    copy[key] = key === 'enum' || key === 'default' || key === 'const' ? value : closed(value);
  if (node.type === 'object' && node.properties !== undefined && node.additionalProperties === undefined)
    copy.additionalProperties = false;
  return copy;
}
