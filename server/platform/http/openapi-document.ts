import { PERMISSIONS, type Permission } from '#shared/permissions.ts';
import { isOptionalBody } from './optional-body.ts';

type Json = { [key: string]: unknown };
type Operation = Json & {
  tags?: string[];
  parameters?: Json[];
  requestBody?: Json & { content?: { [type: string]: { schema: Json } } };
  responses: { [status: string]: { description: string; content?: { [type: string]: { schema: Json } } } };
  'x-access'?: string;
  'x-staff-access'?: string;
  'x-keeps-answers'?: boolean;
  'x-takes-file'?: boolean;
};
type Document = Json & {
  paths: { [path: string]: { [method: string]: Operation } };
  components: { schemas?: Json; [kind: string]: unknown };
};

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes it safe to send again for 24 hours: the same key and body give the same answer',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};
const FILE = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
};
const WORDS: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Begun',
  204: 'Done; there is nothing to say',
  302: 'Go to the address in Location',
  303: 'Go to the address in Location',
};

/** The description as it goes out: what every route has in common is said once, and each says in words who may call it. */
export function presentOpenApi(raw: object): object {
  const document = structuredClone(raw) as Document;
  const schemas: Json = {};
  for (const operations of Object.values(document.paths))
    for (const [method, operation] of Object.entries(operations)) present(method, operation, schemas);
  document.components.schemas = { ...document.components.schemas, ...schemas };
  return document;
}

function present(method: string, operation: Operation, schemas: Json): void {
  const { responses } = operation;
  for (const [status, response] of Object.entries(responses)) {
    if (/^[45]/.test(status)) {
      const said = response.content?.['application/json'];
      if (said) schemas['Problem'] ??= said.schema;
      responses[status] = { description: status.startsWith('4') ? 'Refused' : 'Failed', content: PROBLEM };
    } else response.description = WORDS[status] ?? 'Done';
  }
  operation['description'] = whoMay(operation);
  if (method === 'post' && operation['x-keeps-answers'])
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY];
  if (operation['x-takes-file']) operation.requestBody = FILE;
  else if (isOptionalBody(operation.requestBody?.content?.['application/json']?.schema))
    operation.requestBody = { ...operation.requestBody, required: false };
  delete operation['x-keeps-answers'];
  delete operation['x-takes-file'];
}

function whoMay(operation: Operation): string {
  const staff = operation['x-staff-access'] ?? operation['x-access'] ?? '';
  const words = Object.hasOwn(PERMISSIONS, staff)
    ? `Needs the permission \`${staff}\`: ${PERMISSIONS[staff as Permission].toLowerCase()}.`
    : '';
  switch (operation['x-access']) {
    case 'public':
      return 'For everybody: nobody need be signed in.';
    case 'authenticated':
      return 'For every member of staff.';
    case 'contact':
      return 'For a client’s people, not for staff or keys.';
    case 'anyone':
      return `For a client’s people, and for staff. ${words}`.trim();
    default:
      return words;
  }
}
