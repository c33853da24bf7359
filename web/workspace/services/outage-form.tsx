import type { OutageView } from '#shared/service.ts';
import { call } from '#web/api/client.ts';
import { AreaField, ManyField, NumberField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { send } from '../session/send.ts';
import { TOUCHED } from './touched.ts';
import { useAround } from './use-around.ts';

type Values = {
  title: string;
  beganAt: string;
  endedAt: string;
  planned: boolean;
  share: number | null;
  told: boolean;
  cause: string;
  tickets: readonly string[];
  alertIds: readonly string[];
  announcementIds: readonly string[];
};

const valuesOf = (one: OutageView): Values => ({
  ...{ title: one.title, beganAt: one.beganAt, endedAt: one.endedAt ?? '', planned: one.planned },
  ...{ share: one.share, told: one.told, cause: one.cause, tickets: one.tickets.map(({ key, id }) => key ?? id) },
  ...{ alertIds: one.alerts.map(({ id }) => id), announcementIds: one.announcements.map(({ id }) => id) },
});
const bodyOf = ({ endedAt, share, tickets, alertIds, announcementIds, ...rest }: Partial<Values>) => ({
  ...rest,
  ...(endedAt === undefined ? {} : { endedAt: endedAt === '' ? null : endedAt }),
  ...(share === undefined || share === null ? {} : { share }),
  ...(tickets === undefined ? {} : { tickets: [...tickets] }),
  ...(alertIds === undefined ? {} : { alertIds: [...alertIds] }),
  ...(announcementIds === undefined ? {} : { announcementIds: [...announcementIds] }),
});

type Props = { at: { clientId: string; serviceId: string }; outage: OutageView | null; onClose(): void };

/** When a client's service was not there, or not wholly; what happened, and why. */
export function OutageForm({ at, outage, onClose }: Props) {
  const { timeZone } = useReader();
  const { alerts, announcements } = useAround(at.clientId, outage);
  const form = useForm<Values>({
    values: outage
      ? valuesOf(outage)
      : {
          ...{ title: '', beganAt: '', endedAt: '', planned: false, share: 100 },
          ...{ told: true, cause: '', tickets: [], alertIds: [], announcementIds: [] },
        },
    version: outage?.version ?? 0,
    rules: {
      title: needed('what happened'),
      beganAt: needed('when it began'),
      endedAt: (ended, { beganAt }) => (ended !== '' && ended <= beganAt ? 'Choose a time after the beginning.' : null),
      share: (share) => (share === null || share < 1 || share > 100 ? 'Enter 1 to 100.' : null),
    },
    draft: `outage.${outage?.id ?? `${at.clientId}.${at.serviceId}`}`,
    save: ({ values, changed, version }) =>
      outage
        ? send('PATCH /outages/{id}', { params: { id: outage.id }, body: { version, ...bodyOf(changed) } }, TOUCHED)
        : send(
            'POST /services/{id}/outages',
            {
              params: { id: at.serviceId },
              body: { clientId: at.clientId, title: values.title, beganAt: values.beganAt, ...bodyOf(values) },
            },
            TOUCHED,
          ),
    latest: async () => {
      const stored = await call('GET /outages/{id}', { params: { id: outage?.id ?? '' } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={outage ? 'Save' : 'Record outage'} onCancel={onClose}>
      <TextField
        form={form}
        name="title"
        label="What happened"
        description="The client’s people may read it"
        required
        maxLength={200}
        data-autofocus
      />
      <div className="f-form-pair">
        <InstantField form={form} name="beganAt" label="Began" timeZone={timeZone} required />
        <InstantField form={form} name="endedAt" label="Ended" description="Empty: it lasts" timeZone={timeZone} />
      </div>
      <NumberField
        form={form}
        name="share"
        label="How much of it was missing"
        description="100 %: it was not there; less where it worked in part"
        min={1}
        max={100}
        suffix=" %"
      />
      <SwitchField
        form={form}
        name="planned"
        label="It was planned"
        description="Only what is planned may be to come"
      />
      <SwitchField
        form={form}
        name="told"
        label="The client’s people read of it"
        description="In the portal, under Service status"
      />
      <AreaField
        form={form}
        name="cause"
        label="Why"
        description="For your own people"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5_000}
      />
      <WordsField
        form={form}
        name="tickets"
        label="Tickets"
        description="Keys of what it has to do with: incidents, changes, major incidents"
      />
      <ManyField
        form={form}
        name="alertIds"
        label="Alerts"
        description="The newest of the client"
        data={alerts}
        searchable
      />
      <ManyField
        form={form}
        name="announcementIds"
        label="Announcements"
        description="What the client was told of it"
        data={announcements}
        searchable
      />
    </FormShell>
  );
}
