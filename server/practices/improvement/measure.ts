import { invalid } from '#kernel/errors.ts';
import { compare, figureOf, type How, type Sample } from '#kernel/improvement.ts';
import type { Ctx } from '#platform/context/index.ts';
import { periodOf } from '#server/practices/value-stream/index.ts';
import type { MeasureImprovement } from '#shared/improvement.ts';
import { MEASURES } from '#shared/improvement-words.ts';
import { MEASURED } from './measures.ts';
import { type ImprovementRecord, lockImprovement, type Reading, writeImprovement } from './rows.ts';
import { tell } from './write.ts';

/** Readings that are kept; the oldest go. */
const KEPT = 50;
type Days = Pick<MeasureImprovement, 'from' | 'to' | 'figure'>;

/** Measures how it is before anything is changed. Taken again it takes the place of the one before, and the readings go with that. */
export async function takeBaseline(ctx: Ctx, id: string, { version, ...days }: MeasureImprovement): Promise<void> {
  const before = await lockImprovement(ctx, id, version);
  const sample = await sampleIn(ctx, before, days);
  const figure = figureOf(sample, howOf(before));
  if (figure.figure === null) throw invalid([{ path: 'from', message: 'nothing was measured between these days' }]);
  const baseline = { ...figure, ...at(ctx, days), sample };
  const status = before.status === 'idea' ? ('measured' as const) : before.status;
  await writeImprovement(ctx, before, { baseline, readings: [], status });
  await tell(ctx, before, 'measured', { what: 'baseline', ...at(ctx, days), figure: figure.figure, n: figure.n });
}

/** Measures how it is now, and holds it against the baseline. */
export async function measureEffect(ctx: Ctx, id: string, { version, ...days }: MeasureImprovement): Promise<void> {
  await addReading(ctx, await lockImprovement(ctx, id, version), days);
}

/** The same for whoever has locked the entry. Returns what the reading says. */
export async function addReading(ctx: Ctx, before: ImprovementRecord, days: Days): Promise<Reading> {
  const { baseline } = before;
  if (!baseline) throw invalid([{ path: 'version', message: 'there is no baseline to hold it against' }]);
  const how = howOf(before);
  const sample = await sampleIn(ctx, before, days);
  const reading = { ...figureOf(sample, how), ...at(ctx, days), effect: compare(baseline.sample, sample, how) };
  const readings = [reading, ...before.readings].slice(0, KEPT);
  await writeImprovement(ctx, before, { readings, measure_on: null });
  const { figure, n, effect } = reading;
  await tell(ctx, before, 'measured', { what: 'effect', ...at(ctx, days), figure, n, says: effect.words });
  return reading;
}

const at = (ctx: Ctx, { from, to }: Days) => ({ from, to, at: ctx.now, by: ctx.actor.name });

const howOf = ({ measure, better }: ImprovementRecord): How =>
  measure === null ? { of: 'median', better } : MEASURES[measure];

async function sampleIn(ctx: Ctx, { measure, client_id, scope }: ImprovementRecord, days: Days): Promise<Sample> {
  const period = await periodOf(ctx, days);
  if (measure !== null) {
    if (days.figure !== undefined) throw invalid([{ path: 'figure', message: 'is measured, not entered' }]);
    return MEASURED[measure](ctx, { clientId: client_id, scope, ...period });
  }
  if (days.figure === undefined)
    throw invalid([{ path: 'figure', message: 'must be entered, since nothing is measured' }]);
  return { kind: 'hand', figure: days.figure };
}
