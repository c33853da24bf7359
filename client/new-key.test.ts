import { expect, onTestFinished, test, vi } from 'vitest';
import { newKey } from './new-key.ts';

test('keys are new each time, also where a page that came over plain HTTP has no other way to draw them', () => {
  const full = globalThis.crypto;
  vi.stubGlobal('crypto', { getRandomValues: (to: Uint8Array<ArrayBuffer>) => full.getRandomValues(to) });
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(newKey()).not.toBe(newKey());
});
