import { type Services, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { ProviderFault } from '../provider.ts';
import { CONNECTING, readConnector } from '../rows.ts';
import { openConnector } from './open.ts';

/** Longer than any call takes; a job that hangs would hold up others. */
const PATIENCE_MS = 120_000;

/** What a system is told of one of its alerts. */
export type AnswerPayload = {
  connectorId: string;
  externalId: string;
  act: 'resolve' | 'acknowledge';
  /** Plain text for whoever reads it there. */
  note: string;
};

export const ANSWER_JOB = { name: 'connector.answer', retries: 5 };

/** Tells a system that an alert of it was dealt with here. What the system cannot be told, or knows nothing of any more, is passed over. */
export const answerJob = (services: Services): JobDefinition<AnswerPayload> => ({
  ...ANSWER_JOB,
  run: (payload, stopping) => answerAlert(services, payload, stopping),
});

export async function answerAlert(
  services: Services,
  { connectorId, externalId, act, note }: AnswerPayload,
  stopping?: AbortSignal,
): Promise<void> {
  const connector = await withContext(services, CONNECTING, (ctx) => readConnector(ctx, connectorId).catch(() => null));
  if (connector?.state !== 'on') return;
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  const signal = stopping ? AbortSignal.any([stopping, timeout]) : timeout;
  try {
    const { provider, session } = await openConnector(services, connector, signal);
    if (!provider.abilities[act]) return;
    await (act === 'resolve' ? session.resolveAlert?.(externalId, note) : session.acknowledgeAlert?.(externalId, note));
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'missing') return;
    throw error;
  }
}
