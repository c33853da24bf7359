import { SLA_VARIABLES } from '#kernel/service-level/variables.ts';
import { AreaField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import type { PolicyValues } from './policy-values.ts';
import '../library/library.css';

const EXAMPLES = [
  ['ticket.vip', 'What a VIP asks for'],
  ['ticket.priority <= 2 && ticket.source == "phone"', 'P1 and P2 that came by phone'],
  ['"server-room" in ticket.tags', 'What is tagged so'],
  ['client.country == "NZ" || client.name.startsWith("Acme")', 'Some clients'],
  ['ticket.category != null && ticket.category == "Network"', 'A category, where there is one'],
] as const;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  'string?': 'text, or null',
  int: 'number',
  bool: 'true or false',
  strings: 'list of texts',
};

/** When a policy applies, in CEL, with what it may name and how that is written. */
export function ConditionField({ form }: { form: Form<PolicyValues> }) {
  return (
    <div>
      <AreaField
        form={form}
        name="condition"
        label="Only when"
        description="A condition over the ticket, its client and its service; empty: always"
        className="f-code-field"
        placeholder='ticket.vip || ticket.category == "Network"'
        spellCheck={false}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2_000}
      />
      <ConditionHelp />
    </div>
  );
}

/** What conditions may name, to be read beside the field in which they are written. */
export function ConditionHelp() {
  return (
    <details className="f-variables">
      <summary>What it may name, with examples</summary>
      <dl>
        {EXAMPLES.map(([text, words]) => (
          <div key={text} data-wide>
            <dt className="f-mono">{text}</dt>
            <dd className="f-dim">{words}</dd>
          </div>
        ))}
      </dl>
      <dl>
        {Object.entries(SLA_VARIABLES).flatMap(([of, fields]) =>
          Object.entries(fields).map(([field, type]) => (
            <div key={`${of}.${field}`}>
              <dt className="f-mono">{`${of}.${field}`}</dt>
              <dd className="f-dim">{TYPES[type] ?? type}</dd>
            </div>
          )),
        )}
      </dl>
      <p className="f-plain f-dim">
        A condition that cannot be answered for a ticket, such as one over a service where there is none, counts as
        “no”; the policy then says so here.
      </p>
    </details>
  );
}
