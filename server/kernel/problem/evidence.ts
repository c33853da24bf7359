import type { Bars } from './bars.ts';
import type { Axis, Day, Proposal, Subject } from './types.ts';

/** How what a proposal is about is called; null for what has no name any more. */
export type Names = {
  readonly item: (id: string) => string | null;
  readonly category: (id: string) => string | null;
  readonly service: (id: string) => string | null;
  readonly alert: (id: string) => string | null;
  readonly advisory: (id: string) => string | null;
};

/** What it is about, in a few words. */
export function subjectWords({ axis, subject }: { axis: Axis; subject: Subject }, names: Names): string {
  const { itemId, categoryId, serviceId, alertId, advisoryId, words } = subject;
  if (axis === 'advisory') return (advisoryId && names.advisory(advisoryId)) ?? 'an advisory';
  if (axis === 'item') return (itemId && names.item(itemId)) ?? 'an item';
  if (axis === 'words') return words.map((word) => `“${word}”`).join(', ');
  if (axis === 'alert') {
    const on = itemId ? names.item(itemId) : null;
    return `${(alertId && names.alert(alertId)) ?? 'an alert'}${on ? ` on ${on}` : ''}`;
  }
  const parts = [categoryId && names.category(categoryId), serviceId && names.service(serviceId)];
  return parts.flatMap((part) => part || []).join(', ') || 'a category';
}

const TITLES: Readonly<Record<Axis, (about: string) => string>> = {
  advisory: (about) => `Advisory: ${about}`,
  alert: (about) => `Alert that keeps coming back: ${about}`,
  item: (about) => `Recurring incidents on ${about}`,
  words: (about) => `Incidents that say the same: ${about}`,
  about: (about) => `Recurring incidents: ${about}`,
  trend: (about) => `More incidents than usual: ${about}`,
};

/** The title of a proposal, which a problem opened from it begins with. */
export const proposalTitle = (proposal: { axis: Axis; subject: Subject }, names: Names): string =>
  TITLES[proposal.axis](subjectWords(proposal, names));

/** What speaks for a proposal, as sentences: what there was, how that compares, and why it is enough. */
export function evidenceWords(proposal: Proposal, { windowDays, trendDays }: Bars): string[] {
  const { axis, counted, days, people, before, minutes, from, to, rise, all, bar } = proposal;
  const when = from === to ? `on ${dayWords(from)}` : `from ${dayWords(from)} to ${dayWords(to)}`;
  const told: string[] = [];
  if (axis === 'advisory') {
    told.push(`It concerns ${count(counted, 'item')} here.`);
    if (proposal.incidents.length > 0)
      told.push(`${count(proposal.incidents.length, 'incident')} on them within ${windowDays} days.`);
  } else {
    const what = axis === 'alert' ? count(counted, 'time', 'times') : count(counted, 'incident');
    const whom = people > 0 ? `, from ${count(people, 'person', 'people')}` : '';
    told.push(`${what} on ${count(days, 'day')}${whom}, ${when}.`);
    if (axis !== 'trend') {
      const others = all > counted ? `${WITH_OTHERS} there are ${all} in these ${windowDays} days; in` : 'In';
      told.push(`${others} the ${windowDays} days before there ${before === 1 ? 'was 1' : `were ${before}`}.`);
    }
    if (rise) {
      const lately = `in the last ${trendDays} days, where ${number(rise.expected)} would be usual for these weekdays.`;
      told.push(`${risen(proposal, rise.counted)} ${lately}`);
    }
  }
  if (proposal.clientIds.length > 0) told.push(`They are of ${count(proposal.clientIds.length, 'client')}.`);
  if (minutes > 0) told.push(`${count(minutes, 'minute')} of work are recorded on them.`);
  const unit = axis === 'advisory' ? 'item' : axis === 'alert' ? 'time' : 'incident';
  const on = bar.days > 1 ? ` on ${bar.days} days` : '';
  told.push(`Proposed from ${count(bar.needed, unit)}${on}${bar.why.length > 0 ? `: ${bar.why.join('; ')}` : ''}.`);
  return told;
}

const WITH_OTHERS = 'With those that other proposals and problems have';

/** Of what was told before, how many are of the last days; a trend has told nothing but these. */
const risen = ({ axis, counted, all }: Proposal, lately: number): string => {
  if (axis === 'trend') return lately > counted ? `${WITH_OTHERS} there were ${lately}` : 'All were';
  return all > counted ? `Of these ${all}, ${lately} were` : `${lately} were`;
};

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
const number = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

const DAY_MS = 86_400_000;
const WORDS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const dayWords = (day: Day): string => WORDS.format(day * DAY_MS);

/** The number of a day (`2026-11-27`). */
export const dayNumber = (day: string): Day => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
