import type { RiskQuestion } from '#shared/change.ts';

/** Bounds of the API. */
export const MOST_QUESTIONS = 30;
export const MOST_ANSWERS = 10;
export const FEWEST_ANSWERS = 2;

/** A key that none of these has. Answers that were given before stand under their keys, so what has one keeps it. */
function freshKey(stem: string, taken: readonly string[]): string {
  let at = taken.length + 1;
  while (taken.includes(`${stem}_${at}`)) at += 1;
  return `${stem}_${at}`;
}

export const newAnswer = (options: RiskQuestion['options']): RiskQuestion['options'][number] => ({
  value: freshKey(
    'answer',
    options.map(({ value }) => value),
  ),
  label: '',
  points: 0,
});

/** A question with two answers, of which none adds to the risk yet. */
export function newQuestion(questions: readonly RiskQuestion[]): RiskQuestion {
  const first = newAnswer([]);
  const taken = questions.map(({ key }) => key);
  return { key: freshKey('question', taken), text: '', help: '', options: [first, newAnswer([first])] };
}

/** What is wrong with questions, by path. */
export const faultsOf = (questions: readonly RiskQuestion[]): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ text, options }, at) => [
      ...(text.trim() ? [] : [[`questions.${at}.text`, 'Ask something.']]),
      ...options.flatMap(({ label }, nth) => [
        ...(label.trim() ? [] : [[`questions.${at}.options.${nth}.label`, 'Write the answer.']]),
        ...(label.trim() && options.findIndex((one) => one.label.trim() === label.trim()) < nth
          ? [[`questions.${at}.options.${nth}.label`, 'This answer stands there already.']]
          : []),
      ]),
    ]),
  );
