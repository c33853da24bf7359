import { expect, test } from 'vitest';
import { cellsOf, fileOf, HEADER, LOG } from '#tests/servicenow-log.ts';
import { agreed, slaAgreement } from './agreement.ts';

/** A log of one incident: opened on Monday at 08:00, and what came then. */
function incident(made: boolean, rows: readonly (readonly [state: string, at: string])[]): string[] {
  const like = cellsOf(LOG[1] ?? '');
  const lines = rows.map(([incident_state, sys_updated_at], version) =>
    HEADER.map((column) => {
      const said: Record<string, string> = {
        number: 'INC0000001',
        incident_state,
        sys_updated_at,
        opened_at: '7/3/2016 08:00',
        priority: '1 - Critical',
        made_sla: String(made),
        sys_mod_count: String(version),
      };
      return said[column] ?? like[column];
    }).join(','),
  );
  return [LOG[0] ?? '', ...lines];
}

const outcomes = async (lines: readonly string[], timeZone = 'UTC') => {
  const { policies } = await slaAgreement(fileOf(lines), timeZone);
  return policies.map(({ all }) => Object.entries(all).find(([, count]) => count === 1)?.[0]);
};

test('the real rows agree with each policy as often as they were counted to', async () => {
  const { incidents, setAside, policies } = await slaAgreement(fileOf(LOG), 'UTC');
  expect([incidents, setAside]).toEqual([16, 0]);
  const figures = ([bothKept, bothMissed, onlyLogKept, onlyPolicyKept]: readonly number[]) => ({
    bothKept,
    bothMissed,
    onlyLogKept,
    onlyPolicyKept,
  });
  expect(policies.map(({ all }) => all)).toEqual(
    [
      [9, 5, 0, 2],
      [9, 6, 0, 1],
      [9, 7, 0, 0],
    ].map(figures),
  );
  // Waiting made the difference in one of two, and closing in both.
  expect(policies[0]?.settledBy.get('if it ran until closed')).toBe(2);
  expect(policies[0]?.settledBy.get('if waiting counted')).toBe(1);
});

test('waiting counts or does not, and the end is the resolution or the closing, as the policy says', async () => {
  const waited = [
    ['New', '7/3/2016 08:00'],
    ['Awaiting User Info', '7/3/2016 09:00'],
    ['Active', '7/3/2016 15:00'],
    ['Resolved', '7/3/2016 16:00'],
    ['Closed', '12/3/2016 16:00'],
  ] as const;
  // Two hours of work and six of waiting, for four: kept, missed with the waiting, and missed by the closing.
  expect(await outcomes(incident(false, waited))).toEqual(['onlyPolicyKept', 'bothMissed', 'bothMissed']);
  expect(await outcomes(incident(true, waited))).toEqual(['bothKept', 'onlyLogKept', 'onlyLogKept']);
});

test('hours are of the zone of the log', async () => {
  const day = [
    ['New', '7/3/2016 08:00'],
    ['Closed', '7/3/2016 17:00'],
  ] as const;
  // Nine hours of a Monday in Sydney; in UTC most of them are of the night before.
  const all = ['bothMissed', 'bothMissed', 'bothMissed'];
  expect(await outcomes(incident(false, day), 'Australia/Sydney')).toEqual(all);
  expect(await outcomes(incident(false, day))).toEqual(all);
});

test('what cannot be read is set aside, and where nothing is there is no share', async () => {
  const [header = '', ...rows] = incident(true, [['New', '7/3/2016 08:00']]);
  const { incidents, setAside, policies } = await slaAgreement(
    fileOf([header, ...rows.map((row) => row.replace('7/3/2016 08:00', 'tomorrow'))]),
    'UTC',
  );
  expect([incidents, setAside]).toEqual([0, 1]);
  expect(policies.map(({ all }) => agreed(all))).toEqual([null, null, null]);
});
