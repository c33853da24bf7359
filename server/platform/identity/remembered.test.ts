import { expect, test, vi } from 'vitest';
import type { Services } from '../context/index.ts';
import { forgetCallers, recall, remember } from './remembered.ts';

test('who called is known for two seconds and not longer, in the process that looked them up', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const [here, there] = [{} as Services, {} as Services];
    const known = { session: null, networks: ['10.0.0.0/8'] };
    remember(here, 'hash', known);
    expect(recall(there, 'hash')).toBeUndefined();
    expect(recall(here, 'other')).toBeUndefined();
    vi.advanceTimersByTime(1_999);
    expect(recall(here, 'hash')).toMatchObject(known);
    vi.advanceTimersByTime(1);
    expect(recall(here, 'hash')).toBeUndefined();
    remember(here, 'hash', known);
    forgetCallers(here);
    expect(recall(here, 'hash')).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});
