import { Badge, Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffView } from '#shared/identity.ts';
import { useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useTeams } from '../desk/names.ts';
import { TicketLines } from '../desk/ticket-lines.tsx';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { Access } from './access.tsx';
import { EditPerson } from './edit-person.tsx';
import { HandOver } from './invite.tsx';
import { Leave } from './leave.tsx';
import { Load } from './load.tsx';
import './people.css';

/** One person of the provider: what they may do, what they are good at, when they are away. */
export default function PersonPage() {
  const { id } = useParams({ from: '/workspace/people/$id' });
  const { data, error, refetch } = useGet('GET /staff', {});
  const person = data?.items.find((one) => one.id === id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data && !person) return <EmptyState title="There is no such person" />;
  if (person) return <Person key={id} person={person} />;
  return (
    <>
      <PageHead title="Person" />
      <PageBody narrow>
        <SkeletonLines lines={8} />
      </PageBody>
    </>
  );
}

function Person({ person }: { person: StaffView }) {
  const can = useCan();
  const teams = useTeams().filter(({ members }) => members.some(({ staffId }) => staffId === person.id));
  const mayEdit = can('staff.manage');
  return (
    <>
      <PageHead title={person.name} actions={mayEdit && <Doings person={person} />}>
        <Load open={person.openTickets} capacity={person.capacity} />
        {person.onLeave && <Badge color="gray">Away</Badge>}
        {!person.active && <Badge color="gray">Deactivated</Badge>}
      </PageHead>
      <PageBody
        aside={
          <>
            <Section title="Leave" help="While somebody is away, nothing is assigned to them automatically.">
              <Leave staffId={person.id} timeZone={person.timeZone} mayEdit={mayEdit} />
            </Section>
            <Section title="Teams">
              <p className="f-plain">{teams.map(({ name }) => name).join(', ') || 'In no team.'}</p>
            </Section>
            <Section title="Open tickets">
              <TicketLines
                filter={{ assigneeId: [person.id], status: ['open'] }}
                sort="due"
                none={<p className="f-plain f-dim">None.</p>}
              />
            </Section>
          </>
        }
      >
        <Section title="About and rights" help={person.email}>
          <EditPerson person={person} mayEdit={mayEdit} />
        </Section>
        {mayEdit && person.active && <Access id={person.id} name={person.name} />}
      </PageBody>
    </>
  );
}

/** What can be done to somebody's account. */
function Doings({ person }: { person: StaffView }) {
  const [link, setLink] = useState<string | null>(null);
  const params = { id: person.id };
  const setActive = async (active: boolean) => {
    if (!active) {
      const sure = await confirm({
        title: `Deactivate ${person.name}?`,
        body: 'Their sessions and keys end at once. Their tickets stay with them until you assign them to somebody else; those that are open stand in triage under what nobody has.',
        action: 'Deactivate',
        danger: true,
      });
      if (!sure) return;
    }
    try {
      await send('PATCH /staff/{id}', { params, body: { version: person.version, active } }, ['GET /staff']);
      toast.done(active ? `${person.name} may sign in again` : `${person.name} is deactivated`);
    } catch (error) {
      toast.fault(error, active ? 'Not reactivated' : 'Not deactivated');
    }
  };
  const reset = async () => {
    const sure = await confirm({
      title: `Reset how ${person.name} signs in?`,
      body: 'Their sessions end, and their codes and passkeys are removed. You get a link with which they choose a new password.',
      action: 'Reset sign-in',
      danger: true,
    });
    if (!sure) return;
    try {
      setLink((await send('POST /staff/{id}/reset', { params, body: { secondFactor: true } }, ['GET /staff'])).link);
    } catch (error) {
      toast.fault(error, 'Not reset');
    }
  };
  return (
    <>
      {person.active && (
        <Button variant="default" onClick={() => void reset()}>
          Reset sign-in
        </Button>
      )}
      <Button variant="default" onClick={() => void setActive(!person.active)}>
        {person.active ? 'Deactivate' : 'Reactivate'}
      </Button>
      <Dialog title="Link for a new password" opened={link !== null} onClose={() => setLink(null)}>
        {link && <HandOver link={link} hours={1} onClose={() => setLink(null)} />}
      </Dialog>
    </>
  );
}
