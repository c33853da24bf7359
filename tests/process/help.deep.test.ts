import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BOOTSTRAP_VERBS, VERBS } from '../../cli/verbs.ts';
import { fettle } from './command-line.ts';
import { dataFolder } from './running.ts';

const patient = { timeout: 180_000 };

test.each([['help'], ['--help'], ['-h']])('%s lists every verb', patient, async (word) => {
  const { code, out } = await fettle([word], { throughDoor: true }).ended;
  expect(code).toBe(0);
  for (const verb of [...Object.keys(VERBS), ...Object.keys(BOOTSTRAP_VERBS), 'help'])
    expect(out).toMatch(new RegExp(`^ {2}${verb} +\\S`, 'm'));
});

test.each(Object.keys(VERBS))('%s says all about itself, whichever way it is asked', patient, async (verb) => {
  const ways = [
    ['help', verb],
    [verb, '--help'],
    [verb, '-h'],
  ];
  for (const way of ways) {
    const { code, out } = await fettle(way).ended;
    expect([code, out]).toEqual([0, expect.stringContaining(`fettle ${verb}`)]);
  }
});

/** Says at the end which files were loaded. */
const WATCHED = `
import { registerHooks } from 'node:module';
const urls = [];
registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
process.on('exit', () => console.error(urls.join('\\n')));
`;

test('help does not wait for the program to load', patient, async () => {
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WATCHED)}` };
  const { code, err } = await fettle(['help'], { env }).ended;
  expect([code, err]).toEqual([0, expect.stringContaining('/cli/verbs.ts')]);
  expect(err).not.toContain('/server/program.ts');
});

const FILE = join(dataFolder(), 'log.csv');
writeFileSync(FILE, 'anything\n');

test.each([
  [['fly'], /There is no verb "fly"[\s\S]+fettle <verb>/],
  [['help', 'fly'], /There is no verb "fly"/],
  [['import'], /Say what to import/],
  [['import', 'jira', FILE], /Say what to import; there is: servicenow-log/],
  [['import', 'servicenow-log'], /Name one file/],
  [['import', 'servicenow-log', FILE, FILE], /Name one file/],
  [['import', 'servicenow-log', '/nowhere/log.csv'], /There is no file \/nowhere\/log.csv/],
  [['import', 'servicenow-log', FILE, '--quickly'], /'--quickly'/],
  [['import', 'servicenow-log', FILE, '--code', 'a b'], /--code takes 2 to 10 capital letters and digits/],
  [['import', 'servicenow-log', FILE, '--time-zone', 'Mars/Olympus'], /--time-zone takes a name/],
  [['import', 'servicenow-log', FILE, '--locations', 'moons'], /--locations takes sites or clients/],
  [['import', 'servicenow-log', FILE, '--client', ' '], /--client takes a name/],
])('fettle %j is wrong use: the reason, the way to do it, exit code 2', patient, async (args, words) => {
  const { code, out, err } = await fettle(args).ended;
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(words);
  expect(err).toMatch(/^fettle |\nfettle /);
  expect(err).not.toMatch(/^ +at /m);
});
