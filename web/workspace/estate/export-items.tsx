import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ItemTableQuery } from '#shared/estate.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { saveFile } from '#web/ui/save-file.ts';

/** What the list finds as a file for a spreadsheet; says so where not all of it has room. */
export function ExportItems({ query }: { query: ItemTableQuery }) {
  const [making, setMaking] = useState(false);
  const save = async () => {
    setMaking(true);
    try {
      const { csv, items, more } = await call('GET /items/table', { query });
      saveFile('items.csv', 'text/csv', csv);
      const count = items.toLocaleString('en');
      toast.done(
        more
          ? `Only the first ${count} items are in the file; narrow the filter for the others`
          : `${count} ${items === 1 ? 'item is' : 'items are'} in the file`,
      );
    } catch (error) {
      toast.fault(error, 'Not exported');
    } finally {
      setMaking(false);
    }
  };
  return (
    <Button variant="default" loading={making} onClick={() => void save()}>
      Export CSV
    </Button>
  );
}
