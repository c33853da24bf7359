import { BARS, dayWords, evidenceWords, type Proposal, proposalTitle } from '#kernel/problem.ts';
import { LOG_NAMES, type LogProblems } from '#server/connectors/servicenow-log/index.ts';

const SHOWN = 25;
const count = (value: number) => value.toLocaleString('en');
const percent = (part: number, of: number) => `${of === 0 ? 0 : Math.round((100 * part) / of)} %`;
const cell = (text: string) => text.replaceAll('|', '\\|');

/** What the detector proposes from a log, as the page of the documents. Figures of time are left out, so that it comes out the same again. */
export function problemReport(found: LogProblems): string {
  const { incidents, setAside, clients, from, to, mondays, proposals, named, own } = found;
  const busiest = mondays.toSorted((a, b) => b.proposals.length - a.proposals.length || b.day - a.day)[0];
  const rising = proposals.filter(({ strongest }) => strongest.rise);
  return `${[
    '# Problems that a real log speaks for',
    'The detector of problems (`server/kernel/problem`) over the [public incident log](import-servicenow-log.md#the-public-log), as it would have looked on every Monday. This page is made by',
    '    node bin/fettle.mjs report problem-proposals incident_event_log.csv.gz > docs/problem-proposals.md',
    'which needs no installation and writes nothing. The data: C. Amaral, M. Fantinato, S. Peres, “Incident management process enriched event log”, 2018, UCI Machine Learning Repository, https://doi.org/10.24432/C57S4H, CC BY 4.0.',
    '## What is looked at',
    `${count(incidents)} incidents from ${dayWords(from)} to ${dayWords(to)}${setAside > 0 ? `, ${count(setAside)} set aside as damaged` : ''}. The log is of one company, so that each of its ${count(clients)} locations stands for a client. It holds no text: the symptom that somebody chose stands for what was said. It has no services, no recorded work, no alerts and hardly any configuration items (54 incidents name one), so that those ways to a proposal are not judged here.`,
    barsTable(),
    `A narrower group counts before a broader one, and an incident speaks for one proposal alone. A symptom that more than ${percent(BARS.common.share, 1)} of a client’s incidents have says nothing (from ${BARS.common.of} incidents on). A group of which the last ${BARS.trendDays} days have at least ${BARS.times} times what is usual for these weekdays, and ${BARS.deviations} standard deviations more, is said to rise and counts twice as strong. No client gets more than ${BARS.most} at a time. Strength is how many times a group has what it needs.`,
    '## What comes out',
    `${count(mondays.length)} Mondays, ${count(proposals.length)} different proposals (${byAxis(proposals.map(({ strongest }) => strongest))}), of which ${count(rising.length)} rose at some time. At most ${count(busiest?.proposals.length ?? 0)} stood at once. ${count(named)} incidents (${percent(named, incidents)}) are named as evidence at least once. Nothing was decided about any: in a desk that accepts and rejects they become fewer.`,
    busiest ? `### As they stood on ${dayWords(busiest.day)}` : '',
    busiest ? `The ${SHOWN} strongest of ${count(busiest.proposals.length)}.` : '',
    busiest ? table(busiest.proposals.slice(0, SHOWN).map((proposal) => ({ proposal, also: '' }))) : '',
    '### What rose most',
    `Each when it was strongest; the ${SHOWN} strongest.`,
    table(rising.slice(0, SHOWN).map(({ strongest, on }) => ({ proposal: strongest, also: `On ${dayWords(on)}. ` }))),
    '### From few people',
    'Many incidents from one or two people are mostly something that reports by itself in a person’s name, or one person’s own trouble. The ten with most.',
    table(
      proposals
        .filter(({ strongest }) => strongest.people <= 2 && strongest.counted >= 2 * strongest.bar.needed)
        .sort((a, b) => b.strongest.counted - a.strongest.counted)
        .slice(0, 10)
        .map(({ strongest, on }) => ({ proposal: strongest, also: `On ${dayWords(on)}. ` })),
    ),
    '## Beside the problems of the desk itself',
    ownWords(own),
    ownTable(own),
    '## What this does not show',
    'The log does not say what caused anything, so that nobody can say which proposals were right; the desk linked hardly one in sixty of its incidents to a problem, and most of these problems have one or two. Its problems mostly span locations and were linked within days, while the detector looks within one client and asks for several days: a sudden outage that hits many clients at once is a major incident, and the desk’s triage groups it. What a desk with text, items and alerts gets is narrower than what categories and symptoms give here.',
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function barsTable(): string {
  const { windowDays, trendDays, item, words, about, trend, alert } = BARS;
  return [
    '| By | Needed |',
    '|---|---|',
    `| the same item | ${item.count} incidents on ${item.days} days within ${windowDays} days |`,
    `| similar words | ${words.count} on ${words.days} days within ${windowDays} days |`,
    `| the same category and service | ${about.count} on ${about.days} days within ${windowDays} days |`,
    `| a trend that nothing else explains | ${trend.count} on ${trend.days} days within ${trendDays} days, beyond what is usual |`,
    `| an alert that comes back | ${alert.count} times on ${alert.days} days within ${windowDays} days |`,
    '| an advisory | one item that it concerns |',
  ].join('\n');
}

const AXIS_WORDS = {
  words: 'by symptom',
  about: 'by category',
  item: 'by item',
  trend: 'trends',
  alert: 'alerts',
  advisory: 'advisories',
};

function byAxis(proposals: readonly Proposal[]): string {
  return [...Map.groupBy(proposals, ({ axis }) => axis)]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([axis, of]) => `${count(of.length)} ${AXIS_WORDS[axis]}`)
    .join(', ');
}

function table(rows: readonly { proposal: Proposal; also: string }[]): string {
  return [
    '| Strength | Client | Proposal | Evidence | By week, the last first | For example |',
    '|---:|---|---|---|---|---|',
    ...rows.map(({ proposal, also }) => {
      const { strength, clientId, weeks, incidents } = proposal;
      const evidence = `${also}${evidenceWords(proposal, BARS).join(' ')}`;
      const examples = incidents.slice(0, 3).join(', ');
      return `| ${strength.toFixed(1)} | ${cell(clientId)} | ${cell(proposalTitle(proposal, LOG_NAMES))} | ${cell(evidence)} | ${weeks.join(' ')} | ${examples} |`;
    }),
  ].join('\n');
}

function ownWords(own: LogProblems['own']): string {
  const met = own.filter(({ best }) => best !== null);
  const half = own.filter(({ best, incidents }) => best && best.count * 2 >= incidents);
  return `The desk linked three or more incidents to ${count(own.length)} problems of its own. For ${count(met.length)} of them a proposal names at least one of these incidents, for ${count(half.length)} one proposal names half of them or more. A proposal that names many incidents meets some of them by chance: the table shows how many it names.`;
}

function ownTable(own: LogProblems['own']): string {
  return [
    '| Problem of the desk | Incidents | Locations | Opened | Most of them in one proposal | Which, and when |',
    '|---|---:|---:|---|---|---|',
    ...own.map(({ name, incidents, clients, from, to, best }) => {
      const opened = from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
      const shared = best ? `${best.count} of ${incidents}` : 'none';
      const which = best
        ? `${best.proposal.clientId}: ${proposalTitle(best.proposal, LOG_NAMES)} (${best.proposal.counted} incidents), ${dayWords(best.on)}`
        : '–';
      return `| ${cell(name)} | ${incidents} | ${clients} | ${opened} | ${shared} | ${cell(which)} |`;
    }),
  ].join('\n');
}
