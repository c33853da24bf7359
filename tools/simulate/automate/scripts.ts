import type { SimulatedDevice } from '../estate/types.ts';
import { zoned } from '../zoned.ts';
import { SERVER_ZONE } from './numbers.ts';
import type { Told } from './records.ts';

const RUNS_FOR_MS = 8_000;

const NAMES = ['Clear print queue', 'Restart a service', 'Collect logs', 'Always fails'];

export const SCRIPTS: readonly Told[] = NAMES.map((Name, index) => ({
  ...{ Id: String(7_200 + index), Name, Comments: `${Name} on the computer` },
  ...{ IsComputerScript: index !== 2, IsFunctionScript: false, Parameters: index === 1 ? ['service'] : [] },
}));

type Run = { id: number; script: Told; device: SimulatedDevice; beganAt: number };

/** Scripts that computers run: they wait while a computer is off, then run for some seconds and stand in its history. */
export type Scripts = {
  /** What is wrong with what was sent; null where it is scheduled. */
  schedule(device: SimulatedDevice, told: Told): string | null;
  running(device: SimulatedDevice): Told[];
  history(device: SimulatedDevice): Told[];
};

export function openScripts(now: () => number): Scripts {
  const runs: Run[] = [];
  const isOver = ({ device, beganAt }: Run) => device.online && now() >= beganAt + RUNS_FOR_MS;
  const of = (device: SimulatedDevice, over: boolean) =>
    runs.filter((run) => run.device === device && isOver(run) === over && (over || device.online));
  const record = ({ id, script, device }: Run) => ({
    ...{ Id: id, ScriptId: Number(script['Id']), ComputerId: device.number, Name: script['Name'] },
  });
  return {
    schedule(device, told) {
      const script = SCRIPTS.find(({ Id }) => String(told['ScriptId']) === Id);
      if (!script) return 'ScriptId is not a script';
      if (told['ComputerId'] !== device.number) return 'ComputerId does not match';
      if (told['ScheduleType'] !== 1 || typeof told['EffectiveStartDate'] !== 'string')
        return 'The schedule is invalid';
      runs.push({ id: 9_000 + runs.length, script, device, beganAt: now() });
      return null;
    },
    running: (device) => of(device, false).map((run) => ({ ...record(run), Status: 'Running' })),
    history: (device) =>
      of(device, true).map((run) => ({
        ...record(run),
        Status: 'Completed',
        State: run.script['Name'] === 'Always fails' ? 'Failure' : 'Success',
        HistoryDate: zoned(run.beganAt + RUNS_FOR_MS, SERVER_ZONE),
        DiagnosticMessage: `${run.script['Name']}: done`,
      })),
  };
}
