import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';

const BATCH = 2_000;
const SEARCH = systemIdentity('Search');

/** Longer than any transaction may take: what is dated before it is written or will never be. */
const SETTLED_MS = 2 * 60_000;

/** Keeps the list of known words up to date, a batch at a time. */
export function learnWords(services: Services): JobDefinition {
  return {
    name: 'search.learn',
    cron: '* * * * *',
    async run() {
      const settled = new Date(Date.parse(services.now()) - SETTLED_MS).toISOString();
      for (let more = true; more; )
        more = await withContext(services, SEARCH, async (ctx) => {
          const LEARN = 'select app.learn_words($1, $2) as more';
          const [row] = await ctx.hot<{ more: boolean }>('learn_words', LEARN, [BATCH, settled]);
          return row?.more ?? false;
        });
    },
  };
}
