import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { billingOf, SELLER } from '#server/business/contract/index.ts';
import type { InvoiceParty } from '#shared/billing.ts';

/** Who bills and who is billed, as they are now; an invoice keeps them. A client of no legal name goes by its own. */
export async function partiesOf(
  ctx: Ctx,
  client: { id: string; name: string },
): Promise<{ seller: InvoiceParty; buyer: InvoiceParty }> {
  const { value } = await resolveSetting(ctx, SELLER, null);
  const { legalName, address, taxNumberName, taxNumber, payTo } = value;
  const buyer = await billingOf(ctx, client.id);
  return {
    seller: { name: legalName, address, taxNumberName, taxNumber, payTo, reference: '', mail: '' },
    buyer: {
      ...{ name: buyer.legalName || client.name, address: buyer.address, taxNumberName, taxNumber: buyer.taxNumber },
      ...{ payTo: '', reference: buyer.reference, mail: buyer.mail },
    },
  };
}
