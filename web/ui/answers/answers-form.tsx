import { type Answers, evaluateForm, type Form } from '#kernel/form.ts';
import { dayIn } from '../marks/day-in.ts';
import { useReader } from '../marks/reader.ts';
import { AnswerField } from './answer-field.tsx';
import './answers.css';

type Props = {
  form: Form;
  answers: Answers;
  /** By the key of the field. */
  errors: Readonly<Record<string, string>>;
  people: readonly { id: string; name: string }[];
  /** Whose files are uploaded; null where none can be, as in a preview. */
  clientId: string | null;
  onChange(answers: Answers): void;
};

/** A form as data, to be answered: it changes with the answers, and what is hidden is not asked. */
export function AnswersForm({ form, answers, errors, people, clientId, onChange }: Props) {
  const today = dayIn(Date.now(), useReader().timeZone);
  const { fields, faults } = evaluateForm(form, answers, today);
  /** What was refused and is right by now is not said any more; who a person is only the server knows. */
  const isStill = (key: string, type: string) => type === 'person' || faults.some(({ path }) => path === key);
  return (
    <div className="f-answers">
      {fields
        .filter(({ shown }) => shown)
        .map(({ field, required }) => (
          <AnswerField
            key={field.key}
            field={field}
            required={required}
            value={Object.hasOwn(answers, field.key) ? (answers[field.key] ?? null) : field.initial}
            error={isStill(field.key, field.type) ? errors[field.key] : undefined}
            people={people}
            clientId={clientId}
            today={today}
            onChange={(value) => onChange({ ...answers, [field.key]: value })}
          />
        ))}
    </div>
  );
}
