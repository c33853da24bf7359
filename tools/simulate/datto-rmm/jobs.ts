import { randomOf } from '../../../server/sample/random.ts';
import { guidOf } from '../estate/guid.ts';
import type { SimulatedDevice } from '../estate/types.ts';
import type { Reply } from '../vendor.ts';

const RUNS_FOR_MS = 8_000;

export const COMPONENTS = ['Clear print queue', 'Restart a service', 'Collect logs', 'Always fails'].map(
  (name, index) => ({
    id: 500 + index,
    uid: guidOf(randomOf(`datto component ${name}`)),
    name,
    description: `${name} on the device`,
    categoryCode: 'scripts',
    credentialsRequired: false,
    variables:
      index === 1
        ? [
            {
              name: 'service',
              type: 'string',
              defaultVal: '',
              direction: 'in',
              description: 'Its name',
              variablesIdx: 0,
            },
          ]
        : [],
  }),
);

type Job = { uid: string; component: (typeof COMPONENTS)[number]; device: SimulatedDevice; beganAt: number };

/** Components that run on devices: pending while the device is off, then running for some seconds. */
export type Jobs = {
  begin(device: SimulatedDevice, told: unknown): Reply;
  read(rest: readonly string[]): Reply;
};

export function openJobs(now: () => number, refuse: (status: number, message: string) => Reply): Jobs {
  const jobs = new Map<string, Job>();
  const stateOf = ({ device, beganAt, component }: Job) => {
    if (!device.online) return 'Pending';
    if (now() < beganAt + RUNS_FOR_MS) return 'Running';
    return component.name === 'Always fails' ? 'Failure' : 'Success';
  };
  return {
    begin(device, told) {
      const { jobName, jobComponent } = (told ?? {}) as {
        jobName?: unknown;
        jobComponent?: { componentUid?: unknown; variables?: { name: string; value: string }[] };
      };
      const component = COMPONENTS.find(({ uid }) => uid === jobComponent?.componentUid);
      if (typeof jobName !== 'string' || jobName === '') return refuse(400, 'jobName must not be blank');
      if (!component) return refuse(404, 'Component was not found');
      const job = { uid: guidOf(randomOf(`datto job ${jobs.size}`)), component, device, beganAt: now() };
      jobs.set(job.uid, job);
      return {
        status: 200,
        body: {
          job: { id: 990 + jobs.size, uid: job.uid, name: jobName, dateCreated: job.beganAt, status: 'active' },
          jobComponents: [{ uid: component.uid, name: component.name, variables: jobComponent?.variables ?? [] }],
        },
      };
    },
    read([uid = '', results, deviceUid, output]) {
      const job = jobs.get(uid);
      if (!job || (results !== undefined && (results !== 'results' || deviceUid !== job.device.uid)))
        return refuse(404, 'Job was not found');
      const state = stateOf(job);
      const { uid: componentUid, name: componentName } = job.component;
      const isOver = state === 'Success' || state === 'Failure';
      if (results === undefined)
        return { status: 200, body: { uid, name: 'Fettle', status: isOver ? 'completed' : 'active' } };
      if (output === undefined)
        return {
          status: 200,
          body: {
            ...{ jobUid: uid, deviceUid, ranOn: isOver ? job.beganAt : null, jobDeploymentStatus: state },
            componentResults: [
              {
                ...{ componentUid, componentName, componentStatus: state, numberOfWarnings: 0 },
                ...{ hasStdOut: isOver, hasStdErr: state === 'Failure' },
              },
            ],
          },
        };
      const stdData =
        output === 'stdout' ? `${componentName} on ${job.device.hostname}\r\n` : 'The command ended with code 1\r\n';
      return { status: 200, body: isOver ? [{ componentUid, componentName, stdData }] : [] };
    },
  };
}
