/** Forms as data, and the one evaluator that portal, workspace and API ask what is shown, what is missing and what counts. */
export { holds } from './form/condition.ts';
export { conditionWords } from './form/condition-words.ts';
export { allowedDays } from './form/days.ts';
export { answerLines } from './form/describe.ts';
export { evaluateForm } from './form/evaluate.ts';
export type { Answer, Answers, Condition, DayLimit, Evaluated, Field, FieldType, Form, Test } from './form/types.ts';
export { validateForm } from './form/validate.ts';
