import type { Ctx } from '#platform/context/index.ts';
import type { RateView } from '#shared/contract.ts';
import { listRates } from './rates.ts';

type Under = { readonly clientId: string; readonly contractId: string; readonly from: string };

const levelOf = ({ contract, client }: RateView): number => (contract ? 0 : client ? 1 : 2);
/** A person says more than a role, a role more than a kind of work, as bills have it. */
const says = ({ staff, role, workType }: RateView): number => (staff ? 4 : 0) + (role ? 2 : 0) + (workType ? 1 : 0);
const forWhom = (rate: RateView): string =>
  [levelOf(rate), rate.staff?.id, rate.role?.key, rate.workType?.id].join(' ');

/**
 * The rates by which work of a client is priced under a contract from a day on: of several that fit some work, the first. What was before that
 * day, and what never holds since a nearer one fits all work by then, is left out.
 */
export async function ratesUnder(ctx: Ctx, { clientId, contractId, from }: Under): Promise<RateView[]> {
  const rates = (await listRates(ctx, clientId))
    .filter(({ contract }) => contract === null || contract.id === contractId)
    .toSorted(
      (a, b) =>
        levelOf(a) - levelOf(b) ||
        says(b) - says(a) ||
        b.from.localeCompare(a.from) ||
        Number(b.perHour) - Number(a.perHour) ||
        a.id.localeCompare(b.id),
    );
  const current = new Set<string>();
  const holding = rates.filter((rate) => {
    if (rate.from > from) return true;
    if (current.has(forWhom(rate))) return false;
    current.add(forWhom(rate));
    return true;
  });
  const nearest = holding.find((rate) => says(rate) === 0 && rate.from <= from);
  return holding.filter((rate) => !nearest || levelOf(rate) <= levelOf(nearest));
}
