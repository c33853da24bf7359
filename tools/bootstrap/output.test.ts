import { afterEach, expect, test, vi } from 'vitest';
import { step } from './output.mjs';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What a step of `seconds` writes. */
async function written(isTTY: boolean, seconds: number): Promise<string[]> {
  const lines: string[] = [];
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const before = process.stderr.isTTY;
  process.stderr.isTTY = isTTY;
  try {
    const done = step('Installing packages', () => new Promise((resolve) => setTimeout(resolve, seconds * 1_000)));
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    await done;
  } finally {
    process.stderr.isTTY = before;
  }
  return lines;
}

test('on a terminal the seconds of a step go on in its line', async () => {
  const lines = await written(true, 3.5);
  expect(lines).toEqual([
    '• Installing packages …',
    '\r• Installing packages … 1 s',
    '\r• Installing packages … 2 s',
    '\r• Installing packages … 3 s',
    '\r• Installing packages: done in 3.5 s\n',
  ]);
});

test('elsewhere a long step says every ten seconds that it goes on', async () => {
  expect(await written(false, 34)).toEqual([
    '• Installing packages …\n',
    '  10 s …\n',
    '  20 s …\n',
    '  30 s …\n',
    '  done in 34.0 s\n',
  ]);
});
