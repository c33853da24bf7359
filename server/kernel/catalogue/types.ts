import type { ITEM_ICONS } from '#shared/catalogue-words.ts';
import type { Money } from '#shared/money-words.ts';
import type { ApprovalTerms } from '../approval.ts';
import type { Condition, Form } from '../form.ts';

/** A piece of work of the fulfilment plan. */
export type PlanTask = {
  readonly key: string;
  readonly title: string;
  readonly teamId: string | null;
  readonly staffId: string | null;
  /** Keys of tasks that have to be done before; `parts` stands for everything that the parts of a bundle bring. */
  readonly after: readonly string[];
  /** Working minutes from when it can begin. */
  readonly olaMinutes: number | null;
  /** Null: always. It asks the answers of the form. */
  readonly when: Condition | null;
};

export type RouteRule = { readonly when: Condition | null; readonly teamId: string };
/** An item that a bundle brings along. */
export type Part = { readonly itemId: string; readonly when: Condition | null };

/** What an item says, in one of its versions. */
export type ItemTerms = {
  readonly name: string;
  /** One line for the card, in plain words. */
  readonly summary: string;
  readonly description: string;
  readonly icon: (typeof ITEM_ICONS)[number];
  /** Under which heading it stands. */
  readonly heading: string;
  readonly form: Form;
  /** Null: nothing is said about the cost; of a bundle, it is what its parts cost. */
  readonly price: Money | null;
  /** Business days. */
  readonly deliveryDays: number | null;
  readonly approval: ApprovalTerms | null;
  readonly plan: readonly PlanTask[];
  readonly parts: readonly Part[];
  /** The first that fits decides the team. */
  readonly routes: readonly RouteRule[];
  readonly categoryId: string | null;
  readonly serviceId: string | null;
};

/** What differs for a group or a client; what is absent is inherited. */
export type OfferTerms = {
  readonly price?: Money | null | undefined;
  readonly deliveryDays?: number | null | undefined;
  readonly approval?: ApprovalTerms | null | undefined;
  readonly offered?: boolean | undefined;
};
