import { AFTER_PARTS } from '#shared/catalogue-words.ts';
import { validateApproval } from '../approval.ts';
import type { FieldError } from '../errors.ts';
import { type Condition, type Form, validateForm } from '../form.ts';
import type { ItemTerms } from './types.ts';

/** What the item may name: teams and people in use, items that are published and are no bundles themselves. */
export type KnownThings = {
  readonly teamIds: ReadonlySet<string>;
  readonly staffIds: ReadonlySet<string>;
  readonly itemIds: ReadonlySet<string>;
};

/** What cannot be meant by an item, each with the place of it. */
export function validateItem(terms: ItemTerms, known: KnownThings): FieldError[] {
  const { form, routes, parts, approval, price } = terms;
  const under = (path: string, faults: readonly FieldError[]) =>
    faults.map((fault) => ({ path: `${path}.${fault.path}`, message: fault.message }));
  const when = (condition: Condition | null, path: string) => faultsOfWhen(condition, form, path);
  return [
    ...under('form', validateForm(form)),
    ...(price !== null && !/^[A-Z]{3}$/.test(price.currency)
      ? [{ path: 'price.currency', message: 'must be three capital letters, such as AUD' }]
      : []),
    ...(approval ? under('approval', [...validateApproval(approval, false), ...unknownApprovers(terms, known)]) : []),
    ...faultsOfPlan(terms, known),
    ...routes.flatMap(({ teamId, when: asked }, at) => [
      ...(known.teamIds.has(teamId) ? [] : [{ path: `routes.${at}.teamId`, message: 'is no team in use' }]),
      ...when(asked, `routes.${at}.when`),
    ]),
    ...parts.flatMap(({ itemId, when: asked }, at) => [
      ...(known.itemIds.has(itemId)
        ? []
        : [{ path: `parts.${at}.itemId`, message: 'must be a published item that is no bundle' }]),
      ...(parts.findIndex((part) => part.itemId === itemId) < at
        ? [{ path: `parts.${at}.itemId`, message: 'is in the bundle already' }]
        : []),
      ...when(asked, `parts.${at}.when`),
    ]),
  ];
}

function unknownApprovers({ approval }: ItemTerms, known: KnownThings): FieldError[] {
  return (approval?.steps ?? []).flatMap(({ approvers }, at) =>
    approvers.some(
      (one) =>
        (one.kind === 'team' && !known.teamIds.has(one.id)) || (one.kind === 'staff' && !known.staffIds.has(one.id)),
    )
      ? [{ path: `steps.${at}.approvers`, message: 'names a team or person that is not in use' }]
      : [],
  );
}

function faultsOfPlan({ plan, form, parts }: ItemTerms, known: KnownThings): FieldError[] {
  return plan.flatMap(({ key, title, teamId, staffId, after, olaMinutes, when }, at): FieldError[] => {
    const path = `plan.${at}`;
    // Only what stands before may be waited for, so no circle can be written.
    const before = new Set(plan.slice(0, at).map((task) => task.key));
    const odd = after.find((one) => !before.has(one) && !(one === AFTER_PARTS && parts.length > 0));
    return [
      ...(before.has(key) || key === AFTER_PARTS ? [{ path: `${path}.key`, message: 'is taken' }] : []),
      ...(title.trim() === '' ? [{ path: `${path}.title`, message: 'needs words' }] : []),
      ...(teamId === null || known.teamIds.has(teamId)
        ? []
        : [{ path: `${path}.teamId`, message: 'is no team in use' }]),
      ...(staffId === null || known.staffIds.has(staffId)
        ? []
        : [{ path: `${path}.staffId`, message: 'is nobody who works here' }]),
      ...(odd === undefined ? [] : [{ path: `${path}.after`, message: 'can name tasks that stand before it' }]),
      ...(olaMinutes === null || (Number.isInteger(olaMinutes) && olaMinutes >= 1 && olaMinutes <= 525_600)
        ? []
        : [{ path: `${path}.olaMinutes`, message: 'must be from a minute to a year' }]),
      ...faultsOfWhen(when, form, `${path}.when`),
    ];
  });
}

/** A condition beside the form is checked like one of a field that stands after all others. */
function faultsOfWhen(condition: Condition | null, form: Form, path: string): FieldError[] {
  if (condition === null) return [];
  const probe = {
    key: 'zz_probe',
    type: 'text' as const,
    label: 'x',
    help: '',
    required: false,
    options: [],
    min: null,
    max: null,
    initial: null,
    shownWhen: condition,
    requiredWhen: null,
  };
  const at = `fields.${form.fields.length}.shownWhen.`;
  return validateForm({ fields: [...form.fields, probe] })
    .filter((fault) => fault.path.startsWith(at))
    .map((fault) => ({ path: `${path}.${fault.path.slice(at.length)}`, message: fault.message }));
}
