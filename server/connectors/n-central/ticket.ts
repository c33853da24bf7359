import { hostOf, idOf, known, type Loose, looseOf, ProviderFault, textOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { conditionOf } from './issue.ts';
import { gravityOf, type IssueState, stateOf } from './states.ts';

const ACTIONS = ['CREATE', 'UPDATE', 'RESOLVE', 'REOPEN'];
const LONGEST_CONDITION = 300;

type Severity = AlertReading['severity'];

/** A ticket that N-central asks its PSA to create, update, resolve or reopen. Throws `malformed`. */
export type AskedTicket = { readonly action: string; readonly number: string; readonly said: Loose };

export function ticketIn(body: Buffer): AskedTicket {
  const said = looseOf(jsonIn(body));
  const action = textOf(said['action'])?.toUpperCase() ?? '';
  const number = textOf(said['ncentralTicketId']);
  if (!ACTIONS.includes(action) || number === null)
    throw new ProviderFault(
      'malformed',
      'The message is none of N-central’s Custom PSA: it has no action or no ticket.',
    );
  return { action, number, said };
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch (cause) {
    throw new ProviderFault('malformed', 'The message is not JSON.', { cause });
  }
}

/**
 * Reads what is asked of a ticket as an alert. N-central tells no times: `at` is when the call came. A ticket that is opened anew keeps
 * its number, so its first time is told apart by the number, and the later ones by when they came; its end ends them all.
 */
export function alertsOfTicket({ action, number, said }: AskedTicket, at: string): AlertReading[] {
  const reading = readingOf(number, said, at);
  if (action === 'RESOLVE') {
    const over = { ...reading, state: 'resolved' as const, endedAt: at };
    return [over, { ...over, occurrence: '' }];
  }
  if (action === 'REOPEN') return [{ ...reading, occurrence: '' }];
  return [{ ...reading, state: action === 'UPDATE' ? 'updated' : 'raised' }];
}

function readingOf(number: string, said: Loose, at: string): AlertReading {
  const title = textOf(said['title']) ?? `Ticket ${number}`;
  const details = textOf(said['details']) ?? '';
  const line = lineOf(details);
  const device = known({ externalId: idOf(line('Device ID')), hostname: hostOf(line('Device')) });
  const service = line('Service');
  const state = stateOf(line('State')?.split(/->|→/).at(-1) ?? null);
  return {
    externalId: `psa:${number}`,
    occurrence: number,
    state: 'raised',
    ...gravity(state, service ?? '', looseOf(said['customTags'])),
    condition: (service === null ? title : conditionOf(service, line('Task'))).slice(0, LONGEST_CONDITION),
    title,
    text: details,
    device: Object.keys(device).length === 0 ? null : device,
    site: line('Customer ID') ?? line('Customer'),
    startedAt: at,
    endedAt: null,
    saidAt: at,
    url: null,
  };
}

/** What stands behind a label at the beginning of a line (`Device: ACME-DC01`), as the guide has the template of the details. */
const lineOf = (details: string) => (label: string) => {
  const line = details
    .split(/\r?\n/)
    .find((one) => one.trimStart().toLowerCase().startsWith(`${label.toLowerCase()}:`));
  return line === undefined ? null : textOf(line.slice(line.indexOf(':') + 1));
};

const URGENCIES: Readonly<Record<string, Severity>> = { critical: 1, urgent: 1, high: 2, medium: 3, normal: 3, low: 4 };

function gravity(
  state: IssueState | null,
  service: string,
  tags: Loose,
): { severity: Severity; kind: AlertReading['kind'] } {
  if (state !== null && state !== 'normal' && state !== 'disabled') return gravityOf(state, service);
  const severity = URGENCIES[(textOf(tags['urgency']) ?? textOf(tags['priority']) ?? '').toLowerCase()] ?? 3;
  return { severity, kind: severity <= 2 ? 'exception' : 'warning' };
}
