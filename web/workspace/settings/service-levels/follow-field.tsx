import { Radio } from '@mantine/core';
import { useGet } from '#web/api/use.ts';
import type { Form } from '#web/ui/form/use-form.ts';

const KEEP = 'keep';
const FOLLOW = 'follow';

/** What happens to clocks that run already. */
export function FollowField<V extends { follow: boolean }>({ form, policyId }: { form: Form<V>; policyId: string }) {
  const { data } = useGet('GET /service-levels/policies/{id}/reach', { params: { id: policyId } });
  const tickets = data
    ? `${data.capped ? 'More than ' : ''}${data.openTickets.toLocaleString('en')} open ${data.openTickets === 1 ? 'ticket' : 'tickets'}`
    : 'Open tickets';
  return (
    <Radio.Group
      label="Clocks that run already"
      error={form.errors['follow']}
      value={form.values.follow ? FOLLOW : KEEP}
      onChange={(next) => form.set('follow', (next === FOLLOW) as V['follow'])}
    >
      <div className="f-choices">
        <Radio
          value={KEEP}
          label="Keep what they began under"
          description="Only tickets from now on are promised this"
        />
        <Radio
          value={FOLLOW}
          label="Follow"
          description={`${tickets} of those it reaches are looked at; what was used up stays used up, and each says why`}
        />
      </div>
    </Radio.Group>
  );
}
