import {
  idOf,
  instantOfSeconds,
  type Loose,
  looseListOf,
  looseOf,
  ProviderFault,
  type Script,
  type ScriptRun,
  textOf,
} from '#server/connectors/core/index.ts';
import { latestActivity } from './activities.ts';
import type { Connection } from './connection.ts';
import { numberIdOf, recordsOf } from './lists.ts';

/** Classes of devices that run scripts; what may be run on one of a class may be on all of it. */
const RUNS_SCRIPTS = /^(WINDOWS|LINUX|MAC)/;

/** The scripts that may be run: NinjaOne tells them by device, so one of each class is asked. */
export async function scriptsOf(connection: Connection): Promise<Script[]> {
  const examples = new Map<string, string>();
  for await (const page of recordsOf(connection, '/v2/devices'))
    for (const device of page) {
      const nodeClass = textOf(device['nodeClass']) ?? '';
      const id = numberIdOf(device['id']);
      if (id !== null && RUNS_SCRIPTS.test(nodeClass) && !examples.has(nodeClass)) examples.set(nodeClass, id);
    }
  const scripts = new Map<string, Script>();
  for (const device of examples.values()) {
    const told = looseOf(await connection.json({ path: `/v2/device/${device}/scripting/options` }));
    for (const script of looseListOf(told['scripts'])) {
      const read = scriptIn(script);
      if (read) scripts.set(read.externalId, read);
    }
  }
  return [...scripts.values()];
}

function scriptIn(script: Loose): Script | null {
  const id = numberIdOf(script['id']);
  if (id === null) return null;
  const name = textOf(script['name']) ?? id;
  const help = 'As it would be typed behind the script';
  return {
    externalId: id,
    name,
    description: textOf(script['description']) ?? '',
    parameters: [{ name: 'parameters', help, required: false }],
  };
}

/**
 * Begins a script on a device. NinjaOne names no run, so it is known by the script and the last activity before it: `12 after 88123001`.
 * It is never begun twice.
 */
export async function runScriptOf(
  connection: Connection,
  device: string,
  script: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const options = looseOf(
    await connection.json({ path: `/v2/device/${encodeURIComponent(device)}/scripting/options` }),
  );
  const name = textOf(looseListOf(options['scripts']).find(({ id }) => numberIdOf(id) === script)?.['name']);
  if (name === null) throw new ProviderFault('missing', 'NinjaOne does not offer this script for the device.');
  const before = await latestActivity(connection);
  const path = `/v2/device/${encodeURIComponent(device)}/script/run`;
  const json = { type: 'SCRIPT', id: Number(script), parameters: parameters['parameters'] ?? '', runAs: 'system' };
  try {
    await connection.json({ method: 'POST', path, json });
  } catch (error) {
    if (error instanceof ProviderFault && error.kind === 'forbidden')
      throw new ProviderFault('forbidden', 'The app in NinjaOne may not run scripts: it needs the scope control.');
    throw error;
  }
  return `${before} ${name}`;
}

/** How a run is, by the activities of the device that name its script and came after it. */
export async function scriptRunOf(connection: Connection, device: string, run: string): Promise<ScriptRun> {
  const [, before = '', name = ''] = /^(\d+) (.*)$/s.exec(run) ?? [];
  const told = looseOf(await connection.json({ path: `/v2/device/${encodeURIComponent(device)}/activities` }));
  if (!Array.isArray(told['activities'])) throw new ProviderFault('malformed', 'NinjaOne answered no activities.');
  const own = looseListOf(told['activities'])
    .filter((activity) => Number(idOf(activity['id'])) > Number(before) && isOf(activity, name))
    .sort((a, b) => Number(a['id']) - Number(b['id']));
  const end = own.find((activity) => textOf(activity['statusCode']) === 'COMPLETED');
  if (!end) return { state: own.length > 0 ? 'running' : 'queued', output: '', errors: '' };
  const text = textOf(end['message']) ?? '';
  return textOf(end['activityResult']) === 'SUCCESS'
    ? { state: 'succeeded', output: text, errors: '' }
    : { state: 'failed', output: '', errors: text };
}

/** Whether an activity is of a script by this name, and says when. */
const isOf = (activity: Loose, name: string): boolean =>
  [activity['sourceName'], activity['subject']].some((said) => textOf(said) === name) &&
  instantOfSeconds(activity['activityTime']) !== null;
