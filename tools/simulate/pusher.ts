import type { Switches } from './switches.ts';
import type { Push } from './vendor.ts';

const TIMEOUT_MS = 5_000;
const SHUFFLED_AT_ONCE = 4;
const KEPT = 200;

export type Delivered = { readonly url: string; readonly body: string; readonly status: number | null };

/** Sends what a vendor pushes, in the disorder that the switches ask for. Nothing is tried twice, as with the vendors. */
export type Pusher = {
  send(push: Push): void;
  /** Sends what is held back, and waits until everything is answered. */
  settle(): Promise<void>;
  /** The latest, with the status that came; null where nobody answered. */
  readonly delivered: readonly Delivered[];
};

export function openPusher(switches: Switches): Pusher {
  const delivered: Delivered[] = [];
  let held: Push[] = [];
  let line = Promise.resolve();
  const deliver = (push: Push) => {
    line = line.then(async () => {
      delivered.push({ url: push.url, body: push.body, status: await statusOf(push) });
      if (delivered.length > KEPT) delivered.shift();
    });
  };
  const release = () => {
    for (const push of held.toReversed()) deliver(push);
    held = [];
  };
  return {
    delivered,
    send(push) {
      if (switches.losePushes) return;
      for (const one of switches.duplicatePushes ? [push, push] : [push])
        if (switches.shufflePushes) held.push(one);
        else deliver(one);
      if (held.length >= SHUFFLED_AT_ONCE) release();
    },
    async settle() {
      release();
      await line;
    },
  };
}

async function statusOf({ url, headers, body }: Push): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return (await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })).status;
  } catch {
    return null;
  }
}
