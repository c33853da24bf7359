import { sql } from 'kysely';
import { Fault, type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { acceptCount } from '#server/business/contract/index.ts';
import type { DecideVariance, VarianceView } from '#shared/count.ts';
import { variancesOf } from './variances.ts';

/**
 * Decides about a difference between what was counted and a contract. `accept`: the contract has what was counted from a day on, today
 * unless given. `set_aside`: until a later day, with a reason. `keep`: it is meant, with a reason, until the difference is another one.
 * `conflict` where nothing differs any more, or the line changed or was counted anew since it was looked at.
 */
export async function decideVariance(ctx: Ctx, lineId: string, input: DecideVariance): Promise<VarianceView> {
  await sql`select from contract_lines where id = ${lineId} for update`.execute(ctx.tx);
  const before = await oneOf(ctx, lineId);
  const { counted, client, contract } = before;
  if (before.line.version !== input.version) throw staleVersion('contract line', before.line.version);
  if (counted === null || before.state === 'waiting' || before.state === 'agrees')
    throw new Fault('conflict', 'What was counted does not differ from the contract: there is nothing to decide.');
  if (counted.snapshotId !== input.snapshotId)
    throw new Fault('conflict', 'It was counted anew meanwhile. Look at the new number first.');
  const day = dayOf(input, before);
  const reason = input.reason?.trim() ?? '';
  if (input.kind === 'accept')
    await acceptCount(ctx, contract.id, lineId, {
      ...{ version: input.version, from: day ?? before.asOf, quantity: counted.number, snapshotId: counted.snapshotId },
    });
  const id = newId();
  await sql`
    insert into count_decisions (client_id, id, line_id, snapshot_id, kind, counted, contracted, day, reason, created_by, created_at)
    values (${client.id}, ${id}, ${lineId}, ${counted.snapshotId}, ${input.kind}, ${counted.number}, ${before.contracted}, ${day}, ${reason},
      ${actingStaff(ctx)}, ${ctx.now})`.execute(ctx.tx);
  await appendEvent(ctx, {
    ...{ clientId: client.id, subjectType: 'contract', subjectId: contract.id, type: `contract.${VERBS[input.kind]}` },
    data: { name: before.line.name, counted: counted.number, contracted: before.contracted, day, reason },
  });
  return oneOf(ctx, lineId);
}

const VERBS = { accept: 'count_accepted', set_aside: 'count_set_aside', keep: 'count_kept' } as const;

async function oneOf(ctx: Ctx, lineId: string): Promise<VarianceView> {
  const [one] = await variancesOf(ctx, { lineId });
  if (!one) throw notFound('counted line');
  return one;
}

/** From when it is accepted, or until when it is set aside; null where it is kept. */
function dayOf({ kind, from, until, reason }: DecideVariance, { asOf }: VarianceView): string | null {
  const faults: FieldError[] = [];
  if (from !== undefined && kind !== 'accept') faults.push({ path: 'from', message: 'is for what is accepted' });
  if (until !== undefined && kind !== 'set_aside') faults.push({ path: 'until', message: 'is for what is set aside' });
  if (kind !== 'accept' && !reason?.trim()) faults.push({ path: 'reason', message: 'must say why' });
  if (kind === 'set_aside' && (until === undefined || until <= asOf))
    faults.push({ path: 'until', message: 'must be a day to come' });
  if (faults.length > 0) throw invalid(faults);
  if (kind === 'accept') return from ?? asOf;
  return until ?? null;
}
