import type { Counted } from '#shared/http.ts';
import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { countWords } from '../desk/count-words.ts';

/** The lists of the estate's room; `found` is how many items the filter of their list finds. */
export function EstateTabs({ found }: { found?: Counted | undefined }) {
  return (
    <RoomTabs
      label="What clients have"
      tabs={[
        { to: '/estate', name: 'Items', count: found && countWords(found) },
        { to: '/estate/stock', name: 'Stock' },
        { to: '/estate/duplicates', name: 'Duplicates' },
        { to: '/estate/ends', name: 'What ends' },
        { to: '/estate/licences', name: 'Licences' },
      ]}
    />
  );
}
