import { Button, TextInput } from '@mantine/core';
import type { RiskQuestion } from '#shared/change.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { moved, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { FEWEST_ANSWERS, MOST_ANSWERS, newAnswer } from './question-list.ts';
import './change-models.css';

type Props = {
  question: RiskQuestion;
  at: number;
  count: number;
  isOpen: boolean;
  errors: Readonly<Record<string, string>>;
  onOpen(open: boolean): void;
  onChange(question: RiskQuestion): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

/** One question: what it asks, and its answers with the points that each adds. */
export function QuestionFields({ question, at, count, isOpen, errors, onOpen, onChange, onMove, onRemove }: Props) {
  const { text, help, options } = question;
  const title = text.trim() || `Question ${at + 1}`;
  const set = (more: Partial<RiskQuestion>) => onChange({ ...question, ...more });
  const answer = (nth: number, more: Partial<RiskQuestion['options'][number]>) =>
    set({ options: options.map((one, place) => (place === nth ? { ...one, ...more } : one)) });
  return (
    <div className="f-model-question">
      <details open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary>
          <bdi>{title}</bdi> <span className="f-dim">{options.length} answers</span>
        </summary>
        <div className="f-model-answers">
          <TextInput
            label="Question"
            required
            maxLength={200}
            value={text}
            error={errors[`questions.${at}.text`]}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <TextInput
            label="Help"
            maxLength={500}
            value={help}
            error={errors[`questions.${at}.help`]}
            onChange={(event) => set({ help: event.currentTarget.value })}
          />
          {options.map((one, nth) => (
            <div key={one.value} className="f-model-answer">
              <TextInput
                label={`Answer ${nth + 1}`}
                required
                maxLength={200}
                value={one.label}
                error={errors[`questions.${at}.options.${nth}.label`]}
                onChange={(event) => answer(nth, { label: event.currentTarget.value })}
              />
              <NumberInput
                label="Points"
                aria-label={`Points of answer ${nth + 1}`}
                min={0}
                max={20}
                allowDecimal={false}
                value={one.points}
                error={errors[`questions.${at}.options.${nth}.points`]}
                onChange={(points) => answer(nth, { points: typeof points === 'number' ? points : 0 })}
              />
              <RowTools
                name={one.label.trim() || `answer ${nth + 1}`}
                at={nth}
                count={options.length}
                onMove={(by) => set({ options: moved(options, nth, by) })}
                {...(options.length > FEWEST_ANSWERS
                  ? { onRemove: () => set({ options: without(options, nth) }) }
                  : {})}
              />
            </div>
          ))}
          {errors[`questions.${at}.options`] && <p role="alert">{errors[`questions.${at}.options`]}</p>}
          {options.length < MOST_ANSWERS && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => set({ options: [...options, newAnswer(options)] })}
            >
              Add an answer
            </Button>
          )}
        </div>
      </details>
      <RowTools name={title} at={at} count={count} onMove={onMove} onRemove={onRemove} />
    </div>
  );
}
