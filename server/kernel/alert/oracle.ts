import type { Heard } from './types.ts';

/**
 * The same as `foldAlert` of `occurrencesOf`, written slowly: for each question it looks through everything that was heard, and keeps
 * nothing in between.
 */
export function slowAlert(all: readonly Heard[]) {
  const nameOf = (one: Heard) => (one.occurrence === '' ? `from ${one.startedAt}` : `named ${one.occurrence}`);
  const raises = all.filter((one) => one.state !== 'resolved');
  if (raises.length === 0) return null;
  const times = [...new Set(raises.map((one) => JSON.stringify([one.externalId, nameOf(one)])))].map((text) => {
    const [externalId = '', name = ''] = JSON.parse(text) as [string, string];
    const heard = all.filter((one) => one.externalId === externalId && nameOf(one) === name);
    const own = heard.filter((one) => one.state === 'resolved' && one.occurrence !== '');
    const began = heard
      .filter((one) => one.state !== 'resolved')
      .map((one) => one.startedAt)
      .sort()[0] as string;
    const allEnds = all
      .filter((one) => one.externalId === externalId && one.state === 'resolved' && one.occurrence === '')
      .map((one) => one.endedAt ?? one.startedAt)
      .filter((end) => began <= end);
    const ends = [...own.flatMap((one) => one.endedAt ?? []), ...allEnds].sort();
    return { externalId, name, began, ended: own.length + allEnds.length > 0, endedAt: ends[0] ?? null };
  });
  const order = [...times].sort((a, b) =>
    `${a.began} ${a.externalId} ${a.name}` < `${b.began} ${b.externalId} ${b.name}` ? -1 : 1,
  );
  const last = order.at(-1);
  const open = times.some(
    (one) => !one.ended && order.findLast(({ externalId }) => externalId === one.externalId) === one,
  );
  return {
    open,
    count: times.length,
    firstAt: order[0]?.began,
    lastAt: last?.began,
    clearedAt: open ? null : (last?.endedAt ?? null),
  };
}
