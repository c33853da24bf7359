import { type Answers, evaluateForm, type Form } from '#kernel/form.ts';
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
  const { fields } = evaluateForm(form, answers);
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
            error={errors[field.key]}
            people={people}
            clientId={clientId}
            onChange={(value) => onChange({ ...answers, [field.key]: value })}
          />
        ))}
    </div>
  );
}
