import { expect, test } from 'vitest';
import { macText } from './identifiers.ts';

test.each([
  ['8C-04-BA-11-22-33', '8c:04:ba:11:22:33'],
  ['8C:04:BA:11:22:33', '8c:04:ba:11:22:33'],
  ['8c04.ba11.2233', '8c:04:ba:11:22:33'],
  ['8C04BA112233', '8c:04:ba:11:22:33'],
  [' 8C 04 BA 11 22 33 ', '8c:04:ba:11:22:33'],
  ['8C-04-BA-11-22-33, 02004C4F4F50', '8c:04:ba:11:22:33, 02:00:4c:4f:4f:50'],
  // Neither of these is one, and stays as it came.
  ['8C-04-BA-11-22', '8C-04-BA-11-22'],
  ['8C-04-BA-11-22-33-44-55', '8C-04-BA-11-22-33-44-55'],
  ['Not found, ask Ada', 'Not found, ask Ada'],
  ['', ''],
])('the MAC address “%s” is written “%s”', (told, written) => {
  expect(macText(told)).toBe(written);
});
