/** Speed is taken over this stretch, so that it follows what happens now. */
const WINDOW_MS = 20_000;
const LINE_EVERY_MS = 10_000;
const BAR = 24;

type Out = { isTTY?: boolean; write(text: string): unknown };

/**
 * Tells how far something is: a bar with rate and time left on a terminal, a plain line now and then elsewhere.
 * The returned function takes what is being done and the counts; call it with a count equal to `total` to end the line.
 */
export function progressTo(out: Out, unit: string, clock: () => number = Date.now) {
  let title = '';
  let samples: { at: number; done: number }[] = [];
  let told = Number.NEGATIVE_INFINITY;
  let hasEnded = false;
  return (doing: string, done: number, total: number): void => {
    const at = clock();
    if (doing !== title) {
      title = doing;
      samples = [];
      told = Number.NEGATIVE_INFINITY;
      hasEnded = false;
    }
    const isEnd = done >= total;
    if (isEnd && hasEnded) return;
    hasEnded = isEnd;
    // The last one before the stretch stays, so that there is a rate also where little happens.
    const old = samples.findLastIndex((sample) => at - sample.at > WINDOW_MS);
    samples = [...samples.slice(Math.max(0, old)), { at, done }];
    if (!isEnd && at - told < (out.isTTY ? 200 : LINE_EVERY_MS)) return;
    told = at;
    const line = describe(doing, done, total, unit, samples);
    out.write(out.isTTY ? `\r${line}\u001b[K${isEnd ? '\n' : ''}` : `${line}\n`);
  };
}

function describe(
  doing: string,
  done: number,
  total: number,
  unit: string,
  samples: readonly { at: number; done: number }[],
): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * BAR);
  const first = samples[0] ?? { at: 0, done: 0 };
  const seconds = ((samples.at(-1)?.at ?? 0) - first.at) / 1000;
  const rate = seconds > 0 ? (done - first.done) / seconds : 0;
  const parts = [
    `${doing} [${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${Math.floor(share * 100)} %`,
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en')}/s`] : []),
    ...(rate > 0 && done < total ? [`${duration((total - done) / rate)} left`] : []),
  ];
  return parts.join(' · ');
}

/** 45 s, 3 min 20 s, 2 h 5 min. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
