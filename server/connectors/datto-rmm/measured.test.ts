import { expect, test } from 'vitest';
import { alertIn } from './alert.ts';

const reading = { now: Date.parse('2026-11-24T09:00:00Z'), note: () => undefined };
const textOf = (alertContext: object, diagnostics: string | null = null) =>
  alertIn({ alertUid: 'a', priority: 'Low', diagnostics, alertContext }, reading)?.text;

test('the text of an alert is read by people: no name of a field, times in words, nothing twice', () => {
  const ransomware = {
    '@class': 'ransomware_ctx',
    ...{ state: 1, confidenceFactor: 90, affectedDirectories: ['C:\\Users', 'D:\\'], watchPaths: [] },
    ...{ rwextension: '.locked', metaAlertTime: 1_795_478_461_000, alertTime: '2026-11-24T07:41:00Z' },
  };
  expect(textOf(ransomware, 'Files are being changed')).toBe(
    [
      'Files are being changed',
      '',
      'Affected directories: C:\\Users, D:\\',
      'Ending of changed files: .locked',
      'Confidence: 90',
      'Alert began: 2026-11-24 07:41:00 UTC',
      'Alert was recorded: 2026-11-24 00:01:01 UTC',
      '',
      'More from Datto RMM:',
      'State: 1',
    ].join('\n'),
  );
  const log = {
    '@class': 'eventlog_ctx',
    source: 'Disk',
    code: '7',
    description: 'Bad block',
    causedSuspension: false,
  };
  expect(textOf(log)).toBe('Bad block\nSource: Disk\nEvent: 7\nMonitor suspended itself: no');
  expect(textOf(log, 'Bad block')).toBe('Bad block\n\nSource: Disk\nEvent: 7\nMonitor suspended itself: no');
  expect(textOf({ '@class': 'perf_disk_usage_ctx', diskName: 'C:', diskNameDesignation: 'ANY_VOLUME' })).toBe(
    'Disk: C:\nWatched disks: any volume',
  );
  expect(textOf({ '@class': 'comp_script_ctx', samples: { Status: 'FAILED: 3', 'Free MB': 12 } })).toBe(
    'Status: FAILED: 3\nFree MB: 12',
  );
});

test('what nobody knows stands below, whatever it is made of', () => {
  const odd = {
    '@class': 'colour_ctx',
    ...{ colour: 'blue', lastSeenByCPU: null, fan_speed: 3, isHot: true, toString: 'x' },
    ...{ nested: { innerPart: [1, { a: 2 }], other: 'z' }, list: [{ b: 1 }, null, 'c'], empty: {}, alertTime: 'soon' },
  };
  expect(textOf(odd)).toBe(
    [
      'Alert began: soon',
      '',
      'More from Datto RMM:',
      'Colour: blue',
      'Fan speed: 3',
      'Is hot: yes',
      'To string: x',
      'Nested: Inner part 1, A 2, Other z',
      'List: B 1, c',
    ].join('\n'),
  );
  const deep = JSON.parse(`${'['.repeat(5_000)}1${']'.repeat(5_000)}`);
  expect(textOf({ deep })).toBe('More from Datto RMM:\nDeep: …');
  expect(textOf({})).toBe('');
  expect(textOf({ huge: 'x\0'.repeat(20_000) })?.length).toBe(10_000);
});
