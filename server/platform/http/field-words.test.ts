import Type, { type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { allSettings } from '#platform/settings/index.ts';
import { MODULES } from '#server/modules.ts';
import { Name, Nullable } from '#shared/http.ts';
import { fieldFaults } from './field-words.ts';
import { schemaOf } from './register.ts';
import { closed, compileValidator } from './validation.ts';

/** What is said of a body, by the validator of the routes. */
function ofBody(schema: unknown, body: unknown) {
  const validate = compileValidator({ schema: closed(schema) as never, method: 'POST', url: '/', httpPart: 'body' });
  return validate(body) ? [] : fieldFaults(validate.errors as never, 'body');
}

/** What is said of a setting, by the validator of the settings. */
function ofSetting(schema: TSchema, value: unknown) {
  const found = [...Compile(closed(schema) as TSchema).Errors(value)];
  return fieldFaults(found, 'value');
}

/** For each keyword, values of which at least one breaks it whatever it says. */
const BREAKING: Readonly<Record<string, readonly unknown[]>> = {
  type: [Symbol, null, 'x', 1.5],
  enum: ['no such word'],
  const: ['no such word'],
  pattern: ['', ' ', '§ §,'],
  format: ['nonsense'],
  minLength: [''],
  maxLength: ['x'.repeat(2_000_001)],
  minItems: [[]],
  maxItems: [Array.from({ length: 100_001 }, (_, at) => at)],
  uniqueItems: [['a', 'a']],
  minimum: [Number.MIN_SAFE_INTEGER],
  maximum: [Number.MAX_SAFE_INTEGER],
  minProperties: [{}],
  maxProperties: [Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`f${at}`, at]))],
  required: [{}],
  additionalProperties: [{ nobodyDeclaredThis: 1 }],
  anyOf: [Symbol],
};
const typeOf = (keyword: string): { type?: string } => {
  if (/Length$|^pattern$|^format$/.test(keyword)) return { type: 'string' };
  if (/Items$/.test(keyword)) return { type: 'array' };
  if (/^(min|max)imum$/.test(keyword)) return { type: 'number' };
  return /Properties$|^required$/.test(keyword) ? { type: 'object' } : {};
};

/** What says nothing about a value by itself. */
const SILENT = ['properties', 'items', 'patternProperties', 'title', 'description', 'default', 'examples'];

const known = new Map<string, Record<string, unknown>>();
function collect(schema: unknown): void {
  if (Array.isArray(schema)) for (const one of schema) collect(one);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  for (const [keyword, says] of Object.entries(schema)) {
    const alone = {
      ...typeOf(keyword),
      ...(keyword === 'additionalProperties' ? { properties: {} } : {}),
      [keyword]: says,
    };
    const name = ['enum', 'required', 'anyOf'].includes(keyword) ? keyword : `${keyword} ${JSON.stringify(says)}`;
    if (!SILENT.includes(keyword) && (keyword !== 'additionalProperties' || says === false)) known.set(name, alone);
    if (keyword === 'properties' || keyword === 'patternProperties')
      for (const inner of Object.values(says as object)) collect(inner);
    else if (!['enum', 'default', 'const', 'examples'].includes(keyword)) collect(says);
  }
}
for (const route of MODULES.flatMap((module) => module.routes ?? [])) {
  const { params, querystring, body } = schemaOf(route);
  collect([params, querystring, body]);
}
for (const setting of allSettings()) collect(closed(setting.schema));

test('every rule that a schema of ours has is told in plain words', () => {
  expect(known.size).toBeGreaterThan(60);
  const said = [...known].map(([name, schema]) => {
    const keyword = name.split(' ', 1)[0] ?? name;
    const values = BREAKING[keyword];
    if (!values) return `${name}: say in this test what breaks it`;
    const faults = values.flatMap((value) => [...ofBody(schema, value), ...ofSetting(schema as TSchema, value)]);
    if (faults.length === 0) return `${name}: nothing was refused`;
    const odd = faults.find(
      ({ message }) =>
        !/^(is|must) /.test(message) || /NOT|match|pattern|schema|[\\^$]|undefined|in a form|only what/.test(message),
    );
    return odd ? `${name}: ${odd.message}` : '';
  });
  expect(said.filter(Boolean)).toEqual([]);
});

const Thing = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 5, pattern: '\\S' }),
  email: Type.Optional(Type.Union([Type.String({ format: 'email' }), Type.Literal('')])),
  place: Type.Optional(Nullable(Type.Object({ floor: Type.Integer({ minimum: 1 }) }))),
  tags: Type.Optional(Type.Array(Type.String({ maxLength: 1 }), { minItems: 1 })),
});

test.each([
  [{ title: '   ' }, 'title', 'must not be blank'],
  [{ title: 'too long' }, 'title', 'must have at most 5 characters'],
  [{ title: 7 }, 'title', 'must be text'],
  [{}, 'title', 'is required'],
  [{ title: 'a', colour: 1 }, 'colour', 'is not a field here'],
  [{ title: 'a', email: 'nobody' }, 'email', 'must be an e-mail address such as ava@example.com, or be empty'],
  [{ title: 'a', place: { floor: 0 } }, 'place.floor', 'must be 1 or more'],
  [{ title: 'a', place: {} }, 'place.floor', 'is required'],
  [{ title: 'a', tags: ['b', 'cc'] }, 'tags.1', 'must have at most 1 character'],
  [{ title: 'a', tags: [] }, 'tags', 'must have at least 1 entry'],
])('%j is told by its field, the same by both validators', (value, path, message) => {
  expect(ofBody(Thing, value)).toEqual([{ path, message }]);
  expect(ofSetting(Thing, value)).toContainEqual({ path, message });
});

test('a body that is none is named as a whole', () => {
  expect(ofBody(Thing, undefined)).toEqual([{ path: 'body', message: 'must be an object with fields' }]);
});

test.each(['   ', '\u200b\u200d', 'Two\nlines', 'invoice\u202efdp.exe', '\u2067oops', 'bell\u0007'])(
  'a name is one line that shows what it says: not %j',
  (name) => {
    const Named = Type.Object({ name: Name });
    const faults = [{ path: 'name', message: expect.stringMatching(/^must be one line, not blank/) }];
    expect(ofBody(Named, { name })).toEqual(faults);
    expect(ofSetting(Named, { name })).toEqual(faults);
  },
);

test.each(['Zoë', 'דנה', 'محمد', '李雷', 'O’Neil & Sons', '👩‍💻 desk', '#1'])('and may be %j', (name) => {
  expect(ofBody(Type.Object({ name: Name }), { name })).toEqual([]);
});
