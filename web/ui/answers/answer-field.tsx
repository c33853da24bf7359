import { Button, Checkbox, FileButton, Group, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Answer, allowedDays, type Field } from '#kernel/form.ts';
import { useAttach } from '#web/ui/text/attach.ts';
import { Attached } from '#web/ui/text/attached.tsx';
import { NumberInput } from '../form/number-input.tsx';
import { MOST_OFFERED, Select } from '../form/select.tsx';
import { ui } from '../words/words.ts';

type Props = {
  field: Field;
  required: boolean;
  value: Answer;
  error: string | undefined;
  people: readonly { id: string; name: string }[];
  clientId: string | null;
  /** The day where the reader is. */
  today: string;
  onChange(value: Answer): void;
};

/** More choices than this are a list that opens. */
const MOST_SHOWN = 6;

/** Marks what is several fields in one, of which none alone is at fault. */
const atFault = (error: string | undefined) => (error === undefined ? undefined : true);

/** One field of a form as data. */
export function AnswerField({ field, required, value, error, people, clientId, today, onChange }: Props) {
  const { type, label, help, options } = field;
  const choices = options.map((value, at) => ({ value, label: field.optionWords?.[at] ?? value }));
  const common = { label, required, error, ...(help ? { description: help } : {}) };
  const text = typeof value === 'string' ? value : '';
  const fault = atFault(error);
  switch (type) {
    case 'text':
      return (
        <TextInput {...common} maxLength={200} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case 'long_text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={10_000}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          {...(field.min === null ? {} : { min: field.min })}
          {...(field.max === null ? {} : { max: field.max })}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'date': {
      const { first, last } = allowedDays(field, today);
      return (
        <TextInput
          {...common}
          type="date"
          min={first ?? undefined}
          max={last ?? undefined}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    }
    case 'yes_no':
      return (
        <Radio.Group
          {...common}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(next) => onChange(next === 'yes')}
        >
          <Group className="f-answer-choices" gap={16} data-fault={fault}>
            <Radio value="yes" label={ui('answer.yes')} />
            <Radio value="no" label={ui('answer.no')} />
          </Group>
        </Radio.Group>
      );
    case 'choice':
      return options.length > MOST_SHOWN ? (
        <Select
          {...common}
          searchable
          clearable={!required}
          placeholder={ui('answer.chooseOne')}
          data={choices}
          value={text || null}
          onChange={onChange}
        />
      ) : (
        <Radio.Group {...common} value={text} onChange={onChange}>
          <div className="f-answer-choices" data-fault={fault}>
            {choices.map((choice) => (
              <Radio key={choice.value} {...choice} />
            ))}
          </div>
        </Radio.Group>
      );
    case 'choices':
      return (
        <Checkbox.Group {...common} value={Array.isArray(value) ? [...value] : []} onChange={onChange}>
          <div className="f-answer-choices" data-fault={fault}>
            {choices.map((choice) => (
              <Checkbox key={choice.value} {...choice} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'person':
      return (
        <Select
          {...common}
          searchable
          clearable={!required}
          limit={MOST_OFFERED}
          placeholder={ui('answer.colleague')}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={text || null}
          onChange={onChange}
        />
      );
    case 'file':
      return <FilesField {...common} value={value} clientId={clientId} onChange={onChange} />;
  }
}

type FilesProps = Pick<Props, 'value' | 'clientId' | 'error' | 'onChange' | 'required'> & {
  label: string;
  description?: string;
};

function FilesField({ label, description, required, error, value, clientId, onChange }: FilesProps) {
  const ids = Array.isArray(value) ? (value as readonly string[]) : [];
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const files = ids.map((id) => ({ id, name: names[id] ?? ui('files.unnamed') }));
  const { attach, busy } = useAttach(clientId ?? '', (part) => {
    const { attachments } = part({ attachments: files });
    setNames((now) => ({ ...now, ...Object.fromEntries(attachments.map(({ id, name }) => [id, name])) }));
    onChange(attachments.map(({ id }) => id));
  });
  return (
    <fieldset className="f-answer-files" data-fault={atFault(error)}>
      <legend>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </legend>
      {description && <p className="f-dim">{description}</p>}
      <Attached files={files} onRemove={(gone) => onChange(ids.filter((id) => id !== gone))} />
      <FileButton multiple disabled={clientId === null} onChange={(chosen) => void attach(chosen)}>
        {(props) => (
          <Button variant="default" {...props} loading={busy} disabled={clientId === null}>
            {ui('files.attach')}
          </Button>
        )}
      </FileButton>
      {error && (
        <p className="f-answer-fault" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
