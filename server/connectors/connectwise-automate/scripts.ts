import {
  type Caller,
  flagOf,
  idOf,
  type Loose,
  numberOf,
  ProviderFault,
  type Script,
  type ScriptRun,
  textOf,
} from '#server/connectors/core/index.ts';
import { API } from './calls.ts';
import type { Lists } from './lists.ts';

const SCRIPT_FIELDS = 'Id,Name,Comments,Parameters,IsComputerScript,IsFunctionScript';
const HISTORY_FIELDS = 'Id,ScriptId,Status,State,DiagnosticMessage';
/** What stands between two parameters, and within one between its name and its value. */
const BETWEEN = '|';
const WITHIN = '=';

/** The scripts that can be run on a computer. */
export async function scriptsOf(lists: Lists): Promise<Script[]> {
  const list = { path: '/Scripts', orderBy: 'Id', idOf: (record: Loose) => idOf(record['Id']), fields: SCRIPT_FIELDS };
  return (await lists.all(list)).flatMap((script) => {
    const externalId = idOf(script['Id']);
    const name = textOf(script['Name']);
    const isForComputers = flagOf(script['IsComputerScript']) !== false && flagOf(script['IsFunctionScript']) !== true;
    if (externalId === null || name === null || !isForComputers) return [];
    const names = Array.isArray(script['Parameters']) ? script['Parameters'].map(textOf) : [];
    const parameters = names.filter((one) => one !== null).map((one) => ({ name: one, help: '', required: false }));
    return [{ externalId, name, description: textOf(script['Comments']) ?? '', parameters }];
  });
}

/**
 * Schedules a script on a computer, at once and once. The server does not say under which number it will run, so the run is known by
 * the script and the latest entry of its history before. Throws `missing` for ids that are no numbers, `malformed` for parameters that
 * the server would read otherwise.
 */
export async function runScriptOf(
  caller: Caller,
  now: () => number,
  device: string,
  script: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const [computer, scriptId] = [numericId(device), numericId(script)];
  const written = parametersOf(parameters);
  const before = idOf((await historyOf(caller, computer, scriptId))[0]?.['Id']) ?? '0';
  await caller.json({
    ...{ method: 'POST', path: `${API}/Computers/${computer}/ScheduledScripts` },
    json: scheduleOf(Number(computer), scriptId, written, new Date(now()).toISOString()),
  });
  return `${scriptId}-${before}`;
}

/** How a run goes that `runScriptOf` began. */
export async function scriptRunOf(caller: Caller, device: string, run: string): Promise<ScriptRun> {
  const [, scriptId, before] = /^(\d+)-(\d+)$/.exec(run) ?? [];
  if (scriptId === undefined) throw new ProviderFault('missing', 'There is no such run of a script.');
  const computer = numericId(device);
  const since = (await historyOf(caller, computer, scriptId)).filter(
    (one) => (numberOf(one['Id']) ?? 0) > Number(before),
  );
  // The list is the latest first; what ran first after the run began is the run.
  const entry = since.at(-1);
  if (entry) return runIn(entry);
  const running = await records(caller, `/Computers/${computer}/RunningScripts`, { pagesize: 100, orderby: 'Id' });
  const isRunning = running.some((one) => idOf(one['ScriptId']) === scriptId);
  return { state: isRunning ? 'running' : 'queued', output: '', errors: '' };
}

function runIn(entry: Loose): ScriptRun {
  const said = textOf(entry['DiagnosticMessage']) ?? '';
  if (textOf(entry['Status']) === 'Running') return { state: 'running', output: said, errors: '' };
  if (textOf(entry['State']) === 'Failure') return { state: 'failed', output: '', errors: said };
  return { state: 'succeeded', output: said, errors: '' };
}

const historyOf = (caller: Caller, computer: string, scriptId: string): Promise<Loose[]> =>
  records(caller, `/Computers/${computer}/ScriptHistory`, {
    ...{ condition: `ScriptId = ${scriptId}`, orderby: 'Id desc', pagesize: 20, includefields: HISTORY_FIELDS },
  });

async function records(caller: Caller, path: string, query: Record<string, string | number>): Promise<Loose[]> {
  const answer = await caller.json({ path: `${API}${path}`, query });
  if (Array.isArray(answer)) return answer as Loose[];
  throw new ProviderFault('malformed', `Automate’s answer to ${path} holds no list.`);
}

/** Nothing but numbers goes into conditions, for which the vendor documents no way to write a quote. */
function numericId(id: string): string {
  if (/^\d{1,18}$/.test(id)) return id;
  throw new ProviderFault('missing', 'Scripts of Automate run on computers alone, which are known by numbers.');
}

function parametersOf(parameters: Readonly<Record<string, string>>): string {
  const parts = Object.entries(parameters);
  const bad = parts.find(
    ([name, value]) => `${name}${value}`.includes(BETWEEN) || /['"\r\n]/.test(value) || name.includes(WITHIN),
  );
  if (bad)
    throw new ProviderFault(
      'malformed',
      `Automate cannot be given this value of ${bad[0]}: leave out quotes, lines and |.`,
    );
  return parts.map(([name, value]) => `${name}${WITHIN}${value}`).join(BETWEEN);
}

const scheduleOf = (ComputerId: number, ScriptId: string, Parameters: string, at: string) => ({
  ...{ ScriptId, ClientId: 0, LocationId: 0, ComputerId, GroupId: 0, IncludeSubgroups: false, SearchId: 0 },
  ...{ Disabled: false, EffectiveStartDate: at, EffectiveOccurrences: 0, DistributionWindowType: 2 },
  ...{ DistributionWindowAmount: 0, NextRun: at, NextSchedule: at, ScheduleType: 1, Interval: 0 },
  ...{ ScheduleWeekOfMonth: 0, ScheduleDayOfWeek: 0, RepeatType: 0, RepeatAmount: 0, RepeatStopAfter: 0 },
  ...{ SkipOffline: false, OfflineOnly: false, WakeOffline: false, WakeScript: false, DisableTimeZone: true },
  ...{ RunScriptOnProbe: false, Parameters, Priority: 6, TimeZoneAdd: 0, User: '', LastUpdate: at },
});
