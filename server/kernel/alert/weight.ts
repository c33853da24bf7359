import type { Importance } from '#shared/vocabulary.ts';
import { LEVEL_NAMES, type Level } from '../priority.ts';
import type { Severity } from './types.ts';

/** What others stand on: when it fails, more is hurt than itself. */
const CARRYING = new Set(['server', 'virtual_host', 'firewall', 'switch', 'router', 'storage']);
const WEIGHTS = { 1: [1, 1], 2: [2, 1], 3: [2, 2], 4: [3, 2], 5: [3, 3] } as const;
const STEPS = { high: -1, normal: 0, low: 1 } as const;

export type Weighty = { readonly name: string; readonly importance: Importance };
/** What an alert is on: its class, the service that it stands for, and whose it is; null where that is not known. */
export type WeighedOn = {
  readonly classKey: string | null;
  readonly service: Weighty | null;
  readonly client: Weighty | null;
};

/** 1 high to 3 low, each with why it differs from what the alert itself would give; empty where it does not. */
export type Weight = {
  readonly impact: Level;
  readonly urgency: Level;
  readonly impactWhy: string;
  readonly urgencyWhy: string;
};

/**
 * How much an alert hurts and how soon it must end, from its severity and from what it is on. Its service moves the impact by a step,
 * its client the urgency.
 */
export function weightOf(severity: Severity, { classKey, service, client }: WeighedOn): Weight {
  const [base, soon] = WEIGHTS[severity];
  const carries = classKey !== null && CARRYING.has(classKey) && severity <= 3;
  const own = level(base - (carries ? 1 : 0));
  const impact = level(own + (service ? STEPS[service.importance] : 0));
  const urgency = level(soon + (client ? STEPS[client.importance] : 0));
  return {
    impact,
    urgency,
    impactWhy: service && impact !== own ? because('impact', impact, own, 'service', service) : '',
    urgencyWhy: client && urgency !== soon ? because('urgency', urgency, soon, 'client', client) : '',
  };
}

const level = (number: number): Level => Math.min(3, Math.max(1, number)) as Level;

const because = (what: string, is: Level, was: Level, of: string, { name, importance }: Weighty): string =>
  `${what} is ${LEVEL_NAMES[is]} instead of ${LEVEL_NAMES[was]}, as the ${of} “${name}” is of ${importance} importance`;
