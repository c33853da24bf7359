import type { ClientView } from '#shared/client.ts';
import { useGet } from '#web/api/use.ts';
import { countries, languages, named, TIME_ZONES } from '#web/ui/form/choices.ts';
import { AreaField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { both, needed, type Rules, shaped } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { IMPORTANCE_CHOICES } from '../desk/importance.ts';

export type ClientValues = Pick<
  ClientView,
  'name' | 'code' | 'timeZone' | 'language' | 'country' | 'region' | 'groupId' | 'importance' | 'notes'
>;

export const CLIENT_RULES: Rules<ClientValues> = {
  name: needed('the client’s name'),
  code: both(
    needed('a code'),
    shaped(/^[A-Z][A-Z0-9]{1,9}$/, 'Use 2 to 10 capital letters and digits, beginning with a letter, such as ACME.'),
  ),
};

export const CLIENT_LABELS = {
  name: 'Name',
  code: 'Code',
  timeZone: 'Time zone',
  language: 'Language',
  country: 'Country',
  region: 'State or region',
  groupId: 'Group',
  importance: 'Importance',
  notes: 'Notes',
} as const;

export const clientValues = (client: ClientView): ClientValues => ({
  name: client.name,
  code: client.code,
  timeZone: client.timeZone,
  language: client.language,
  country: client.country,
  region: client.region,
  groupId: client.groupId,
  importance: client.importance,
  notes: client.notes,
});

/** Where a client is and how it is spoken to: what its service hours and messages follow. */
export function PlaceFields({ form }: { form: Form<ClientValues> }) {
  const { data: groups } = useGet('GET /client-groups', {});
  return (
    <>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="timeZone"
          label={CLIENT_LABELS.timeZone}
          description="Service hours follow its clock"
          data={[...TIME_ZONES]}
        />
        <PickField
          form={form}
          name="language"
          label={CLIENT_LABELS.language}
          description="Of messages to its people"
          data={languages()}
        />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="country"
          label={CLIENT_LABELS.country}
          description="Its public holidays are closed days"
          data={[{ value: '', label: 'None' }, ...countries()]}
        />
        <TextField
          form={form}
          name="region"
          label={CLIENT_LABELS.region}
          description="For regional holidays, such as NSW"
          maxLength={10}
        />
      </div>
      <PickField
        form={form}
        name="groupId"
        label={CLIENT_LABELS.groupId}
        description="Settings of the group apply unless the client has its own"
        placeholder="None"
        clearable
        data={named(groups?.items ?? [])}
      />
      <PickField
        form={form}
        name="importance"
        label={CLIENT_LABELS.importance}
        description="Tickets that alerts make are a step more or less urgent"
        allowDeselect={false}
        data={IMPORTANCE_CHOICES}
      />
    </>
  );
}

export function NotesField({ form }: { form: Form<ClientValues> }) {
  return (
    <AreaField
      form={form}
      name="notes"
      label={CLIENT_LABELS.notes}
      description="What everybody who picks up the phone should know; the client never sees it"
      maxRows={14}
    />
  );
}
