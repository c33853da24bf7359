/** N-sight counts servers and workstations apart: the same number may be one of each. */
export const KINDS = ['server', 'workstation'] as const;
export type Kind = (typeof KINDS)[number];

/** What a device is known by in Fettle. */
export const deviceId = (kind: Kind, number: string): string => `${kind}-${number}`;
