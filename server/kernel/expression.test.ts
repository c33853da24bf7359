import { expect, test } from 'vitest';
import { compileExpression, evaluateExpression } from './expression.ts';

const body = {
  id: 42,
  ratio: 0.5,
  host: 'srv1',
  tags: ['a', 'client=acme'],
  alerts: [{ name: 'One' }, { name: 'Two' }],
  open: true,
  nothing: null,
};
const of = (text: string) => {
  const compiled = compileExpression(text, ['body'], 'field');
  if (!compiled.ok) return compiled.errors[0]?.message;
  const result = evaluateExpression(compiled.expression, { body });
  return result.ok ? result.value : `! ${result.error}`;
};

test.each([
  ['body.host', 'srv1'],
  ['body.id', 42],
  ['string(body.id) + "/" + body.host', '42/srv1'],
  ['body.open ? "raised" : "resolved"', 'raised'],
  ['body.id == 42', true],
  ['body.ratio < 1.0', true],
  ['body.alerts', [{ name: 'One' }, { name: 'Two' }]],
  ['body.tags.filter(t, t.startsWith("client="))', ['client=acme']],
  ['has(body.host) ? body.host : ""', 'srv1'],
  ['body.nothing', null],
])('%s', (text, expected) => {
  expect(of(text)).toEqual(expected);
});

test.each([
  ['body.', 'cannot be read'],
  ['other.host', 'there is no "other"'],
  ['body.host.matches("(a+)+$")', 'cannot be used'],
  ['body.tags.map(t, t + t)', 'cannot be used'],
])('%s is refused', (text, message) => {
  expect(of(text)).toContain(message);
});

test('what is missing, too long or too deep comes back in words', () => {
  expect(of('body.missing.deeper')).toMatch(/^! /);
  const all = compileExpression('body.all(a, body.all(b, a != b))', ['body'], 'field');
  const deep = compileExpression('body', ['body'], 'field');
  if (!all.ok || !deep.ok) throw new Error('They can be read');
  const many = Array.from({ length: 3_000 }, (_, at) => at);
  expect(evaluateExpression(all.expression, { body: many })).toMatchObject({ ok: false });
  const nested = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  expect(evaluateExpression(deep.expression, { body: nested })).toMatchObject({ ok: false });
});

test('a name that would change what objects are stays out', () => {
  const compiled = compileExpression('body', ['body'], 'field');
  if (!compiled.ok) throw new Error('It can be read');
  evaluateExpression(compiled.expression, { body: JSON.parse('{"__proto__": {"polluted": 1}}') });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
