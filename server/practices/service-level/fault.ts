import type { ConditionFault } from '#kernel/service-level.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';

const JOB = 'service-level.fault';
/** A policy that fails on every ticket is written down once a minute, not with each. */
const EVERY_MS = 60_000;
const told = new WeakMap<Services, Map<string, number>>();

type Payload = { policyId: string; at: string } & ConditionFault;

/** Has a condition that could not be answered noted on its policy, after this transaction. The ticket goes on without it. */
export function noteFault(ctx: Ctx, policyId: string, fault: ConditionFault): Promise<void> {
  const own = told.get(ctx.services) ?? new Map<string, number>();
  told.set(ctx.services, own);
  const now = Date.parse(ctx.services.now());
  if (ctx.quiet || Math.abs(now - (own.get(policyId) ?? 0)) < EVERY_MS) return Promise.resolve();
  own.set(policyId, now);
  const payload: Payload = { policyId, at: ctx.now, ...fault };
  return ctx.services.jobs.enqueue(ctx, JOB, payload);
}

export const noteFaults = (services: Services): JobDefinition<Payload> => ({
  name: JOB,
  run: ({ policyId, ...fault }) =>
    withContext(services, systemIdentity('Service level'), async (ctx) => {
      await ctx.tx
        .updateTable('sla_policies')
        .set({ fault: JSON.stringify(fault) })
        .where('id', '=', policyId)
        .execute();
    }),
});
