/** A place that a vendor calls site, customer or organisation: one client of the MSP, or a part of one. */
export type SimulatedSite = {
  /** From 1; stays. */
  readonly number: number;
  readonly uid: string;
  name: string;
  /** With what the host names of its devices begin: `ACME`. */
  readonly code: string;
  /** Below `.example`. */
  readonly domain: string;
  readonly town: string;
  readonly publicIp: string;
  readonly createdAt: number;
};

export const DEVICE_KINDS = [
  'workstation',
  'laptop',
  'mac',
  'server',
  'linuxServer',
  'vmHost',
  'switch',
  'router',
  'firewall',
  'accessPoint',
  'printer',
  'nas',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What everybody can say of a device. Times are milliseconds since the epoch, sizes are bytes. */
export type SimulatedDevice = {
  /** From 1; stays, and is never given to another device. */
  readonly number: number;
  readonly uid: string;
  site: SimulatedSite;
  readonly kind: DeviceKind;
  hostname: string;
  description: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  /** Upper case with colons. */
  readonly macs: readonly string[];
  readonly ip: string;
  readonly os: OperatingSystem | null;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly disks: readonly { readonly name: string; readonly bytes: number; freeBytes: number }[];
  /** `ACME\jo.lee`, or null where nobody signs in. */
  user: string | null;
  online: boolean;
  /** How long before now it was seen last; the moment it went off where it is off. */
  lastSeenAt: number;
  readonly lastBootAt: number;
  auditedAt: number;
  readonly createdAt: number;
  readonly firmware: string;
  /** `YYYY-MM-DD`. */
  readonly warrantyUntil: string | null;
  readonly antivirus: { readonly product: string; readonly isRunning: boolean; readonly isCurrent: boolean } | null;
  readonly patches: { readonly pending: number; readonly installed: number } | null;
  readonly needsReboot: boolean;
  inMaintenance: boolean;
};

export type OperatingSystem = {
  readonly family: 'windows' | 'mac' | 'linux' | 'hypervisor';
  /** `Microsoft Windows 11 Pro`. */
  readonly name: string;
  /** `10.0.26100`. */
  readonly version: string;
  readonly architecture: 'x64' | 'arm64';
};

/** What is wrong with a device, as all vendors know it. */
export const TROUBLES = [
  'offline',
  'disk',
  'processor',
  'memory',
  'service',
  'eventLog',
  'antivirus',
  'patch',
  'backup',
  'ransomware',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export type SimulatedAlert = {
  readonly number: number;
  readonly uid: string;
  readonly device: SimulatedDevice;
  readonly trouble: Trouble;
  /** 1 critical to 5 information. */
  readonly severity: 1 | 2 | 3 | 4 | 5;
  /** What of the device: `C:`, `Spooler`; empty where it is the device itself. */
  readonly part: string;
  /** What was measured, of how much: free GB of a disk, percent of a processor. */
  readonly value: number;
  readonly total: number;
  message: string;
  readonly raisedAt: number;
  resolvedAt: number | null;
  resolvedBy: string | null;
  acknowledgedBy: string | null;
};

export type Software = { readonly name: string; readonly version: string; readonly publisher: string };
