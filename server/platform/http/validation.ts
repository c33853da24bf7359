import { AjvCompiler } from '@fastify/ajv-compiler';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';

const build = AjvCompiler();
const common = {
  removeAdditional: false,
  useDefaults: true,
  allErrors: false,
  allowUnionTypes: true,
  keywords: ['visibility'],
};

/** Bodies are taken as they are: "1" is not 1. Query and path are texts by nature, so they are converted. */
const strict = build({}, { customOptions: { ...common, coerceTypes: false } });
const converting = build({}, { customOptions: { ...common, coerceTypes: 'array' } });

export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = (part) =>
  (part.httpPart === 'body' ? strict : converting)(part as never) as ReturnType<FastifySchemaCompiler<FastifySchema>>;

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
