import type { HealthLevel } from '#shared/service-words.ts';
import { percentWords } from './percent-words.ts';

/** What is known of a client's service. */
export type HealthFacts = {
  /** Outages that last at this moment: how much is missing, 1 to 100. */
  readonly running: readonly { readonly share: number; readonly planned: boolean; readonly title: string }[];
  /** Open incidents about it, by priority (1 the most urgent). */
  readonly incidents: readonly { readonly priority: number; readonly count: number }[];
  /** Major incidents about it: those that go on, and those of the last days that are over. */
  readonly majors: { readonly open: number; readonly over: number };
  /** Changes to it within the last days that failed or were backed out, and those that caused incidents. */
  readonly changes: { readonly failed: number; readonly causing: number };
  /** Over the last days; null where nothing was agreed or nothing is promised. */
  readonly availability: { readonly percent: number; readonly target: number } | null;
  /** Open alerts on its items: of severity 1 or 2, and others. */
  readonly alerts: { readonly severe: number; readonly other: number };
  /** The same on what its items need. */
  readonly alertsBehind: { readonly severe: number; readonly other: number };
};

export type HealthReason = { readonly points: number; readonly text: string };
export type Health = {
  readonly level: HealthLevel;
  readonly points: number;
  readonly reasons: readonly HealthReason[];
};

/** So many days back it is looked. */
export const HEALTH_DAYS = 30;
/** From so many points on a service is to be watched, and from so many it does poorly. */
export const WATCH_FROM = 20;
export const POOR_FROM = 50;

/** What each thing weighs, and where several of it weigh no more. */
const WEIGHTS = {
  gone: { each: 60, most: 60 },
  inPart: { each: 25, most: 25 },
  incident: {
    1: { each: 30, most: 60 },
    2: { each: 12, most: 36 },
    3: { each: 4, most: 12 },
    other: { each: 1, most: 5 },
  },
  majorOpen: { each: 40, most: 40 },
  majorOver: { each: 15, most: 30 },
  changeFailed: { each: 10, most: 20 },
  changeCausing: { each: 10, most: 20 },
  belowTarget: { each: 25, most: 25 },
  nearTarget: { each: 10, most: 10 },
  alertSevere: { each: 10, most: 20 },
  alertOther: { each: 2, most: 6 },
  alertSevereBehind: { each: 6, most: 12 },
  alertOtherBehind: { each: 1, most: 3 },
} as const;

type Weight = { readonly each: number; readonly most: number };

/** How a service does, from what is known of it, with every reason and what that weighs. Nothing known is good. */
export function healthOf(facts: HealthFacts): Health {
  const reasons: HealthReason[] = [];
  const add = (weight: Weight, count: number, text: string) => {
    if (count > 0) reasons.push({ points: Math.min(weight.most, weight.each * count), text });
  };
  const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
  for (const { share, planned, title } of facts.running.filter((one) => !one.planned).slice(0, 1))
    add(
      share === 100 && !planned ? WEIGHTS.gone : WEIGHTS.inPart,
      1,
      share === 100 ? `It is not there: ${title}.` : `${share} % of it is missing: ${title}.`,
    );
  for (const { priority, count } of [...facts.incidents].sort((a, b) => a.priority - b.priority))
    add(
      WEIGHTS.incident[priority as 1] ?? WEIGHTS.incident.other,
      count,
      `${many(count, 'open incident', 'open incidents')} of priority ${priority}.`,
    );
  add(
    WEIGHTS.majorOpen,
    facts.majors.open,
    `${many(facts.majors.open, 'major incident goes', 'major incidents go')} on.`,
  );
  const back = `within the last ${HEALTH_DAYS} days`;
  add(WEIGHTS.majorOver, facts.majors.over, `${many(facts.majors.over, 'major incident', 'major incidents')} ${back}.`);
  const { failed, causing } = facts.changes;
  add(WEIGHTS.changeFailed, failed, `${many(failed, 'change', 'changes')} failed or backed out ${back}.`);
  add(WEIGHTS.changeCausing, causing, `${many(causing, 'change', 'changes')} caused incidents ${back}.`);
  addAvailability(facts.availability, add);
  add(
    WEIGHTS.alertSevere,
    facts.alerts.severe,
    `${many(facts.alerts.severe, 'open alert', 'open alerts')} of severity 1 or 2 on its items.`,
  );
  add(
    WEIGHTS.alertOther,
    facts.alerts.other,
    `${many(facts.alerts.other, 'other open alert', 'other open alerts')} on its items.`,
  );
  const { severe, other } = facts.alertsBehind;
  add(
    WEIGHTS.alertSevereBehind,
    severe,
    `${many(severe, 'open alert', 'open alerts')} of severity 1 or 2 on what its items need.`,
  );
  add(
    WEIGHTS.alertOtherBehind,
    other,
    `${many(other, 'other open alert', 'other open alerts')} on what its items need.`,
  );
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return { level: points >= POOR_FROM ? 'poor' : points >= WATCH_FROM ? 'watch' : 'good', points, reasons };
}

/** Below what is promised, or with more than half of what may be missing used up. */
function addAvailability(
  known: HealthFacts['availability'],
  add: (weight: Weight, count: number, text: string) => void,
): void {
  if (known === null) return;
  const { percent, target } = known;
  const said = `It was there for ${percentWords(percent)} of the last ${HEALTH_DAYS} days; promised are ${target} %`;
  if (percent < target) add(WEIGHTS.belowTarget, 1, `${said}.`);
  else if (100 - percent > (100 - target) / 2)
    add(WEIGHTS.nearTarget, 1, `${said}, and more than half of what may be missing was.`);
}
