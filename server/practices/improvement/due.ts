import { sql } from 'kysely';
import { dayAt } from '#kernel/day.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { notifyOfImprovement } from '#server/desk/notification/index.ts';
import { addReading } from './measure.ts';
import { type ImprovementRecord, writeImprovement } from './rows.ts';

const MEASURER = systemIdentity('Improvements');
const DAY_MS = 86_400_000;

/** Measures what is due, one entry per transaction, over as many days as its baseline, up to yesterday; tells its owner. */
export async function measureDue(services: Services, signal?: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal?.aborted && (await withContext(services, MEASURER, measureNext))) count += 1;
  return count;
}

async function measureNext(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<ImprovementRecord>`
    select * from improvements where measure_on <= ${dayAt(ctx.now, 'UTC')}::date
    order by measure_on, id limit 1 for update skip locked`.execute(ctx.tx);
  const [entry] = rows;
  if (!entry) return false;
  const say = (text: string) =>
    notifyOfImprovement(ctx, entry, entry.owner_id === null ? [] : [entry.owner_id], `${entry.title}: ${text}`);
  if (!entry.baseline || entry.measure === null) {
    await writeImprovement(ctx, entry, { measure_on: null });
    await say(entry.baseline ? 'it is time to enter how it is now' : 'it is to be measured, and has no baseline');
    return true;
  }
  const long = Date.parse(entry.baseline.to) - Date.parse(entry.baseline.from);
  const to = dayAt(new Date(Date.parse(ctx.now) - DAY_MS).toISOString(), 'UTC');
  const from = new Date(Date.parse(to) - long).toISOString().slice(0, 10);
  const { effect } = await addReading(ctx, entry, { from, to });
  await say(effect.words);
  return true;
}
