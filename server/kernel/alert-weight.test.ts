import { expect, test } from 'vitest';
import { decisionWords, weightOf } from './alert.ts';
import { decidePriority } from './priority.ts';

const nothing = { classKey: null, service: null, client: null };
const mail = (importance: 'high' | 'normal' | 'low') => ({ name: 'E-mail', importance });
const acme = (importance: 'high' | 'normal' | 'low') => ({ name: 'Acme', importance });

test('a normal service and a normal client change nothing', () => {
  for (const severity of [1, 2, 3, 4, 5] as const)
    expect(weightOf(severity, { classKey: 'laptop', service: mail('normal'), client: acme('normal') })).toEqual(
      weightOf(severity, nothing),
    );
});

test('an important service has more impact, an important client more urgency, and the lesser less of it', () => {
  expect(weightOf(3, nothing)).toMatchObject({ impact: 2, urgency: 2, impactWhy: '', urgencyWhy: '' });
  expect(weightOf(3, { ...nothing, service: mail('high'), client: acme('high') })).toEqual({
    ...{ impact: 1, urgency: 1 },
    impactWhy: 'impact is high instead of medium, as the service “E-mail” is of high importance',
    urgencyWhy: 'urgency is high instead of medium, as the client “Acme” is of high importance',
  });
  expect(weightOf(3, { ...nothing, service: mail('low'), client: acme('low') })).toMatchObject({
    ...{ impact: 3, urgency: 3 },
    urgencyWhy: 'urgency is low instead of medium, as the client “Acme” is of low importance',
  });
});

test('what cannot weigh more or less is not said to', () => {
  expect(weightOf(1, { classKey: 'switch', service: mail('high'), client: acme('high') })).toEqual({
    ...{ impact: 1, urgency: 1, impactWhy: '', urgencyWhy: '' },
  });
  expect(weightOf(5, { ...nothing, service: mail('low'), client: acme('low') })).toMatchObject({
    ...{ impact: 3, urgency: 3, impactWhy: '', urgencyWhy: '' },
  });
});

test('why it weighs what it does stands in the decision and in the priority', () => {
  const { impact, urgency, urgencyWhy } = weightOf(3, { ...nothing, client: acme('high') });
  expect(
    decisionWords({ by: 'rule', does: 'ticket', name: 'All', level: 'provider', number: 3, weighed: urgencyWhy }),
  ).toBe(
    'Made a ticket: the rule “All”, version 3, fits. Urgency is high instead of medium, as the client “Acme” is of high importance.',
  );
  expect(decidePriority({ impact, urgency, vip: false, because: urgencyWhy }).why.sentence).toBe(
    'Medium impact and high urgency give P2 High (urgency is high instead of medium, as the client “Acme” is of high importance).',
  );
});
