import { type Answers, answerLines, type Form } from '#kernel/form.ts';

type NameOf = Parameters<typeof answerLines>[2];

/** One answer that is another now. Null: there was, or is, none. */
export type ChangedLine = { readonly label: string; readonly from: string | null; readonly to: string | null };

/** What differs between two answers to a form, in its order. */
export function changedLines(form: Form, before: Answers, after: Answers, nameOf: NameOf): ChangedLine[] {
  const was = new Map(answerLines(form, before, nameOf).map(({ label, value }) => [label, value]));
  const is = new Map(answerLines(form, after, nameOf).map(({ label, value }) => [label, value]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label) => {
    const [from, to] = [was.get(label) ?? null, is.get(label) ?? null];
    return from === to ? [] : [{ label, from, to }];
  });
}
