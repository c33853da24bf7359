import type { Desk } from '#tests/desk.ts';

/** A JSON schema as the API's description has it. */
export type Schema = {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  minProperties?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
};

/** One thing that can be asked: a method of an address, with what it takes. */
export type Operation = {
  /** `PATCH /tickets/{idOrKey}`, as tables below name it. */
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/v1, with `{name}` for parameters. */
  url: string;
  access: string;
  parameters: readonly { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[];
  body: Schema | null;
};

type Description = {
  paths: Record<
    string,
    Record<
      string,
      {
        'x-access': string;
        parameters?: (Omit<Operation['parameters'][number], 'in'> & { in: 'path' | 'query' | 'header' })[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      }
    >
  >;
};

/** Everything the API's own description offers. */
export async function describedOperations(app: Desk['app']): Promise<Operation[]> {
  const answer = await app.inject({ url: '/api/v1/openapi.json' });
  const { paths } = answer.json() as Description;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]): Operation => {
      const url = path.replace(/^\/api\/v1/, '');
      return {
        name: `${method.toUpperCase()} ${url}`,
        method: method.toUpperCase() as Operation['method'],
        url,
        access: said['x-access'],
        // A header refers to nothing, and a file is no JSON.
        parameters: (said.parameters ?? []).filter((one) => one.in !== 'header') as Operation['parameters'],
        body: said.requestBody?.content['application/json']?.schema ?? null,
      };
    }),
  );
}

/** A place in a request where a value goes: `body.transition.duplicateOfId`, `query.clientId.[]`, `path.id`. */
export type Place = { in: 'path' | 'query' | 'body'; path: readonly string[]; schema: Schema };

export const placeName = (place: Place) => [place.in, ...place.path].join('.');

/** Every place of an operation that takes one value. */
export function placesOf(operation: Operation): Place[] {
  return [
    ...operation.parameters.flatMap((one) => leaves({ in: one.in, path: [one.name], schema: one.schema })),
    ...(operation.body ? leaves({ in: 'body', path: [], schema: operation.body }) : []),
  ];
}

/** Every place of one value at or below a place. */
export function leaves(place: Place): Place[] {
  const { schema, path } = place;
  const below = (name: string, inner: Schema) => leaves({ ...place, path: [...path, name], schema: inner });
  if (schema.properties) return Object.entries(schema.properties).flatMap(([name, inner]) => below(name, inner));
  if (schema.items) return below('[]', schema.items);
  if (schema.anyOf) return schema.anyOf.flatMap((one) => leaves({ ...place, schema: one }));
  return [place];
}

export const isText = ({ schema }: Place) => [schema.type].flat().includes('string') && schema.enum === undefined;
