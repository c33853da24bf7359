import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TeamView } from '#shared/classification.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { IconUsers } from '#web/ui/icons.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { useCommands } from '../palette/commands.ts';
import { PeopleTabs } from '../people/tabs.tsx';
import { useCan } from '../session/me.ts';
import { escalationPath } from './escalation-path.ts';
import { TeamForm } from './team-form.tsx';
import { STRATEGIES } from './words.ts';
import './teams.css';

/** The resolver groups: who is in them, how they share work, and to whom they escalate. */
export default function TeamsPage() {
  const can = useCan();
  const [open, setOpen] = useState<TeamView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /teams', {});
  const mayEdit = can('team.manage');
  useCommands(mayEdit ? [{ label: 'New team', group: 'Do', run: () => setOpen('new') }] : []);
  const add = mayEdit && <Button onClick={() => setOpen('new')}>New team</Button>;
  const teams = data?.items ?? [];
  return (
    <>
      <PageHead title="People" actions={add}>
        <PeopleTabs />
      </PageHead>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconUsers} title="No teams yet" action={add}>
          A team takes the tickets of some categories or services, shares them among its members and escalates to
          another team when it cannot go on.
        </EmptyState>
      )}
      <div className="f-teams">
        {!data && !error && (
          <PageBody>
            <SkeletonLines lines={8} />
          </PageBody>
        )}
        {teams.map((team) => (
          <TeamCard key={team.id} team={team} teams={teams} onEdit={mayEdit ? () => setOpen(team) : null} />
        ))}
      </div>
      <Dialog
        title={open === 'new' ? 'New team' : 'Edit the team'}
        opened={open !== null}
        onClose={() => setOpen(null)}
        size={620}
      >
        {open && <TeamForm team={open === 'new' ? null : open} teams={teams} onClose={() => setOpen(null)} />}
      </Dialog>
    </>
  );
}

type CardProps = { team: TeamView; teams: readonly TeamView[]; onEdit: (() => void) | null };

function TeamCard({ team, teams, onEdit }: CardProps) {
  const path = escalationPath(team, teams);
  return (
    <Section
      title={team.name}
      help={team.description}
      actions={
        <>
          {!team.active && <Badge color="gray">Inactive</Badge>}
          {onEdit && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onEdit} aria-label={`Edit ${team.name}`}>
              Edit
            </Button>
          )}
        </>
      }
    >
      <Facts
        facts={[
          [
            'Members',
            team.members.length > 0 ? (
              <span key="members" className="f-team-members">
                {team.members.map(({ staffId, name, lead }) => (
                  <Link key={staffId} to="/people/$id" params={{ id: staffId }} className="f-team-member">
                    <Avatar name={name} />
                    <bdi>{name}</bdi>
                    {lead && <span className="f-dim">lead</span>}
                  </Link>
                ))}
              </span>
            ) : (
              'Nobody yet'
            ),
          ],
          ['Assigns', `${STRATEGIES[team.strategy].name}: ${STRATEGIES[team.strategy].help}`],
          ['Escalates to', path.map(({ name }) => name).join(' → ') || 'Nobody'],
          [
            'Open',
            <Link key="open" to="/queue" search={{ teamId: [team.id], status: ['open'] }}>
              {team.openTickets === 1 ? '1 ticket' : `${team.openTickets} tickets`}
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}
