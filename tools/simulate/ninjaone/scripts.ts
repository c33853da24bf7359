import type { SimulatedDevice } from '../estate/types.ts';
import type { Reply } from '../vendor.ts';
import type { World } from '../world.ts';
import type { Activities } from './activities.ts';

const RUNS_FOR_MS = 8_000;

const SCRIPTS = [
  { id: 12, uid: '6f0d1c52-7d1e-4c57-9d5c-0a0b0c0d0e01', name: 'Clear print queue' },
  { id: 13, uid: '6f0d1c52-7d1e-4c57-9d5c-0a0b0c0d0e02', name: 'Always fails' },
] as const;

type Run = { device: SimulatedDevice; script: (typeof SCRIPTS)[number]; endsAt: number; seriesUid: string };

/** Scripts that run on devices; they say by activities that they began and how they ended. */
export function openScripts(world: World, activities: Activities, refuse: (status: number, message: string) => Reply) {
  const runs: Run[] = [];
  const tell = ({ device, script, seriesUid }: Run, told: Record<string, unknown>) =>
    activities.add(device, {
      ...{ activityType: 'ACTION', seriesUid, sourceName: script.name, subject: script.name },
      ...(told as { statusCode: string }),
    });
  return {
    options: (): Reply => ({
      status: 200,
      body: {
        categories: [],
        scripts: SCRIPTS.map((script) => ({ type: 'SCRIPT', language: 'powershell', ...script })),
      },
    }),
    run(device: SimulatedDevice, told: Readonly<Record<string, unknown>>): Reply {
      const script = SCRIPTS.find(({ id, uid }) => id === told['id'] || uid === told['uid']);
      if (told['type'] !== 'SCRIPT' || !script) return refuse(404, 'Script was not found');
      const run = { device, script, endsAt: world.now() + RUNS_FOR_MS, seriesUid: `run-${activities.all.length}` };
      runs.push(run);
      if (device.online) tell(run, { statusCode: 'STARTED', message: `${script.name} started` });
      return { status: 204 };
    },
    /** Ends what is over by now. */
    settle() {
      for (const run of runs.filter(({ device, endsAt }) => device.online && endsAt <= world.now())) {
        runs.splice(runs.indexOf(run), 1);
        const hasFailed = run.script.name === 'Always fails';
        const message = hasFailed ? 'The script ended with code 1' : `${run.script.name} on ${run.device.hostname}`;
        tell(run, { statusCode: 'COMPLETED', activityResult: hasFailed ? 'FAILURE' : 'SUCCESS', message });
      }
    },
  };
}
