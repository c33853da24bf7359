import {
  idOf,
  type Loose,
  looseListOf,
  looseOf,
  ProviderFault,
  type Script,
  type ScriptRun,
  textOf,
} from '#server/connectors/core/index.ts';
import type { Connection } from './connection.ts';
import { recordsOf } from './list.ts';

const STATES: Readonly<Record<string, ScriptRun['state']>> = {
  Pending: 'queued',
  Running: 'running',
  Success: 'succeeded',
  Warning: 'succeeded',
  Failure: 'failed',
  Expired: 'expired',
  Retired: 'expired',
};

/** The components that may be run. */
export async function scriptsOf(connection: Connection): Promise<Script[]> {
  const scripts: Script[] = [];
  const list = { path: '/api/v2/account/components', key: 'components', idOf: (record: Loose) => idOf(record['uid']) };
  for await (const page of recordsOf(connection, list, { once: true }))
    scripts.push(...page.map((component) => scriptIn(component, idOf(component['uid']) ?? '')));
  return scripts;
}

const scriptIn = (component: Loose, externalId: string): Script => ({
  externalId,
  name: textOf(component['name']) ?? externalId,
  description: textOf(component['description']) ?? '',
  parameters: looseListOf(component['variables']).flatMap((variable) => {
    const name = textOf(variable['name']);
    if (name === null || textOf(variable['direction'])?.toLowerCase() === 'out') return [];
    const hasDefault = textOf(variable['defaultVal']) !== null;
    return [{ name, help: textOf(variable['description']) ?? '', required: !hasDefault }];
  }),
});

/** Begins a component on a device, now or as soon as it is on. It is never begun twice. */
export async function runScriptOf(
  connection: Connection,
  device: string,
  script: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const variables = Object.entries(parameters).map(([name, value]) => ({ name, value }));
  const told = looseOf(
    await connection.json({
      method: 'PUT',
      path: `/api/v2/device/${encodeURIComponent(device)}/quickjob`,
      json: { jobName: 'Fettle', jobComponent: { componentUid: script, variables } },
    }),
  );
  const uid = idOf(looseOf(told['job'])['uid']);
  if (uid === null) throw new ProviderFault('malformed', 'Datto RMM does not say which job it began.');
  return uid;
}

/** How a job is on a device; what it printed is there when it is over. */
export async function scriptRunOf(
  connection: Connection,
  device: string,
  run: string,
  note: (what: string) => void,
): Promise<ScriptRun> {
  const path = `/api/v2/job/${encodeURIComponent(run)}/results/${encodeURIComponent(device)}`;
  const told = looseOf(await connection.json({ path }));
  const word = textOf(told['jobDeploymentStatus']) ?? '';
  const state = Object.hasOwn(STATES, word) ? STATES[word] : undefined;
  if (state === undefined) note(`Unknown state of a job: ${word}`);
  const results = looseListOf(told['componentResults']);
  const printed = async (what: 'stdout' | 'stderr', has: string) =>
    results.some((result) => result[has] === true) ? outputIn(await connection.json({ path: `${path}/${what}` })) : '';
  return {
    state: state ?? 'running',
    output: await printed('stdout', 'hasStdOut'),
    errors: await printed('stderr', 'hasStdErr'),
  };
}

const outputIn = (told: unknown): string =>
  looseListOf(told)
    .map((part) => textOf(part['stdData']) ?? '')
    .join('\n');
