import { contractMonth } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { viewContract } from '#server/business/contract/index.ts';
import { clausesOf } from '#shared/contract-clauses/clauses.ts';
import type { ContractDocument, SinceSigned } from '#shared/signing.ts';
import { documentOf, readText } from './document.ts';
import { speakingIn } from './paper.ts';

/** What of a contract is compared, and all that is said of it. */
type Said = readonly [what: string, words: readonly string[]];

/**
 * How a contract as it holds now differs from the text that was signed, in the words of its document; nothing for one that nobody signed.
 * Going on for its term and prices that rise as was agreed are no difference, nor is what the parties are called.
 */
export async function changedSinceSigned(ctx: Ctx, id: string): Promise<SinceSigned[]> {
  const contract = await viewContract(ctx, id);
  if (contract.signature === null) return [];
  const signed = readText(contract.signature.content);
  const now = await documentOf(ctx, contract);
  return differences(saidIn(asRenewed(signed, now.ends)), saidIn(now));
}

/** What was signed, with the end that it has by going on as was agreed until a day; else with its own. */
function asRenewed(signed: ContractDocument, until: string | null): ContractDocument {
  const { renewsMonths } = signed;
  let { ends } = signed;
  if (renewsMonths === null || until === null) return signed;
  while (ends !== null && ends < until) ends = contractMonth(ends, renewsMonths).from;
  return ends === until ? { ...signed, ends } : signed;
}

function saidIn(document: ContractDocument): Said[] {
  const speaking = speakingIn('en', document.currency);
  const { facts, lines, rates } = clausesOf(document, speaking);
  return [
    ['Name', [document.name]],
    ...facts.map(([what, words]): Said => [what, [words]]),
    ...lines.map(
      ({ name, details }, nth): Said => [`Line: ${name}`, asOne(details, document.lines[nth]?.prices.length ?? 0)],
    ),
    ...rates.map(([whose, price]): Said => [`Rate: ${whose}`, [price]]),
  ];
}

/** What a line costs since when is held against the other as one: a new price says what was signed instead. */
const asOne = (details: readonly string[], prices: number): readonly string[] =>
  prices === 0 ? details : [details.slice(0, prices).join('; '), ...details.slice(prices)];

/** Of two that are called the same, the first is held against the first. */
function keyed(all: readonly Said[]): ReadonlyMap<string, Said> {
  const seen = new Map<string, number>();
  return new Map(
    all.map((said) => {
      const nth = seen.get(said[0]) ?? 0;
      seen.set(said[0], nth + 1);
      return [`${nth} ${said[0]}`, said];
    }),
  );
}

function differences(before: readonly Said[], after: readonly Said[]): SinceSigned[] {
  const [signed, now] = [keyed(before), keyed(after)];
  return [...new Map([...now, ...signed])].flatMap(([key, [what]]) => {
    const [was, is] = [signed.get(key)?.[1], now.get(key)?.[1]];
    const gone = was?.filter((words) => !is?.includes(words)) ?? null;
    const come = is?.filter((words) => !was?.includes(words)) ?? null;
    if (gone?.length === 0 && come?.length === 0) return [];
    return [{ what, signed: gone, now: come }];
  });
}
