import type { DeviceKind, OperatingSystem } from './types.ts';

const WINDOWS_11: OperatingSystem = {
  family: 'windows',
  name: 'Microsoft Windows 11 Pro',
  version: '10.0.26100',
  architecture: 'x64',
};
const WINDOWS_10: OperatingSystem = { ...WINDOWS_11, name: 'Microsoft Windows 10 Pro', version: '10.0.19045' };
const SERVER_2022: OperatingSystem = {
  ...WINDOWS_11,
  name: 'Microsoft Windows Server 2022 Standard',
  version: '10.0.20348',
};
const SERVER_2016: OperatingSystem = {
  ...WINDOWS_11,
  name: 'Microsoft Windows Server 2016 Standard',
  version: '10.0.14393',
};
const MACOS: OperatingSystem = { family: 'mac', name: 'macOS Tahoe', version: '26.1', architecture: 'arm64' };
const DEBIAN: OperatingSystem = {
  family: 'linux',
  name: 'Debian GNU/Linux 12 (bookworm)',
  version: '6.1.0-28-amd64',
  architecture: 'x64',
};
const ESXI: OperatingSystem = {
  family: 'hypervisor',
  name: 'VMware ESXi 8.0.3',
  version: '8.0.3',
  architecture: 'x64',
};

export type Hardware = {
  /** How many of a hundred devices are of this kind. */
  readonly share: number;
  /** What stands in its host name: `ACME-LT0012`. */
  readonly mark: string;
  /** Maker, model and the first half of its network addresses. */
  readonly models: readonly (readonly [string, string, string])[];
  readonly systems: readonly OperatingSystem[];
  readonly processors: readonly string[];
  /** GiB. */
  readonly memory: readonly number[];
  /** GB. */
  readonly disks: readonly number[];
  readonly hasUser: boolean;
};

/** What the made-up clients have, by kind. */
export const HARDWARE: Readonly<Record<DeviceKind, Hardware>> = {
  workstation: {
    share: 34,
    mark: 'PC',
    models: [
      ['Dell Inc.', 'OptiPlex 7010', 'A4:BB:6D'],
      ['HP', 'HP ProDesk 600 G6', '3C:52:82'],
      ['LENOVO', 'ThinkCentre M70q', '98:FA:9B'],
    ],
    systems: [WINDOWS_11, WINDOWS_11, WINDOWS_10],
    processors: ['Intel(R) Core(TM) i5-13500', 'Intel(R) Core(TM) i7-12700', 'AMD Ryzen 5 PRO 5650G'],
    memory: [8, 16, 32],
    disks: [256, 512],
    hasUser: true,
  },
  laptop: {
    share: 40,
    mark: 'LT',
    models: [
      ['Dell Inc.', 'Latitude 5440', 'A4:BB:6D'],
      ['HP', 'HP EliteBook 840 G9', '3C:52:82'],
      ['LENOVO', 'ThinkPad T14 Gen 4', '98:FA:9B'],
      ['Microsoft Corporation', 'Surface Laptop 5', 'C0:35:32'],
    ],
    systems: [WINDOWS_11, WINDOWS_11, WINDOWS_11, WINDOWS_10],
    processors: ['Intel(R) Core(TM) i5-1345U', 'Intel(R) Core(TM) Ultra 7 155U', 'AMD Ryzen 7 PRO 7840U'],
    memory: [16, 32],
    disks: [256, 512, 1_000],
    hasUser: true,
  },
  mac: {
    share: 4,
    mark: 'MB',
    models: [['Apple Inc.', 'MacBookPro18,3', 'F0:18:98']],
    systems: [MACOS],
    processors: ['Apple M1 Pro', 'Apple M3'],
    memory: [16, 32],
    disks: [512, 1_000],
    hasUser: true,
  },
  server: {
    share: 7,
    mark: 'SRV',
    models: [
      ['Dell Inc.', 'PowerEdge R660', 'B0:7B:25'],
      ['HPE', 'ProLiant DL380 Gen11', '5C:ED:8C'],
      ['VMware, Inc.', 'VMware7,1', '00:50:56'],
    ],
    systems: [SERVER_2022, SERVER_2022, SERVER_2016],
    processors: ['Intel(R) Xeon(R) Silver 4410Y', 'AMD EPYC 9124'],
    memory: [32, 64, 128],
    disks: [240, 2_000],
    hasUser: false,
  },
  linuxServer: {
    share: 2,
    mark: 'LX',
    models: [['QEMU', 'Standard PC (Q35 + ICH9, 2009)', '52:54:00']],
    systems: [DEBIAN],
    processors: ['Intel(R) Xeon(R) Silver 4410Y'],
    memory: [4, 8, 16],
    disks: [40, 200],
    hasUser: false,
  },
  vmHost: {
    share: 1,
    mark: 'ESX',
    models: [['Dell Inc.', 'PowerEdge R760', 'B0:7B:25']],
    systems: [ESXI],
    processors: ['Intel(R) Xeon(R) Gold 6430'],
    memory: [256, 512],
    disks: [4_000],
    hasUser: false,
  },
  switch: network(3, 'SW', [
    ['Aruba', '2930F 24G PoE+', '94:18:82'],
    ['Ubiquiti Inc.', 'USW-Pro-24-PoE', '74:AC:B9'],
  ]),
  router: network(1, 'RT', [['MikroTik', 'RB4011iGS+', '48:8F:5A']]),
  firewall: network(1, 'FW', [
    ['Fortinet', 'FortiGate-60F', '04:D5:90'],
    ['SonicWall', 'TZ470', '2C:B8:ED'],
  ]),
  accessPoint: network(3, 'AP', [['Ubiquiti Inc.', 'U6-Pro', '74:AC:B9']]),
  printer: network(3, 'PRN', [
    ['RICOH', 'IM C3000', '58:38:79'],
    ['Kyocera', 'TASKalfa 2554ci', '00:17:C8'],
    ['HP', 'LaserJet M507', '3C:52:82'],
  ]),
  nas: network(1, 'NAS', [['Synology', 'RS1221+', '00:11:32']]),
};

function network(share: number, mark: string, models: Hardware['models']): Hardware {
  return { share, mark, models, systems: [], processors: [], memory: [], disks: [], hasUser: false };
}
