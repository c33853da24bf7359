import { useCallback, useMemo } from 'react';
import type { Me } from '#shared/identity.ts';
import type { TicketRow } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import type { Column } from '#web/ui/table/columns.ts';
import { preferencesOf } from '../account/preferences.ts';
import { useMe } from '../session/me.ts';
import { USUAL, useAllColumns } from './columns.tsx';

const ROWS = { compact: 44, comfortable: 56 } as const;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** How the queue looks to me: the columns I chose, unless the view brings its own, and how dense its rows are. */
export function useDisplay(ofView: readonly string[] = []) {
  const { preferences } = useMe();
  const all = useAllColumns();
  const own = preferences['queueColumns'];
  const chosen = ofView.length > 0 ? ofView : isTexts(own) && own.length > 0 ? own : USUAL;
  const shape = chosen.join(' ');
  const columns = useMemo((): readonly Column<TicketRow>[] => {
    const keys = new Set([...shape.split(' '), 'title']);
    return all.filter(({ key }) => keys.has(key));
  }, [all, shape]);
  const { density } = preferencesOf(preferences);
  const keep = useCallback((part: Readonly<Record<string, unknown>>) => void keepPreferences(part), []);
  return { all, chosen, columns, density, rowHeight: ROWS[density], keep };
}

/** Keeps preferences with the account; they are in force at once, and taken back where they could not be kept. */
async function keepPreferences(part: Readonly<Record<string, unknown>>): Promise<void> {
  const before = queryClient.getQueryData<Me>(['GET /me', {}]);
  if (!before) return;
  const preferences = { ...before.preferences, ...part };
  queryClient.setQueryData<Me>(['GET /me', {}], { ...before, preferences });
  try {
    await call('PATCH /me', { body: { preferences } });
  } catch (error) {
    queryClient.setQueryData<Me>(['GET /me', {}], before);
    toast.fault(error, 'Not kept');
  }
}
