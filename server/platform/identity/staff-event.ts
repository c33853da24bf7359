import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';

/** Notes something about a staff account in the event log, where its owner and auditors find it. */
export async function staffEvent(
  ctx: Ctx,
  staffId: string,
  type: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await appendEvent(ctx, { clientId: null, subjectType: 'staff', subjectId: staffId, type, data });
}
