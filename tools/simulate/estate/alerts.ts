import type { Random } from '../../../server/sample/random.ts';
import { guidOf } from './guid.ts';
import type { SimulatedAlert, SimulatedDevice, Trouble } from './types.ts';

type Told = Pick<SimulatedAlert, 'severity' | 'part' | 'value' | 'total' | 'message'>;

const TOLD: Readonly<Record<Trouble, (device: SimulatedDevice, random: Random) => Told>> = {
  offline: ({ hostname, kind }) => ({
    severity: kind === 'server' || kind === 'vmHost' || kind === 'firewall' ? 1 : 3,
    part: '',
    value: 0,
    total: 0,
    message: `${hostname} is offline`,
  }),
  disk: ({ disks }, random) => {
    const disk = disks[0];
    const total = Math.round((disk?.bytes ?? 256e9) / 1e8) / 10;
    const value = Math.round(total * (0.01 + random.next() * 0.05) * 10) / 10;
    const part = disk?.name ?? 'C:';
    return { severity: 2, part, value, total, message: `Disk ${part} has ${value} GB of ${total} GB left` };
  },
  processor: (_, random) => measured('Processor', random.between(91, 100), 3),
  memory: (_, random) => measured('Memory', random.between(92, 99), 3),
  service: (_, random) => {
    const part = random.pick(['Spooler', 'MSSQLSERVER', 'W32Time', 'Netlogon']);
    return { severity: 2, part, value: 0, total: 0, message: `Service ${part} is stopped` };
  },
  eventLog: (_, random) => {
    const value = random.pick([7, 55, 1001, 6008]);
    return { severity: 3, part: 'System', value, total: 0, message: `Event ${value} was written to the log System` };
  },
  antivirus: ({ antivirus }) => {
    const part = antivirus?.product ?? 'Windows Defender';
    return { severity: 2, part, value: 0, total: 0, message: `${part} is not running` };
  },
  patch: (_, random) => {
    const part = `KB50${random.between(10_000, 99_999)}`;
    return { severity: 4, part, value: 0, total: 0, message: `Patch ${part} could not be installed` };
  },
  backup: () => ({
    severity: 2,
    part: 'Nightly',
    value: 0,
    total: 0,
    message: 'Backup Nightly failed: the snapshot could not be made',
  }),
  ransomware: () => ({
    severity: 1,
    part: 'C:\\Users\\Public\\Documents',
    value: 98,
    total: 100,
    message: 'Files are being encrypted below C:\\Users\\Public\\Documents',
  }),
};

const measured = (part: string, value: number, severity: Told['severity']): Told => ({
  ...{ severity, part, value, total: 100 },
  message: `${part} is at ${value} % for ten minutes`,
});

/** An alert as it is raised. */
export function makeAlert(
  number: number,
  device: SimulatedDevice,
  trouble: Trouble,
  random: Random,
  at: number,
): SimulatedAlert {
  return {
    ...{ number, uid: guidOf(random), device, trouble, raisedAt: at },
    ...{ resolvedAt: null, resolvedBy: null, acknowledgedBy: null },
    ...TOLD[trouble](device, random),
  };
}
