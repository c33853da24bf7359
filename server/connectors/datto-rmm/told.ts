import { type Loose, looseOf, numberOf, textOf } from '#server/connectors/core/index.ts';

/** What a context says: what is wrong, the same each time, and in words. */
export type Told = { readonly condition: string; readonly title: string };

type Teller = {
  /** The beginning of the `@class`, where it is known. */
  readonly named: RegExp | null;
  /** Fields by which a context is known whose class is not. */
  readonly has: readonly string[];
  readonly tell: (context: Loose) => Told;
};

const say = (context: Loose, key: string): string => textOf(context[key]) ?? '';
const words = (text: string): string => text.toLowerCase().replaceAll('_', ' ');
/** One line without gaps where a field is missing. */
const line = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
const colon = (head: string, tail: string): string => (tail === '' ? head : `${head}: ${tail}`);

const RESOURCES: Readonly<Record<string, string>> = {
  CPU: 'Processor',
  DISKHEALTH: 'Disk health',
  PSU: 'Power supply',
};

/**
 * Datto's document has 28 contexts, but gives the `@class` of few: the others are known by their fields, the most telling first. Only
 * offline_status, disk_usage, resource_usage, eventlog, script, antivirus, patch and ransomware have been seen.
 */
const TELLERS: readonly Teller[] = [
  {
    named: /^ransomware/,
    has: ['affectedDirectories'],
    tell: (context) => ({
      condition: 'ransomware',
      title: colon(
        'Ransomware suspected',
        textOf((context['affectedDirectories'] as unknown[] | undefined)?.[0]) ?? '',
      ),
    }),
  },
  {
    named: /^online_offline/,
    has: [],
    tell: () => ({ condition: 'offline', title: 'Device is offline' }),
  },
  {
    named: /^perf_disk_usage/,
    has: ['diskName'],
    tell: (context) => {
      const disk = line('disk', say(context, 'diskName'));
      const [free, total] = [numberOf(context['freeSpace']), numberOf(context['totalVolume'])];
      // Datto does not say in which unit the two are.
      return {
        condition: disk,
        title: `Disk${disk.slice(4)} is short of space${free === null || total === null ? '' : ` (${free} of ${total} free)`}`,
      };
    },
  },
  {
    named: /^eventlog/,
    has: ['logName'],
    tell: (context) => {
      const event = line(say(context, 'source'), 'event', say(context, 'code'));
      return { condition: event, title: colon(event, say(context, 'description')) };
    },
  },
  {
    named: /^antivirus/,
    has: [],
    tell: (context) => ({
      condition: 'antivirus',
      title: line('Antivirus', say(context, 'productName'), stateOf(say(context, 'status'))),
    }),
  },
  {
    named: /^patch/,
    has: ['patchUid'],
    tell: (context) => ({
      condition: line('patch', say(context, 'patchUid')),
      title: colon('Patch failed', say(context, 'info') || say(context, 'result')),
    }),
  },
  {
    named: /^comp_script/,
    has: ['samples'],
    tell: (context) => {
      const [name = '', value] = Object.entries(looseOf(context['samples']))[0] ?? [];
      return { condition: line('script', name), title: colon(name || 'Script', textOf(value) ?? '') };
    },
  },
  {
    named: null,
    has: ['packageName'],
    tell: (context) => ({
      condition: line('software', say(context, 'packageName')),
      title: line(say(context, 'packageName'), words(say(context, 'actionType')), say(context, 'version')),
    }),
  },
  {
    named: null,
    has: ['roundtripTime'],
    tell: (context) => ({
      condition: line('ping', say(context, 'instanceName')),
      title: line(say(context, 'instanceName') || 'Ping', 'does not answer'),
    }),
  },
  {
    named: null,
    has: ['objectType'],
    tell: (context) => ({
      condition: line('path', say(context, 'path')),
      title: colon(say(context, 'path') || 'File', words(say(context, 'condition'))),
    }),
  },
  {
    named: null,
    has: ['markerSupplyIndex'],
    tell: (context) => ({
      condition: line('supply', say(context, 'markerSupplyIndex')),
      title: line('Supply', say(context, 'markerSupplyIndex'), 'at', say(context, 'currentLevel')),
    }),
  },
  {
    named: null,
    has: ['ruleName'],
    tell: (context) => ({
      condition: line('snmp', say(context, 'ruleName')),
      title: colon(say(context, 'ruleName') || 'SNMP', say(context, 'responseValue')),
    }),
  },
  {
    named: null,
    has: ['currentValue'],
    tell: (context) => ({
      condition: line('snmp', say(context, 'displayName')),
      title: colon(say(context, 'displayName') || 'SNMP', say(context, 'currentValue')),
    }),
  },
  {
    named: /^perf_resource_usage/,
    has: [],
    tell: (context) => {
      const type = say(context, 'type');
      const name = (Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : null) ?? sentence(words(type)) ?? 'Resource';
      const sample = numberOf(context['sample']);
      return {
        condition: name.toLowerCase(),
        title: line(name, say(context, 'processName'), sample === null ? '' : `at ${sample}`),
      };
    },
  },
  {
    named: null,
    has: ['processName', 'status'],
    tell: (context) => ({
      condition: line('service', say(context, 'processName')),
      title: line(say(context, 'processName') || 'Service', 'is', words(say(context, 'status'))),
    }),
  },
  {
    named: null,
    has: ['degree'],
    tell: (context) => ({ condition: 'temperature', title: line('Temperature at', say(context, 'degree')) }),
  },
  {
    named: null,
    has: ['reason', 'type'],
    tell: (context) => ({
      condition: words(say(context, 'type')) || 'hardware',
      title: say(context, 'reason') || sentence(words(say(context, 'type'))),
    }),
  },
  {
    named: null,
    has: ['alertType', 'productName'],
    tell: (context) => ({
      condition: line('security', say(context, 'productName')),
      title: colon(say(context, 'productName'), words(say(context, 'alertType'))),
    }),
  },
  {
    named: null,
    has: ['productNotUpdatedForDays'],
    tell: (context) => ({
      condition: line('security', say(context, 'productName')),
      title: colon(say(context, 'productName') || 'Security', say(context, 'virusName')),
    }),
  },
  {
    named: null,
    has: ['esAlertId'],
    tell: (context) => ({ condition: 'endpoint security', title: say(context, 'description') || 'Endpoint security' }),
  },
  {
    named: null,
    has: ['errorMessage'],
    tell: (context) => ({ condition: 'backup', title: colon('Backup', say(context, 'errorMessage')) }),
  },
];

/** Reads a context, which is an open map. A class that is known by nothing is kept by its name. */
export function toldBy(context: Loose, note: (what: string) => void): Told {
  const name = say(context, '@class');
  const teller =
    TELLERS.find(({ named }) => named?.test(name)) ??
    TELLERS.find(
      ({ has }) => has.length > 0 && has.every((key) => context[key] !== undefined && context[key] !== null),
    ) ??
    (['ONLINE', 'OFFLINE'].includes(say(context, 'status')) ? TELLERS[1] : undefined);
  if (teller) return teller.tell(context);
  const plain = say(context, 'description') || say(context, 'value');
  if (plain === '') note(`Unknown class of alert: ${name || 'none'}`);
  const readable = sentence(words(name.replace(/_ctx$/, ''))) || 'Alert';
  return { condition: readable.toLowerCase(), title: colon(readable, plain) };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const STATES: Readonly<Record<string, string>> = {
  NOTDETECTED: 'is not detected',
  NOTRUNNING: 'is not running',
  RUNNINGNOTUPTODATE: 'is not up to date',
};
const stateOf = (status: string): string => (Object.hasOwn(STATES, status) ? (STATES[status] ?? '') : words(status));
