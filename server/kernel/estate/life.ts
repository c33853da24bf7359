import type { ItemState } from '#shared/estate-words.ts';

/** Where an item may go from each state (ITIL: IT asset management): on order, in stock, deployed, in maintenance, retired, disposed; it may go missing and be found. */
export const NEXT_STATES: Readonly<Record<ItemState, readonly ItemState[]>> = {
  on_order: ['in_stock', 'deployed', 'retired'],
  in_stock: ['deployed', 'in_maintenance', 'retired', 'missing'],
  deployed: ['in_maintenance', 'in_stock', 'retired', 'missing'],
  in_maintenance: ['deployed', 'in_stock', 'retired', 'missing'],
  retired: ['disposed', 'in_stock', 'deployed'],
  disposed: ['retired'],
  missing: ['deployed', 'in_stock', 'retired', 'disposed'],
};

/** States in which an item is in use: counted for licences, and asked about when something fails. */
export const IN_USE: readonly ItemState[] = ['deployed', 'in_maintenance'];
