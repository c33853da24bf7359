import { type RawBuilder, sql } from 'kysely';
import { delayWords, flowOf, type StepFigures, type StreamStep } from '#kernel/value-stream.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { FlowQuery, StepFlow, StreamFlow } from '#shared/value-stream.ts';
import { type FlowGroup, type FlowTime, WAIT_CAUSE_KEYS } from '#shared/value-stream-words.ts';
import { periodOf, rowsAbout, streamInForce } from './period.ts';

/** Groups that are told; beyond it the table would be read by nobody. */
const GROUPS = 200;

/** How work flowed through a stream in a period: of each step how long it waited and was worked on, and what stood in the way most. */
export async function streamFlow(ctx: Ctx, id: string, query: FlowQuery): Promise<StreamFlow> {
  const { time = 'calendar', by } = query;
  const stream = await streamInForce(ctx, id);
  const period = await periodOf(ctx, query);
  const about = rowsAbout(ctx, stream, period, query);
  const { figures, tickets } = await figuresIn(ctx, about, time);
  const flow = flowOf(figures);
  return {
    ...{ ...period, time, tickets, ...flow },
    steps: stepsOf(stream.terms.steps, figures, flow.whole),
    sentence: sentenceOf(stream.terms.steps, flow.delay, tickets),
    groups: by ? await groupsIn(ctx, about, { by, time }) : [],
  };
}

/** The steps in their order, those that nobody passed as well. */
export function stepsOf(steps: readonly StreamStep[], figures: readonly StepFigures[], whole: number): StepFlow[] {
  const found = new Map(figures.map((one) => [one.step, one]));
  const none = { median: 0, p85: 0, sum: 0 };
  const causes = Object.fromEntries(WAIT_CAUSE_KEYS.map((cause) => [cause, 0])) as StepFigures['causes'];
  return steps.map(({ key, name, activity }) => {
    const { step: _, ...rest } = found.get(key) ?? {
      step: key,
      tickets: 0,
      estimated: 0,
      wait: none,
      touch: none,
      causes,
    };
    const share = whole === 0 ? 0 : (rest.wait.sum + rest.touch.sum) / whole;
    return { key, name, activity, ...rest, wait: rounded(rest.wait), touch: rounded(rest.touch), share };
  });
}

const rounded = ({ median, p85, sum }: StepFigures['wait']) => ({
  ...{ median: Math.round(median), p85: Math.round(p85), sum },
});

export const sentenceOf = (
  steps: readonly StreamStep[],
  delay: ReturnType<typeof flowOf>['delay'],
  tickets: number,
): string => delayWords(delay, steps.find(({ key }) => key === delay?.step)?.name ?? '', tickets);

const columns = (time: FlowTime) =>
  time === 'calendar'
    ? { wait: sql.raw('s.wait'), touch: sql.raw('s.touch'), waits: sql.raw('s.waits') }
    : { wait: sql.raw('s.wait_business'), touch: sql.raw('s.touch_business'), waits: sql.raw('s.waits_business') };

type Row = {
  step: string;
  tickets: number;
  firsts: number;
  estimated: number;
  wait: number[];
  touch: number[];
  sums: number[];
  causes: number[];
};

type Figures = { figures: StepFigures[]; tickets: number };

/** The figures of each step, and of how many tickets they are: each has one row that is its first. */
async function figuresIn(ctx: Ctx, about: RawBuilder<unknown>, time: FlowTime): Promise<Figures> {
  const { wait, touch, waits } = columns(time);
  const { rows } = await sql<Row>`
    select s.step_key as step, count(*)::int as tickets, (count(*) filter (where s.is_first))::int as firsts,
      (count(*) filter (where s.estimated))::int as estimated,
      percentile_cont(array[0.5, 0.85]) within group (order by ${wait}) as wait,
      percentile_cont(array[0.5, 0.85]) within group (order by ${touch}) as touch,
      array[sum(${wait}), sum(${touch})]::float8[] as sums,
      array[${sql.join(WAIT_CAUSE_KEYS.map((_, place) => sql`sum((${waits})[${sql.lit(place + 1)}])`))}]::float8[] as causes
    from value_stream_steps s where ${about} group by s.step_key`.execute(ctx.tx);
  const figures = rows.map(({ step, tickets, estimated, wait: waited, touch: touched, sums, causes }) => ({
    ...{ step, tickets, estimated },
    wait: { median: waited[0] ?? 0, p85: waited[1] ?? 0, sum: sums[0] ?? 0 },
    touch: { median: touched[0] ?? 0, p85: touched[1] ?? 0, sum: sums[1] ?? 0 },
    causes: Object.fromEntries(
      WAIT_CAUSE_KEYS.map((cause, place) => [cause, causes[place] ?? 0]),
    ) as StepFigures['causes'],
  }));
  return { figures, tickets: rows.reduce((sum, { firsts }) => sum + firsts, 0) };
}

const GROUPED: Readonly<Record<FlowGroup, { id: RawBuilder<unknown>; name: RawBuilder<unknown>; none: string }>> = {
  client: { id: sql.raw('s.client_id'), name: sql.raw('(select o.name from clients o where o.id = g.id)'), none: '' },
  team: { id: sql.raw('s.team_id'), name: sql.raw('(select o.name from teams o where o.id = g.id)'), none: 'No team' },
  category: {
    id: sql.raw('s.category_id'),
    name: sql.raw('(select o.path from categories o where o.id = g.id)'),
    none: 'No category',
  },
};

async function groupsIn(
  ctx: Ctx,
  about: RawBuilder<unknown>,
  { by, time }: { by: FlowGroup; time: FlowTime },
): Promise<StreamFlow['groups']> {
  const { wait, touch } = columns(time);
  const { id, name, none } = GROUPED[by];
  const { rows } = await sql<{ id: string | null; name: string | null; tickets: number; wait: number; touch: number }>`
    select g.*, ${name} as name from (
      select ${id} as id, (count(*) filter (where s.is_first))::int as tickets, sum(${wait})::float8 as wait, sum(${touch})::float8 as touch
      from value_stream_steps s where ${about} group by 1 order by sum(${wait}) desc, 1 limit ${GROUPS}) g
    order by g.wait desc, g.id`.execute(ctx.tx);
  return rows.map((row) => {
    const whole = row.wait + row.touch;
    return { ...row, name: row.name ?? none, whole, efficiency: whole === 0 ? null : row.touch / whole };
  });
}
