/** Items of the catalogue: what they say, what they are for a client, who does what, and when it is there. */
export { type Included, includeParts, sumOf } from './catalogue/bundle.ts';
export { addBusinessDays } from './catalogue/business-days.ts';
export { type Offer, type OfferStep, settleOffer } from './catalogue/offer.ts';
export { nextTasks, type PlannedTask, planTasks } from './catalogue/plan.ts';
export { routeTo } from './catalogue/route.ts';
export type { ItemTerms, OfferTerms, Part, PlanTask, RouteRule } from './catalogue/types.ts';
export { validateItem } from './catalogue/validate.ts';
