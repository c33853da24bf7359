import type { Agreement, Confusion } from '#server/connectors/servicenow-log/index.ts';

const count = (value: number) => value.toLocaleString('en');
const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

/** How far policies agree with a log's own verdicts, for people. */
export function agreementText(
  { incidents, setAside, policies }: Agreement,
  agreed: (confusion: Confusion) => number | null,
): string {
  const line = (name: string, of: Confusion) =>
    [
      name.padEnd(6),
      percent(agreed(of)).padStart(9),
      ...[of.bothKept, of.bothMissed, of.onlyLogKept, of.onlyPolicyKept].map((value) => count(value).padStart(13)),
    ].join('');
  const head = `${'agreed'.padStart(15)}${['both kept', 'both missed', 'log kept', 'policy kept'].map((name) => name.padStart(13)).join('')}`;
  return [
    `${count(incidents)} incidents judged, ${count(setAside)} set aside.`,
    ...policies.flatMap(({ policy, all, byPriority, settledBy, unsettled }) => [
      '',
      `${policy.name}: ${policy.words}`,
      head,
      line('all', all),
      ...byPriority.flatMap((of, index) => (agreed(of) === null ? [] : [line(`P${index + 1}`, of)])),
      `  of the ${count(all.onlyLogKept + all.onlyPolicyKept)} disagreements there would be none`,
      ...[...settledBy].sort((a, b) => b[1] - a[1]).map(([reading, of]) => `  ${count(of).padStart(7)}  ${reading}`),
      `  ${count(unsettled).padStart(7)}  by none of these`,
    ]),
  ].join('\n');
}
