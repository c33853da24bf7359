import { likeness } from '../alike.ts';
import type { Minimum } from './bars.ts';
import type { Axis, Bar, Day, Verdict } from './types.ts';

/** Each rejection of the very group asks for half as many again; after so many it stays. */
const AGAIN = 1.5;
const MOST_REJECTIONS = 4;
/** What was decided about others of the same sort counts for a year: every three more of one than of the other. */
const REMEMBERED_DAYS = 365;
const IN_A_ROW = 3;
const HARDER = 0.25;
const EASIER = 0.1;
const MOST_STEPS = 3;
/** What no experience goes below. */
const LEAST = 2;
const SAME_WORDS = 0.5;

type Group = {
  readonly clientId: string;
  readonly axis: Axis;
  readonly group: string;
  readonly words: readonly string[];
};

/** What was learnt of a group: its bar, from which day on something counts for it, and whether its problem still goes on. */
export type Learnt = {
  readonly bar: Bar;
  readonly countsFrom: Day | null;
  /** What it had when it was rejected last, for what has no day. */
  readonly hadThen: number;
  readonly underWay: boolean;
};

/** Whether a verdict was about this group. Words drift, so those that are mostly the same are the same group. */
const isAbout = (group: Group, verdict: Verdict): boolean =>
  verdict.axis === group.axis &&
  (verdict.group === group.group ||
    (group.axis === 'words' && likeness(new Set(group.words), new Set(verdict.words)) >= SAME_WORDS));

/**
 * What decisions taught about a group. A rejected one needs half as many again each time, all of them since; one whose problem ended
 * needs as many since then. Beyond that a client's own decisions about others of the same sort move the bar a little.
 */
export function learn(group: Group, minimum: Minimum, verdicts: readonly Verdict[], today: Day): Learnt {
  const ofClient = verdicts.filter((one) => one.clientId === group.clientId && one.axis === group.axis);
  const own = ofClient.filter((one) => isAbout(group, one));
  const others = ofClient.filter((one) => !own.includes(one) && today - one.day <= REMEMBERED_DAYS);
  const rejected = own.filter(({ said }) => said === 'rejected');
  const lastRejected = rejected.reduce<Verdict | null>((last, one) => (last && last.day >= one.day ? last : one), null);
  const accepted = own.filter(({ said }) => said === 'accepted');
  const ended = accepted.flatMap(({ endedOn }) => endedOn ?? []);
  const { factor, why: sort } = ofOthers(others);
  const usual = Math.max(Math.min(LEAST, minimum.count), Math.ceil(minimum.count * factor));
  const times = Math.min(rejected.length, MOST_REJECTIONS);
  const why = [
    ...sort,
    ...(lastRejected
      ? [`rejected ${timesWords(rejected.length)}, last with ${lastRejected.counted}; only what came since counts`]
      : []),
    ...(ended.length > 0 ? ['a problem about it ended before; only what came since counts'] : []),
  ];
  const from = [...(lastRejected ? [lastRejected.day] : []), ...ended];
  return {
    // A step each time even where the numbers are so small that half of them is nothing.
    bar: { needed: Math.max(Math.ceil(usual * AGAIN ** times), usual + times), days: minimum.days, why },
    countsFrom: from.length > 0 ? Math.max(...from) + 1 : null,
    hadThen: lastRejected?.counted ?? 0,
    underWay: accepted.some(({ endedOn }) => endedOn === null),
  };
}

function ofOthers(others: readonly Verdict[]): { factor: number; why: string[] } {
  const rejected = others.filter(({ said }) => said === 'rejected').length;
  const accepted = others.length - rejected;
  const steps = Math.min(MOST_STEPS, Math.floor(Math.abs(rejected - accepted) / IN_A_ROW));
  if (steps === 0) return { factor: 1, why: [] };
  const isHarder = rejected > accepted;
  const share = steps * (isHarder ? HARDER : EASIER);
  const why = `${isHarder ? 'a higher' : 'a lower'} bar by ${Math.round(share * 100)} %: of this client’s proposals of this sort ${rejected} were rejected and ${accepted} accepted within a year`;
  return { factor: isHarder ? 1 + share : 1 - share, why: [why] };
}

const timesWords = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
