import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RiskQuestion } from '#shared/change.ts';
import { moved, put, without } from '#web/ui/form/order.ts';
import { QuestionFields } from './question-fields.tsx';
import { MOST_QUESTIONS, newQuestion } from './question-list.ts';
import '../../ticket/change/change.css';

type Props = {
  questions: readonly RiskQuestion[];
  /** What is wrong, by path such as `questions.0.text`. */
  errors: Readonly<Record<string, string>>;
  onChange(questions: RiskQuestion[]): void;
};

/** The questions by whose answers the risk of a change is worked out. One that was just added, or in which something is wrong, is open. */
export function QuestionsField({ questions, errors, onChange }: Props) {
  const [opened, setOpened] = useState<readonly string[]>([]);
  const isWrong = (at: number) => Object.keys(errors).some((path) => path.startsWith(`questions.${at}.`));
  const add = () => {
    const question = newQuestion(questions);
    setOpened([...opened, question.key]);
    onChange([...questions, question]);
  };
  return (
    <fieldset className="f-change-questions">
      <legend>Questions about the risk</legend>
      <p className="f-plain f-dim">
        Each answer adds its points. What was answered before stays with a question and an answer, whatever they are
        called.
      </p>
      {errors['questions'] && <p role="alert">{errors['questions']}</p>}
      {questions.map((question, at) => (
        <QuestionFields
          key={question.key}
          question={question}
          at={at}
          count={questions.length}
          isOpen={opened.includes(question.key) || isWrong(at)}
          errors={errors}
          onOpen={(open) =>
            setOpened((now) => [...now.filter((key) => key !== question.key), ...(open ? [question.key] : [])])
          }
          onChange={(next) => onChange(put(questions, at, next))}
          onMove={(by) => onChange(moved(questions, at, by))}
          onRemove={() => onChange(without(questions, at))}
        />
      ))}
      {questions.length < MOST_QUESTIONS && (
        <Button variant="default" size="compact-sm" onClick={add}>
          Add a question
        </Button>
      )}
    </fieldset>
  );
}
