import { sql } from 'kysely';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { updateRecord } from '#platform/record/index.ts';
import type { SaveCharge } from '#shared/contract.ts';

/** Why what takes a deposit off is not changed by itself. */
export const FOLLOWS = 'This takes a deposit off and follows it. Change the deposit, or credit it where it is billed.';

type Deposit = { name: string; price: string; due: string };

/** What takes a deposit off, as far as it differs from the deposit. */
export const takenOff = ({ name, price }: Pick<Deposit, 'name' | 'price'>) => ({
  name: `Less ${name.trim()}`.slice(0, 200),
  price: `-${price}`,
});

/** `invalid` where a deposit is nothing, or would be taken off before it is due. */
export function refuseDeposit({ price, due, offFrom }: Pick<Deposit, 'price' | 'due'> & { offFrom: string }): void {
  const faults: FieldError[] = [];
  if (Number(price) <= 0) faults.push({ path: 'price', message: 'must be more than 0: a deposit is paid first' });
  if (offFrom < due) faults.push({ path: 'offFrom', message: 'must not be before the deposit is due' });
  if (faults.length > 0) throw invalid(faults);
}

type Place = { clientId: string; id: string };

/** `invalid` where something would be taken off before its deposit is due. */
export async function refuseBeforeDeposit(ctx: Ctx, { clientId, id }: Place, due: string): Promise<void> {
  const { rows } = await sql`
    select from charges where client_id = ${clientId} and id = ${id} and due > ${due}`.execute(ctx.tx);
  if (rows.length > 0) throw invalid([{ path: 'due', message: 'must not be before the deposit is due' }]);
}

/** Changes what takes a deposit off as the deposit was changed; nothing where it was none. */
export async function followDeposit(
  ctx: Ctx,
  { clientId, id }: Place,
  before: Deposit,
  { due, ...input }: Omit<SaveCharge, 'version'>,
): Promise<void> {
  const { rows } = await sql<{ id: string; due: string; version: number }>`
    select id, due, version from charges where client_id = ${clientId} and deposit_of = ${id}`.execute(ctx.tx);
  const [off] = rows;
  if (!off) return;
  const { name, price } = { ...before, ...input };
  refuseDeposit({ price, due: due ?? before.due, offFrom: off.due });
  const follows = { version: off.version, ...input, ...takenOff({ name, price }) };
  await updateRecord(ctx, 'charges', 'charge', off.id, follows, clientId);
}
