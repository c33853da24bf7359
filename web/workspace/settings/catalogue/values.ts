import type { ApprovalTerms } from '#kernel/approval.ts';
import type { ItemTerms } from '#kernel/catalogue.ts';
import type { Field } from '#kernel/form.ts';

/** An item as it begins. */
export const newTerms = (name: string): ItemTerms => ({
  name,
  summary: '',
  description: '',
  icon: 'box',
  heading: '',
  form: { fields: [] },
  price: null,
  deliveryDays: null,
  approval: null,
  plan: [],
  parts: [],
  routes: [],
  categoryId: null,
  serviceId: null,
});

/** A field as it begins. */
export const newField = (key: string): Field => ({
  key,
  type: 'text',
  label: '',
  help: '',
  required: false,
  options: [],
  min: null,
  max: null,
  initial: null,
  shownWhen: null,
  requiredWhen: null,
});

/** A policy as it begins: the manager is asked. */
export const newApproval = (currency: string): ApprovalTerms => ({
  order: 'serial',
  currency,
  expireAfterHours: 168,
  remindEveryHours: 24,
  steps: [newStep('Manager')],
});

/** The same of changes: whoever has the authority over them is asked. */
export const ofAuthority = (currency: string): ApprovalTerms => ({
  ...newApproval(currency),
  steps: [{ ...newStep('Change authority'), approvers: [{ kind: 'authority' }] }],
});

/** A step as it begins. */
export const newStep = (name: string): ApprovalTerms['steps'][number] => ({
  name,
  approvers: [{ kind: 'manager' }],
  quorum: 'any',
  veto: true,
  above: null,
});

/** A key that none of the others has: `field_2`. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1)
    if (!taken.includes(`${prefix}_${number}`)) return `${prefix}_${number}`;
}
