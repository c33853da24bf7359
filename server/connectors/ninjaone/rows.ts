/** By query, what of its rows is read: nothing else of them is held, and nothing else can be asked of `Rows`. */
export const READ_OF_ROWS = {
  'computer-systems': [
    ...['timestamp', 'serialNumber', 'biosSerialNumber', 'manufacturer', 'model', 'domain', 'totalPhysicalMemory'],
    ...['chassisType', 'virtualMachine'],
  ],
  'operating-systems': ['name', 'buildNumber', 'architecture', 'lastBootTime', 'needsReboot'],
  'antivirus-status': ['productName', 'productState', 'definitionStatus'],
  'logged-on-users': ['userName'],
} as const;

type Row<Query extends keyof typeof READ_OF_ROWS> = Partial<Record<(typeof READ_OF_ROWS)[Query][number], unknown>>;

/** What the queries say of a device, each a row of its own; empty where one has none. */
export type Rows = {
  readonly system: Row<'computer-systems'>;
  readonly os: Row<'operating-systems'>;
  readonly antivirus: Row<'antivirus-status'>;
  readonly user: Row<'logged-on-users'>;
};

export const NO_ROWS: Rows = { system: {}, os: {}, antivirus: {}, user: {} };
