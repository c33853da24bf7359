import { Fault } from '#kernel/errors.ts';
import { attempt, type Ctx } from '#platform/context/index.ts';
import type { ChangedItem, ChangeItems } from '#shared/estate.ts';
import { findItem } from './rows.ts';
import { updateItem } from './update.ts';

/** Changes many items by hand, each by the command that one knows too. What one refuses leaves the others alone. */
export async function changeItems(ctx: Ctx, { ids, ...change }: ChangeItems): Promise<ChangedItem[]> {
  const done: ChangedItem[] = [];
  // In one order, so that two who change the same items wait for each other.
  for (const id of [...ids].sort()) done.push(await changeOne(ctx, id, change));
  const order = new Map(ids.map((id, place) => [id, place]));
  return done.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

async function changeOne(ctx: Ctx, id: string, change: Omit<ChangeItems, 'ids'>): Promise<ChangedItem> {
  let name = '';
  const tried = await attempt(ctx, async () => {
    const before = await findItem(ctx, id);
    name = before.name;
    await updateItem(ctx, id, { ...change, version: before.version });
    return (await findItem(ctx, id)).version > before.version;
  });
  if ('done' in tried) return { id, name, outcome: tried.done ? 'changed' : 'unchanged', detail: '' };
  if (tried.failed instanceof Fault) return { id, name, outcome: 'refused', detail: wordsOf(tried.failed) };
  throw tried.failed;
}

/** What is wrong, with its fields where it is about fields. */
const wordsOf = ({ message, errors }: Fault): string =>
  errors.length > 0 ? errors.map(({ message: fault }) => `It ${fault}`).join('; ') : message;
