import type { FieldError } from '../errors.ts';
import { certainOfCondition, certainOfRule } from './certain.ts';
import { slaCondition } from './conditions.ts';
import { domainOf, type StatusesByKind } from './domain.ts';
import type { ClockRules, PolicyTerms, TargetTerms, Threshold, ThresholdAction } from './types.ts';

/** What a policy may point to. */
export type Known = {
  readonly calendarIds: ReadonlySet<string>;
  readonly teamIds: ReadonlySet<string>;
  readonly serviceIds: ReadonlySet<string>;
  readonly staffIds: ReadonlySet<string>;
  readonly pathIds: ReadonlySet<string>;
  /** Macros that everybody may run. */
  readonly macroIds: ReadonlySet<string>;
  readonly statuses: StatusesByKind;
};

const MOST_MINUTES = 525_600;

/** Checks what a policy says, before it is published or simulated. Every fault with the path of its field, or nothing. */
export function validateTerms(terms: PolicyTerms, known: Known): FieldError[] {
  const faults: FieldError[] = [];
  if (terms.kinds.length === 0) faults.push({ path: 'kinds', message: 'needs at least one kind of ticket' });
  terms.serviceIds.forEach((id, i) => {
    if (!known.serviceIds.has(id)) faults.push({ path: `serviceIds.${i}`, message: 'is not a service' });
  });
  const domain = domainOf(terms.kinds, known.statuses);
  faults.push(...conditionFaults(terms.condition, 'condition'));
  if (terms.condition !== '') faults.push(...certainOfCondition(terms.condition, domain));
  for (const [target, of] of Object.entries(terms.targets))
    faults.push(...targetFaults(of, `targets.${target}`, known));
  terms.olas.forEach((ola, i) => {
    if (!known.teamIds.has(ola.teamId)) faults.push({ path: `olas.${i}.teamId`, message: 'is not a team in use' });
    if (terms.olas.findIndex(({ teamId }) => teamId === ola.teamId) < i)
      faults.push({ path: `olas.${i}.teamId`, message: 'is there twice' });
    faults.push(...targetFaults(ola, `olas.${i}`, known));
  });
  if (terms.thresholds) faults.push(...thresholdFaults(terms.thresholds, known));
  for (const [target, rules] of Object.entries(terms.rules))
    for (const [rule, text] of Object.entries(rules))
      if (text !== null) {
        const path = `rules.${target}.${rule}`;
        faults.push(...ruleFaults(text, path), ...certainOfRule(rule as keyof ClockRules, text, path, domain));
      }
  return [...faults, ...contradictions(terms)];
}

function conditionFaults(text: string, path: string): FieldError[] {
  if (text === '') return [];
  const read = slaCondition(text, path);
  return read.ok ? [] : [...read.errors];
}

const ruleFaults = (text: string, path: string): FieldError[] =>
  text.trim() === ''
    ? [{ path, message: 'write a condition, or leave it out so that the clock does as usual' }]
    : conditionFaults(text, path);

function targetFaults({ byPriority, calendar }: TargetTerms, path: string, { calendarIds }: Known): FieldError[] {
  const faults: FieldError[] = [];
  byPriority.forEach((cell, i) => {
    if (typeof cell === 'number' && (!Number.isInteger(cell) || cell < 1 || cell > MOST_MINUTES))
      faults.push({ path: `${path}.byPriority.${i}`, message: 'must be 1 minute to a year of minutes (525,600)' });
  });
  if (calendar !== null && calendar !== 'service_hours' && calendar !== 'always' && !calendarIds.has(calendar))
    faults.push({ path: `${path}.calendar`, message: 'is not a calendar in use' });
  return faults;
}

function thresholdFaults(thresholds: readonly Threshold[], known: Known): FieldError[] {
  return thresholds.flatMap(({ percent, actions }, i) => [
    ...(thresholds.findIndex((other) => other.percent === percent) < i
      ? [{ path: `thresholds.${i}.percent`, message: 'is there twice' }]
      : []),
    ...actions.flatMap((action, j) => actionFaults(action, `thresholds.${i}.actions.${j}`, known)),
  ]);
}

/** What an action names must be there when it is due. */
function actionFaults(action: ThresholdAction, path: string, known: Known): FieldError[] {
  const gone = (field: string, what: string) => [{ path: `${path}.${field}`, message: `is not ${what}` }];
  switch (action.type) {
    case 'notify':
      if (action.who.length === 0 && !action.staffIds?.length)
        return [{ path: `${path}.who`, message: 'tells nobody; choose who' }];
      return (action.staffIds ?? []).flatMap((id, k) =>
        known.staffIds.has(id) ? [] : gone(`staffIds.${k}`, 'somebody who works here'),
      );
    case 'reassign':
      if (!action.teamId && !action.assigneeId)
        return [{ path: `${path}.teamId`, message: 'give it to a team or a person' }];
      if (action.teamId && !known.teamIds.has(action.teamId)) return gone('teamId', 'a team in use');
      return action.assigneeId && !known.staffIds.has(action.assigneeId)
        ? gone('assigneeId', 'somebody who works here')
        : [];
    case 'page':
      return action.pathId && !known.pathIds.has(action.pathId) ? gone('pathId', 'an escalation path') : [];
    case 'macro':
      return known.macroIds.has(action.macroId) ? [] : gone('macroId', 'a macro shared with everybody');
    case 'raise_priority':
      return [];
  }
}

/** What cannot both be meant. */
function contradictions({ rules }: PolicyTerms): FieldError[] {
  return Object.entries(rules).flatMap(([target, { start, pause, stop, reset, cancel }]) => {
    const said = Object.entries({ start, pause, stop, reset, cancel }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    const clash = said.find(
      ([rule, text], i) => said.findIndex(([, other]) => other.trim() === text.trim()) < i && rule,
    );
    if (!clash) return [];
    const [first] = said.find(([, text]) => text.trim() === clash[1].trim()) ?? [''];
    return [
      { path: `rules.${target}.${clash[0]}`, message: `says the same as "${first}"; a clock cannot do both at once` },
    ];
  });
}
