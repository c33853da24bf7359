export const PROVIDER_KINDS = ['rmm', 'monitor'] as const;
export const CONNECTOR_STATES = ['on', 'paused', 'refused'] as const;
export type ConnectorState = (typeof CONNECTOR_STATES)[number];
export const CONNECTOR_TASKS = ['devices', 'alerts'] as const;
export type ConnectorTask = (typeof CONNECTOR_TASKS)[number];
export const RUN_KINDS = ['full', 'incremental', 'alerts', 'test'] as const;
export type RunKind = (typeof RUN_KINDS)[number];
export const RUN_STATES = ['running', 'done', 'failed', 'broken_off'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const CALL_STATES = ['new', 'done', 'malformed', 'refused', 'too_large', 'failed'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** Why a system did not do what was asked; `internal` is our own fault. */
export const FAULT_KINDS = [
  'refused',
  'forbidden',
  'limited',
  'unreachable',
  'malformed',
  'missing',
  'internal',
] as const;
export type ConnectorFaultKind = (typeof FAULT_KINDS)[number];

/** What somebody does about it who tries what they typed: nothing is tried again by itself. */
export const TRIED_ADVICE: Readonly<Record<ConnectorFaultKind, string>> = {
  refused: 'Look whether the credentials are those of this system, and whole.',
  forbidden: 'Give the account of the credentials the right that is missing, or have the system unblock this address.',
  limited: 'Try again in a while: it allows no more calls now.',
  unreachable: 'Look whether the system is up and its address is right.',
  malformed: 'Look whether the address is that of this kind of system, and whether it was updated lately.',
  missing: 'Look whether the address is right: the system answers, but knows nothing there.',
  internal: 'Try again. If it stays, look into the log of the program.',
};

/** What a person does about it. */
export const FAULT_ADVICE: Readonly<Record<ConnectorFaultKind, string>> = {
  refused: 'Enter new credentials, then switch the connector on again. Nothing is tried until then.',
  forbidden:
    'Give the account of the credentials the right that is missing, or have the system unblock this address. It is tried again every hour.',
  limited: 'Nothing: it goes on by itself once the system allows more calls.',
  unreachable: 'Look whether the system is up and its address is right. It is tried again with growing pauses.',
  malformed: 'Look whether the address is that of this kind of system, and whether it was updated lately.',
  missing: 'Look whether the address is right: the system answers, but knows nothing there.',
  internal: 'Nothing is lost, and it is tried again. If it stays, look into the log of the program.',
};
