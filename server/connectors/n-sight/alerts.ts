import { childOf } from '#platform/xml/index.ts';
import { ProviderFault, type ProviderOptions } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import type { Calls } from './calls.ts';
import { failingIn } from './failing.ts';

/** What fails now, in one answer. */
export async function* alertsOf(
  calls: Calls,
  options: ProviderOptions,
  zone: string,
): AsyncGenerator<readonly AlertReading[]> {
  const answer = await calls.list('list_failing_checks');
  if (childOf(answer, 'items') === null)
    throw new ProviderFault('malformed', 'N-sight’s answer to list_failing_checks holds no list.');
  yield failingIn(answer, { zone, now: options.now(), note: options.note });
}

/** Until when a check that was cleared stays so: until it runs again, or until it passes. */
type ClearType = 'untilnextrun' | 'untilpasses';

/** What clients may read of it says nothing of why. */
const PUBLIC_NOTE = 'Cleared by the service desk.';

/** Clears a failing check with a note for technicians. That a device is away is no check: throws `missing`. */
export async function clearCheck(calls: Calls, alert: string, type: ClearType, note: string): Promise<void> {
  const checkid = /^check-(\d+)$/.exec(alert)?.[1];
  if (checkid === undefined)
    throw new ProviderFault('missing', 'N-sight clears failing checks alone: this ends when the device is back.');
  const private_note = note.trim() || PUBLIC_NOTE;
  await calls.change('clear_check', { checkid, private_note, public_note: PUBLIC_NOTE, clear_type: type });
}
