import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';

const BATCH = 2_000;
const SEARCH = systemIdentity('Search');

/** Keeps the list of known words up to date, a batch at a time; where it stands is only kept in memory, since learning twice is harmless. */
export function learnWords(services: Services): JobDefinition {
  let since = '1970-01-01T00:00:00.000Z';
  return {
    name: 'search.learn',
    cron: '* * * * *',
    async run() {
      for (;;) {
        const until = await withContext(services, SEARCH, async (ctx) => {
          const [row] = await ctx.hot<{ until: string | null }>(
            'learn_words',
            'select app.learn_words($1, $2) as until',
            [since, BATCH],
          );
          return row?.until ?? null;
        });
        if (until === null || until === since) return;
        since = until;
      }
    },
  };
}
