import type { Answers } from '#kernel/form.ts';
import type { CatalogueItem, OrderBody } from '#shared/request.ts';

/** An order while it is filled in: answers by field, and those of what a bundle brings by the item's id. */
export type OrderValues = {
  answers: Answers;
  parts: Record<string, Answers>;
  forContactId: string | null;
  reason: string;
};

export const EMPTY_ORDER: OrderValues = { answers: {}, parts: {}, forContactId: null, reason: '' };

/** An order that was there before, to be filled in further. */
export const orderValues = ({ answers, parts = [], forContactId, reason = '' }: OrderBody): OrderValues => ({
  answers,
  parts: Object.fromEntries(parts.map((part) => [part.itemId, part.answers])),
  forContactId: forContactId ?? null,
  reason,
});

/** An order as the API takes it, with the parts that it brings. */
export function orderBody(item: CatalogueItem, values: OrderValues, included: readonly string[]): OrderBody {
  const parts = item.parts
    .filter(({ id }) => included.includes(id))
    .map(({ id }) => ({ itemId: id, answers: (values.parts[id] ?? {}) as OrderBody['answers'] }));
  return {
    itemId: item.id,
    answers: values.answers as OrderBody['answers'],
    ...(parts.length > 0 ? { parts } : {}),
    ...(values.forContactId ? { forContactId: values.forContactId } : {}),
    ...(values.reason.trim() ? { reason: values.reason.trim() } : {}),
  };
}

/** The faults below a path, by what is left of theirs. */
export const faultsBelow = (faults: Readonly<Record<string, string>>, path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([at, message]) =>
      at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), message]] : [],
    ),
  );
