import type { EstateItemRow, ItemAttribute } from '#shared/estate.ts';
import type { ItemState, SourceKind } from '#shared/estate-words.ts';
import { formatMoney, moneyOf } from '#shared/money-words.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { readerStore } from '#web/ui/marks/reader.ts';

export const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  on_order: 'On order',
  in_stock: 'In stock',
  deployed: 'Deployed',
  in_maintenance: 'In maintenance',
  retired: 'Retired',
  disposed: 'Disposed',
  missing: 'Missing',
};
export const STATE_COLOURS: Readonly<Record<ItemState, string>> = {
  on_order: 'blue',
  in_stock: 'blue',
  deployed: 'green',
  in_maintenance: 'yellow',
  retired: 'gray',
  disposed: 'gray',
  missing: 'red',
};
/** States of what is still kept: what is out of use is not named for something new, and listed where one asks for it. */
export const OFFERED_STATES: ItemState[] = ['on_order', 'in_stock', 'deployed', 'in_maintenance', 'missing'];
export const STATE_CHOICES = Object.entries(STATE_WORDS).map(([value, label]) => ({ value, label }));

export const SOURCE_WORDS: Readonly<Record<SourceKind, string>> = {
  person: 'by hand',
  agent: 'inventory agent',
  rmm: 'RMM',
  monitor: 'monitoring',
  import: 'import',
};

type What = Pick<EstateItemRow, 'className' | 'manufacturer' | 'model'>;

/** What an item is, in one line: its class, and who made which model. */
export const whatItIs = ({ className, manufacturer, model }: What): string =>
  [className, beginsWith(model, manufacturer) ? model : [manufacturer, model].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(' · ');

/** Whether a model names its maker itself, as `HP EliteBook 840 G9` does; its legal form (`HP Inc.`) is not part of the name. */
function beginsWith(model: string, maker: string): boolean {
  const name = maker.replace(/,? (inc|corp|corporation|ltd|limited|gmbh|co)\.?$/i, '');
  return name !== '' && `${model} `.toLowerCase().startsWith(`${name} `.toLowerCase());
}

/** By what an item was known again, in words. */
export const MATCHED_WORDS: Readonly<Record<string, string>> = {
  new: 'It made this item',
  uuid: 'Known by its hardware UUID',
  serial: 'Known by its serial number',
  mac: 'Known by its MAC address',
  hostname: 'Known by its host name',
};

export const SECTION_WORDS: Readonly<Record<string, string>> = {
  networks: 'Networks',
  processors: 'Processors',
  memory: 'Memory modules',
  disks: 'Disks',
  volumes: 'Volumes',
  users: 'Signed in',
  printers: 'Printers',
  monitors: 'Displays',
  antivirus: 'Antivirus',
  virtualMachines: 'Virtual machines',
};

type Value = ItemAttribute['value'];

/** A value as it is read: sizes in the unit that fits, amounts with their currency in front, days and instants in the reader's words. */
export function valueWords(value: Value, type: ItemAttribute['type'], unit: string | null): string {
  const { language } = readerStore.get();
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number')
    return unit === 'MB' ? sizeWords(value, language) : `${value.toLocaleString(language)}${unit ? ` ${unit}` : ''}`;
  const money = type === 'money' ? moneyOf(value) : null;
  if (money) return formatMoney(money);
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return `${dayWords(value)} ${value.slice(0, 4)}`;
  if (type === 'instant' && !Number.isNaN(Date.parse(value)))
    return new Date(value).toLocaleString(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: readerStore.get().timeZone,
    });
  return value;
}

/** `2024-03-02` → `2 Mar 2024`, for a column that has no room for more. */
export const shortDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerStore.get().language, { dateStyle: 'medium', timeZone: 'UTC' });

/** A gigabyte as memory is counted, in MB of a million bytes. */
const MEMORY_GB = 1_024 ** 3 / 1_000_000;

/** Megabytes in the unit that fits; what is a multiple of 1,024, as memory is, is counted by 1,024, whichever megabytes the source meant. */
function sizeWords(said: number, language: string): string {
  const gigabytes = Math.round(said / MEMORY_GB);
  const isMemory = gigabytes > 0 && Math.abs(said - gigabytes * MEMORY_GB) < 1;
  const megabytes = isMemory ? gigabytes * 1_024 : said;
  const step = megabytes > 0 && megabytes % 1_024 === 0 ? 1_024 : 1_000;
  const units = ['MB', 'GB', 'TB'];
  const up = megabytes >= step * step ? 2 : megabytes >= step ? 1 : 0;
  return `${(megabytes / step ** up).toLocaleString(language, { maximumFractionDigits: 1 })} ${units[up]}`;
}

/** `ipAddress` → `IP address`: the names of fields in lists of parts, which no class names. */
export const fieldWords = (key: string): string =>
  key
    .replace(/Mb$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\b(ip|mac|cpu|dns|dhcp|os|uuid)\b/g, (word) => word.toUpperCase())
    .replace(/^./, (first) => first.toUpperCase());
