import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionValues } from './conditions.ts';
import { compileCondition, evaluateCondition, judgeCondition } from './conditions.ts';

const variables = {
  ticket: {
    priority: 'int',
    title: 'string',
    tags: 'strings',
    vip: 'bool',
    hours: 'double',
    createdAt: 'timestamp',
    assigneeId: 'string?',
    minutes: 'int?',
  },
  client: { code: 'string', tier: 'string?' },
} as const;
const ticket = {
  priority: 2,
  title: 'VPN down',
  tags: ['vpn', 'vip'],
  vip: true,
  hours: 1.5,
  createdAt: '2026-03-09T09:30:00Z',
  assigneeId: null,
  minutes: 12,
};
const values: ConditionValues = { ticket, client: { code: 'ACME', tier: 'gold' } };

const faults = (text: string) => {
  const compiled = compileCondition(text, variables);
  return compiled.ok ? [] : compiled.errors.map(({ message }) => message);
};
const run = (text: string, given: ConditionValues = values) => {
  const compiled = compileCondition(text, variables);
  if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message).join('; '));
  return evaluateCondition(compiled.condition, given);
};

describe('conditions', () => {
  it.each([
    ['ticket.priority <= 2 && "vip" in ticket.tags', true],
    ['ticket.title.lowerAscii().contains("vpn")', true],
    ['ticket.tags.exists(t, t.startsWith("x"))', false],
    ['ticket.assigneeId == null', true],
    ['ticket.minutes == 12 && ticket.hours > 1.0', true],
    ['client.tier in ["gold", "silver"] && client.code != "BIRCH"', true],
    ['ticket.createdAt > timestamp("2026-01-01T00:00:00Z")', true],
    ['ticket.createdAt.getHours("Europe/Berlin") == 10', true],
    ['size(ticket.tags.filter(t, t != "vip")) == 1 ? ticket.vip : false', true],
  ])('%s is %s', (text, expected) => {
    expect(run(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'write a condition'],
    ['ticket.priority <=', 'character 19: ends too early'],
    ['ticket.priority <= 2 &&\n  tiket.vip', 'line 2, character 3: there is no "tiket"; there are ticket, client'],
    ['ticket.prio == 1', 'character 8: ticket has no "prio"; it has priority, title'],
    ['ticket.priority', 'must be yes or no, not int'],
    ['ticket.priority == "high"', 'character 1: no such overload: int == string'],
    ['ticket.title.matches("(a+)+$")', '"matches" cannot be used; there are all, exists'],
    ['cel.bind(x, "a" + "a", x == "aa")', '"bind" cannot be used'],
    ['ticket.tags.map(t, t + t) == []', '"map" cannot be used'],
    ['ticket.constructor == 1', 'ticket has no "constructor"'],
    ['ticket.tags.all(a, ticket.tags.all(b, ticket.tags.all(c, a == b)))', 'has more than 2 loops'],
    [`${'('.repeat(60)}true${')'.repeat(60)}`, 'too large'],
    [`true${' || true'.repeat(150)}`, 'too large'],
    ['x'.repeat(2001), 'is longer than 2000 characters'],
  ])('refuses case %# with a reason', (text, expected) => {
    expect(faults(text).join('; ')).toContain(expected);
  });

  it('answers with a sentence where a run fails or would take too long', () => {
    expect(run('ticket.priority / (ticket.priority - 2) == 1')).toEqual({
      ok: false,
      error: expect.stringContaining('division by zero'),
    });
    expect(run('ticket.assigneeId.startsWith("a")')).toMatchObject({ ok: false });
    expect(run('ticket.vip', { ticket: {} })).toEqual({ ok: false, error: 'ticket.priority has no value' });
    expect(run('ticket.vip', { ticket: { ...ticket, priority: 'high' } })).toMatchObject({ ok: false });
    const tags = Array.from({ length: 1000 }, (_, i) => `tag${i}`);
    expect(run('ticket.tags.all(a, ticket.tags.exists(b, a == b))', { ticket: { ...ticket, tags } })).toEqual({
      ok: false,
      error: 'The condition would take too long on this ticket.',
    });
  });

  describe('before any ticket is seen', () => {
    const domain = {
      'ticket.priority': { values: [1, 2, 3] },
      'ticket.vip': { values: [true, false] },
      'client.tier': { values: ['gold', 'silver', null], known: ['gold', 'silver', 'bronze'] },
    };
    const judged = (text: string) => {
      const compiled = compileCondition(text, variables);
      if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message).join('; '));
      return judgeCondition(compiled.condition, domain);
    };

    it.each([
      ['ticket.priority == 1 && ticket.priority == 2', 'never'],
      ['1 == 2', 'never'],
      ['false', 'never'],
      ['ticket.priority > 3', 'never'],
      ['"vip" in ticket.tags && ticket.vip && !ticket.vip', 'never'],
      ['client.tier == "gold" && client.tier == null', 'never'],
      ['client.tier == "bronze"', 'never'],
      ['ticket.priority <= 3', 'always'],
      ['!(ticket.priority == 1 && ticket.priority == 2)', 'always'],
      ['ticket.vip || !ticket.vip || "vip" in ticket.tags', 'always'],
      ['[1, 2, 3].exists(n, n == ticket.priority)', 'always'],
      ['ticket.priority == 1', 'depends'],
      ['"vip" in ticket.tags', 'depends'],
      ['ticket.tags.exists(t, t == "x") && ticket.priority < 9', 'depends'],
      ['ticket.vip ? ticket.priority == 1 : ticket.priority == 2', 'depends'],
      ['client.tier.startsWith("g")', 'depends'],
      ['ticket.title == "a" && ticket.title == "b"', 'depends'],
    ])('%s holds %s', (text, verdict) => expect(judged(text).verdict).toBe(verdict));

    it('names a value that a field never has, and those that it has', () => {
      expect(judged('client.tier == "tin" || "lead" != client.tier').strange).toEqual([
        'client.tier is never "tin"; it is one of gold, silver, bronze',
        'client.tier is never "lead"; it is one of gold, silver, bronze',
      ]);
      expect(judged('ticket.priority in [1, 7]').strange).toEqual(['ticket.priority is never 7; it is one of 1, 2, 3']);
      expect(judged('client.tier == "bronze" || client.tier == null').strange).toEqual([]);
    });

    it('says "never" and "always" only of what comes out so for every ticket', () => {
      const piece = fc.constantFrom(
        'ticket.priority == 1',
        'ticket.priority >= 2',
        'ticket.vip',
        'client.tier == "gold"',
        '"x" in ticket.tags',
        'true',
        'ticket.hours > 1.0',
      );
      const text = fc.letrec<{ any: string }>((tie) => ({
        any: fc.oneof(
          { maxDepth: 4 },
          piece,
          tie('any').map((one) => `!(${one})`),
          fc.tuple(tie('any'), fc.constantFrom('&&', '||'), tie('any')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
        ),
      })).any;
      const given = fc.record({
        priority: fc.constantFrom(1, 2, 3),
        vip: fc.boolean(),
        tags: fc.constantFrom([], ['x']),
        hours: fc.constantFrom(0.5, 2.5),
        tier: fc.constantFrom('gold', 'silver', null),
      });
      fc.assert(
        fc.property(text, given, (condition, { tier, ...own }) => {
          const { verdict } = judged(condition);
          const answer = run(condition, { ticket: { ...ticket, ...own }, client: { code: 'ACME', tier } });
          if (verdict !== 'depends') expect(answer).toEqual({ ok: true, value: verdict === 'always' });
        }),
      );
    });
  });

  it('treats text as text: whatever a ticket says cannot change the verdict', () => {
    const hostile = fc.oneof(fc.string(), fc.constantFrom('" || true', '__proto__', '\u202e', '") == "'));
    fc.assert(
      fc.property(hostile, fc.array(hostile, { maxLength: 5 }), (title, tags) => {
        const given = { ticket: { ...ticket, title, tags }, client: { code: title } };
        expect(run('ticket.title == client.code', given)).toEqual({ ok: true, value: true });
        expect(run('"needle" in ticket.tags', given)).toEqual({ ok: true, value: tags.includes('needle') });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      'ticket',
      '.',
      'tags',
      'all(',
      ')',
      '"',
      '[',
      ']',
      '{',
      '}',
      '?',
      ':',
      '&&',
      '!',
      '1',
      '-',
      ' ',
      'in',
      '\\',
      'b"x"',
      '.?',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const compiled = compileCondition(text, variables);
          if (compiled.ok) evaluateCondition(compiled.condition, values);
          else for (const { message } of compiled.errors) expect(message).not.toMatch(/undefined|EOF/);
        },
      ),
    );
  });
});
