import { useMemo } from 'react';
import type { Me } from '#shared/identity.ts';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import type { Column } from '#web/ui/table/columns.ts';
import { type Preferences, preferencesOf } from '../account/preferences.ts';
import { useMe } from '../session/me.ts';

type Density = Preferences['density'];

/** What a list can look like. */
type Displayable<Row> = {
  /** Under which name the chosen columns are kept with the account. */
  preference: string;
  all: readonly Column<Row>[];
  /** Columns that everybody sees who has chosen no others. */
  usual: readonly string[];
  /** The column that is always there: it says what a row is. */
  always: string;
  rowHeights: Readonly<Record<Density, number>>;
};

/** How a list looks, and how that is changed. */
export type Shown = {
  all: readonly { key: string; title: string }[];
  chosen: ReadonlySet<string>;
  always: string;
  density: Density;
  toggle(key: string): void;
  makeUsual(): void;
  setDensity(density: string): void;
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** How a list looks to me: the columns I chose, unless a view brings its own, and how dense its rows are. */
export function useDisplay<Row>(
  { preference, all, usual, always, rowHeights }: Displayable<Row>,
  ofView: readonly string[] = [],
): Shown & { columns: readonly Column<Row>[]; rowHeight: number } {
  const { preferences } = useMe();
  const own = preferences[preference];
  const keys = ofView.length > 0 ? ofView : isTexts(own) && own.length > 0 ? own : usual;
  const shape = keys.join(' ');
  const chosen = useMemo(() => new Set([...shape.split(' '), always]), [shape, always]);
  const columns = useMemo(() => all.filter(({ key }) => chosen.has(key)), [all, chosen]);
  const { density } = preferencesOf(preferences);
  const toggle = (key: string) =>
    void keepPreferences({ [preference]: keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key] });
  const makeUsual = () => void keepPreferences({ [preference]: usual });
  const setDensity = (next: string) => void keepPreferences({ density: next });
  return { all, chosen, always, columns, density, rowHeight: rowHeights[density], toggle, makeUsual, setDensity };
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
