import type { TSchema } from 'typebox';

type Json = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: TSchema[];
  allOf?: TSchema[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
  required?: string[];
  patternProperties?: Record<string, TSchema>;
  additionalProperties?: boolean | TSchema;
};

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);
const wrapped = (text: string): string => (text.includes(' | ') || text.includes(' & ') ? `(${text})` : text);

/** A JSON schema as a TypeScript type; `nameOf` answers the name of a schema that is written elsewhere. */
export function printType(schema: TSchema, nameOf: (schema: TSchema) => string | null): string {
  const name = nameOf(schema);
  if (name !== null) return name;
  const { type, const: constant, enum: values, anyOf, allOf, items, ...rest } = schema as Json;
  const print = (inner: TSchema) => printType(inner, nameOf);
  if (constant !== undefined) return literal(constant);
  if (values) return values.map(literal).join(' | ');
  if (anyOf) return [...new Set(anyOf.map(print))].join(' | ');
  if (allOf) return allOf.map((part) => wrapped(print(part))).join(' & ');
  if (Array.isArray(type)) return type.map((one) => print({ ...schema, type: one } as TSchema)).join(' | ');
  if (type === 'array') return items ? `${wrapped(print(items))}[]` : 'unknown[]';
  if (type === 'object') return printObject(rest, print);
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  return 'unknown';
}

function printObject(schema: Json, print: (schema: TSchema) => string): string {
  const { properties = {}, required = [], patternProperties, additionalProperties } = schema;
  const fields = Object.entries(properties).map(([key, value]) => {
    const about = (value as { description?: string }).description;
    const safe = /^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key);
    return `${about ? `/** ${about} */ ` : ''}${safe}${required.includes(key) ? '' : '?'}: ${print(value)}`;
  });
  const [pattern] = Object.values(patternProperties ?? {});
  if (pattern) fields.push(`[key: string]: ${print(pattern)}`);
  else if (additionalProperties === true) fields.push('[key: string]: unknown');
  else if (typeof additionalProperties === 'object') fields.push(`[key: string]: ${print(additionalProperties)}`);
  return fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<string, unknown>';
}
