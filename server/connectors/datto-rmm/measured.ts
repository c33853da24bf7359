import { instantOf, instantOfMs, type Loose, looseOf, textOf } from '#server/connectors/core/index.ts';

type Field = {
  /** What people call it; empty where the value says it by itself. */
  readonly label: string;
  readonly as?: 'instant' | 'word' | 'each';
};

/** The fields that Datto's document names and people can use, in the order in which they are read. */
const FIELDS: Readonly<Record<string, Field>> = {
  description: { label: '' },
  errorMessage: { label: 'Error' },
  reason: { label: 'Reason' },
  reasons: { label: 'Reasons' },
  info: { label: 'What it says' },
  result: { label: 'Result', as: 'word' },
  samples: { label: '', as: 'each' },
  status: { label: 'Status', as: 'word' },
  alertType: { label: 'What is wrong', as: 'word' },
  productName: { label: 'Product' },
  productNotUpdatedForDays: { label: 'Days without an update' },
  virusName: { label: 'Virus' },
  infectedFiles: { label: 'Infected files' },
  affectedDirectories: { label: 'Affected directories' },
  watchPaths: { label: 'Watched directories' },
  rwextension: { label: 'Ending of changed files' },
  confidenceFactor: { label: 'Confidence' },
  diskName: { label: 'Disk' },
  freeSpace: { label: 'Free space' },
  totalVolume: { label: 'Size' },
  diskNameDesignation: { label: 'Watched disks', as: 'word' },
  unitOfMeasure: { label: 'Limit is meant as', as: 'word' },
  processName: { label: 'Service or process' },
  packageName: { label: 'Software' },
  actionType: { label: 'What happened', as: 'word' },
  version: { label: 'Version' },
  prevVersion: { label: 'Version before' },
  source: { label: 'Source' },
  logName: { label: 'Log' },
  code: { label: 'Event' },
  type: { label: 'Type', as: 'word' },
  triggerCount: { label: 'Times' },
  lastTriggered: { label: 'Last time', as: 'instant' },
  causedSuspension: { label: 'Monitor suspended itself' },
  path: { label: 'Path' },
  objectType: { label: 'Kind', as: 'word' },
  condition: { label: 'Condition', as: 'word' },
  degree: { label: 'Temperature' },
  sample: { label: 'Measured' },
  value: { label: 'Value' },
  threshold: { label: 'Limit' },
  markerSupplyIndex: { label: 'Supply' },
  currentLevel: { label: 'Level' },
  displayName: { label: 'Sensor' },
  currentValue: { label: 'Value' },
  ruleName: { label: 'Rule' },
  responseValue: { label: 'Answer' },
  instanceName: { label: 'Target' },
  roundtripTime: { label: 'Round trip' },
  timeout: { label: 'Timeout' },
  monitorName: { label: 'Monitor' },
  monitorInstance: { label: 'Instance' },
  deviceName: { label: 'Device' },
  ipAddress: { label: 'IP address' },
  macAddress: { label: 'MAC address' },
  oid: { label: 'OID' },
  OID: { label: 'OID' },
  alertTime: { label: 'Alert began', as: 'instant' },
  metaAlertTime: { label: 'Alert was recorded', as: 'instant' },
  patchUid: { label: 'Patch' },
  policyUid: { label: 'Policy' },
  esAlertId: { label: 'Id of the alert' },
};

/** What a context says, a line each: first what is known, in words, then what nobody knows, under a heading of its own. */
export function measuredIn(context: Loose): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const known = Object.entries(FIELDS).flatMap(([key, field]) => linesOf(context[key], field));
  const unknown = Object.entries(context)
    .filter(([key]) => key !== '@class' && !Object.hasOwn(FIELDS, key))
    .flatMap(([key, value]) => linesOf(value, { label: labelOf(key) }));
  return { known, unknown };
}

function linesOf(value: unknown, { label, as }: Field): string[] {
  if (as === 'each') return Object.entries(looseOf(value)).flatMap(([name, one]) => linesOf(one, { label: name }));
  const words = wordsOf(value, as);
  return words === '' ? [] : [label === '' ? words : `${label}: ${words}`];
}

/** What is nested deeper is only said to be there. */
const DEEPEST = 3;

function wordsOf(value: unknown, as: Field['as'], depth = 0): string {
  if (typeof value === 'object' && value !== null) {
    if (depth === DEEPEST) return '…';
    const parts = Array.isArray(value)
      ? value.map((one) => wordsOf(one, as, depth + 1))
      : Object.entries(value).map(([key, one]) => nestedIn(labelOf(key), wordsOf(one, undefined, depth + 1)));
    return parts.filter((part) => part !== '').join(', ');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = textOf(value) ?? '';
  if (as === 'instant') return timeWords(value) ?? text;
  return as === 'word' ? text.toLowerCase().replaceAll('_', ' ') : text;
}

const nestedIn = (label: string, words: string): string => (words === '' ? '' : `${label} ${words}`);

/** A time to the second, as Datto's clock has it. */
function timeWords(value: unknown): string | null {
  const at = instantOfMs(value) ?? instantOf(value, 'UTC');
  return at === null ? null : `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
}

/** `lastSeenByCPU` → `Last seen by CPU`. */
function labelOf(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .split(/\s+/)
    .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
