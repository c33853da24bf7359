import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertCountQuery, AlertCounts } from '#shared/alert.ts';
import type { Counted } from '#shared/http.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { useGet } from '#web/api/use.ts';
import { useStrip } from '#web/ui/frame/use-strip.ts';
import { countWords } from '../desk/count-words.ts';
import { useAlertNews } from './use-alert-news.ts';
import { SHOWN } from './words.ts';
import '#web/ui/frame/room-tabs.css';

/** What the list can show as tabs, each with how many alerts it finds by the filters that are set; told of at once. */
export function ShownTabs({ show, query }: { show: string; query: AlertCountQuery }) {
  const strip = useStrip<HTMLElement>(show);
  const { data, refetch } = useGet(
    'GET /alerts/counts',
    { query: query as never },
    { placeholderData: keepPreviousData },
  );
  useAlertNews(() => void refetch());
  return (
    <nav ref={strip} className="f-room-tabs f-strip" aria-label="Alerts to show">
      {Object.entries(SHOWN).map(([key, { name, states }]) => (
        <Link
          key={key}
          to="/alerts"
          search={((before: object) => ({ ...before, show: key })) as never}
          // The router's own idea of "active" compares addresses; a filtered list has another one.
          activeProps={{ 'aria-current': undefined }}
          {...(key === show ? { 'aria-current': 'page' as const } : {})}
        >
          {name} <span className="f-tab-count">{data && countWords(totalOf(data, states))}</span>
        </Link>
      ))}
    </nav>
  );
}

function totalOf({ items }: AlertCounts, states: readonly string[]): Counted {
  const those = items.filter(({ state }) => states.includes(state));
  const count = those.reduce((sum, one) => sum + one.count, 0);
  return { count, capped: count >= COUNT_CAP };
}
