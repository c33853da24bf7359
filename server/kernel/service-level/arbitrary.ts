import fc from 'fast-check';
import { RULES, STATES } from './plain-rules.ts';
import { Stage } from './stage.ts';
import type { ClockRules } from './types.ts';

export const TARGETS = ['first_response', 'next_update', 'resolution', 'vendor', 'ola:a', 'ola:b'];

type Rules = { readonly of: number; readonly rules: ClockRules };
export type Book = {
  readonly cells: readonly (number | null)[];
  readonly calendars: readonly number[];
  readonly rules: Rules | null;
};
export type Act =
  | { readonly type: 'status'; readonly to: number }
  | { readonly type: 'priority' | 'book'; readonly to: number }
  | { readonly type: 'team'; readonly to: string | null }
  | { readonly type: 'reply' | 'answer' | 'vip' | 'assign' | 'undo' | 'program' };
type Told =
  | { readonly type: 'acts'; readonly acts: readonly Act[] }
  | { readonly type: 'held' | 'released'; readonly target: number }
  | { readonly type: 'overridden'; readonly target: number; readonly minutes: number | null }
  | { readonly type: 'passed'; readonly target: number };
export type Story = {
  readonly week: number;
  readonly calendars: readonly number[];
  readonly books: readonly Book[];
  readonly asked: boolean;
  readonly first: { readonly priority: number; readonly team: string | null; readonly status: number };
  readonly steps: readonly { readonly gap: number; readonly told: Told }[];
  readonly rest: number;
};

export const PRIORITIES = 3;
const BOOKS = 3;

const target = fc.nat({ max: TARGETS.length - 1 });
const minutes = fc.oneof(fc.integer({ min: 1, max: 240 }), fc.integer({ min: 1, max: 1500 }));
const team = fc.constantFrom('a', 'b', null);
const rules: fc.Arbitrary<Rules | null> = fc.option(
  fc.record({
    of: target,
    rules: fc
      .record({
        texts: fc.shuffledSubarray(Object.keys(RULES), { minLength: 5, maxLength: 5 }),
        which: fc.integer({ min: 1, max: 31 }),
      })
      .map(({ texts, which }) => {
        const said = (bit: number) => ((which >> bit) & 1 ? (texts[bit] ?? null) : null);
        return { start: said(0), pause: said(1), stop: said(2), reset: said(3), cancel: said(4) };
      }),
  }),
  { freq: 2 },
);
const book: fc.Arbitrary<Book> = fc.record({
  cells: fc.array(fc.option(minutes, { freq: 4 }), {
    minLength: TARGETS.length * PRIORITIES,
    maxLength: TARGETS.length * PRIORITIES,
  }),
  calendars: fc.array(fc.nat({ max: 2 }), { minLength: TARGETS.length, maxLength: TARGETS.length }),
  rules,
});
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('status' as const), to: fc.integer({ min: 1, max: STATES.length - 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('priority' as const), to: fc.nat({ max: PRIORITIES - 1 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('book' as const), to: fc.nat({ max: BOOKS - 1 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('team' as const), to: team }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'reply' as const,
        'answer' as const,
        'vip' as const,
        'assign' as const,
        'undo' as const,
        'program' as const,
      ),
    }),
  },
);
const told: fc.Arbitrary<Told> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ type: fc.constant('acts' as const), acts: fc.array(act, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('held' as const, 'released' as const, 'passed' as const), target }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('overridden' as const),
      target,
      minutes: fc.option(minutes, { freq: 3 }),
    }),
  },
);

export const story: fc.Arbitrary<Story> = fc.record({
  week: fc.nat({ max: Stage.weeks - 1 }),
  calendars: fc.array(fc.nat({ max: Stage.perWeek - 1 }), { minLength: 3, maxLength: 3 }),
  books: fc.array(book, { minLength: BOOKS, maxLength: BOOKS }),
  asked: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  first: fc.record({ priority: fc.nat({ max: PRIORITIES - 1 }), team, status: fc.nat({ max: 5 }) }),
  steps: fc.array(fc.record({ gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 700 })), told }), {
    maxLength: 12,
  }),
  rest: fc.integer({ min: 0, max: 900 }),
});
