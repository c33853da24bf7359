import { Badge, Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnnouncementView } from '#shared/announcement.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { WordsLink } from '../settings/words/words-link.tsx';
import { StandingBadge } from './columns.tsx';
import { people } from './fields.tsx';
import { EndForm, PublishForm, UpdateForm } from './steps.tsx';
import { TOUCHED } from './touched.ts';
import { AUDIENCE_WORDS, clientsSaid, forWhom, KIND_WORDS, SERVICE_COLOURS, SERVICE_WORDS } from './words.ts';
import './announcements.css';

/** One announcement as its readers see it, with what was said since and what can be done. */
export default function AnnouncementPage() {
  const { id } = useParams({ from: '/workspace/announcements/$id' });
  const { data, error, refetch } = useGet('GET /announcements/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Announcement announcement={data} />;
  return (
    <>
      <PageHead title="Announcement" />
      <PageBody aside={<SkeletonLines lines={6} />}>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

function Announcement({ announcement }: { announcement: AnnouncementView }) {
  const { title, text, updates, endedAt } = announcement;
  const mayTranslate = useCan()('settings.read');
  return (
    <>
      <PageHead title={title} actions={<Actions announcement={announcement} />}>
        <StandingBadge announcement={announcement} />
      </PageHead>
      <PageBody aside={<About announcement={announcement} />}>
        <p className="f-plain">
          <Link to="/announcements">All announcements</Link>
          {mayTranslate && announcement.state !== 'ended' && (
            <>
              {' · '}
              <WordsLink kind="announcement" of={title} />
            </>
          )}
        </p>
        <article className="f-announcement-text" aria-label={title}>
          {text ? <p>{text}</p> : <p className="f-dim">Nothing but its title is said.</p>}
        </article>
        {(updates.length > 0 || endedAt) && (
          <Section title="What was said since">
            <ol className="f-announcement-updates">
              {updates.map((one) => (
                <li key={one.id}>
                  <span className="f-dim">
                    <TimeAgo at={one.at} long /> · <bdi>{one.by}</bdi>
                  </span>
                  <p>{one.text}</p>
                </li>
              ))}
              {endedAt && (
                <li>
                  <span className="f-dim">
                    <TimeAgo at={endedAt} long />
                  </span>
                  <p>Ended</p>
                </li>
              )}
            </ol>
          </Section>
        )}
      </PageBody>
    </>
  );
}

function Actions({ announcement }: { announcement: AnnouncementView }) {
  const { id, state, version } = announcement;
  const navigate = useNavigate();
  const may = useCan()('announcement.manage');
  const [asking, setAsking] = useState<'publish' | 'update' | 'end' | null>(null);
  const close = () => setAsking(null);
  const discard = useDo('DELETE /announcements/{id}', {
    failed: 'Not thrown away',
    refresh: TOUCHED,
    onDone: () => {
      toast.done('The draft is thrown away');
      return navigate({ to: '/announcements' });
    },
  });
  const sure = async () => {
    const yes = await confirm({
      title: 'Throw the draft away?',
      body: 'Nobody has seen it. It cannot be brought back.',
      action: 'Throw away',
      danger: true,
    });
    if (yes) discard.mutate({ params: { id } });
  };
  const mayEdit = may && state !== 'ended';
  useShortcuts([
    {
      combo: 'e',
      label: 'Edit the announcement',
      group: 'Announcement',
      run: () => mayEdit && void navigate({ to: '/announcements/$id/edit', params: { id } }),
    },
    {
      combo: 'u',
      label: 'Say what has become of it',
      group: 'Announcement',
      run: () => may && state === 'published' && setAsking('update'),
    },
  ]);
  useCommands([
    ...(may && state === 'draft'
      ? [{ label: 'Publish this announcement', group: 'Do', run: () => setAsking('publish') }]
      : []),
    ...(may && state === 'published'
      ? [
          { label: 'Say what has become of it', group: 'Do', run: () => setAsking('update') },
          { label: 'End this announcement', group: 'Do', run: () => setAsking('end') },
        ]
      : []),
  ]);
  if (!mayEdit) return null;
  return (
    <>
      {state === 'draft' && (
        <Button variant="default" onClick={() => void sure()}>
          Throw away…
        </Button>
      )}
      <Button
        component={Link}
        to="/announcements/$id/edit"
        params={{ id } as never}
        variant="default"
        c="var(--button-color)"
      >
        Edit
      </Button>
      {state === 'draft' && <Button onClick={() => setAsking('publish')}>Publish…</Button>}
      {state === 'published' && (
        <>
          <Button variant="default" onClick={() => setAsking('end')}>
            End…
          </Button>
          <Button onClick={() => setAsking('update')}>Say more…</Button>
        </>
      )}
      <Dialog title="Publish" opened={asking === 'publish'} onClose={close}>
        {asking === 'publish' && <PublishForm announcement={announcement} onClose={close} />}
      </Dialog>
      <Dialog title="What has become of it" opened={asking === 'update'} onClose={close}>
        {asking === 'update' && <UpdateForm announcement={announcement} onClose={close} />}
      </Dialog>
      <Dialog title="End" opened={asking === 'end'} onClose={close}>
        {asking === 'end' && <EndForm key={version} announcement={announcement} onClose={close} />}
      </Dialog>
    </>
  );
}

function About({ announcement }: { announcement: AnnouncementView }) {
  const { kind, effect, services, audience, groups, fromAt, untilAt, publishedAt, tickets, followers } = announcement;
  const whom = { all: [], services: [], groups: groups.map(({ name }) => name), chosen: clientsSaid(announcement) };
  return (
    <>
      <Section title="About it">
        <Facts
          facts={[
            ['Kind', KIND_WORDS[kind]],
            ['Services', services.length > 0 && <bdi>{services.map(({ name }) => name).join(', ')}</bdi>],
            [
              'What it does to them',
              services.length > 0 && effect && <Badge color={SERVICE_COLOURS[effect]}>{SERVICE_WORDS[effect]}</Badge>,
            ],
            ['From', <TimeAgo key="from" at={fromAt} long />],
            ['Until', untilAt ? <TimeAgo key="until" at={untilAt} long /> : 'Not known'],
            ['Published', publishedAt && <TimeAgo key="published" at={publishedAt} long />],
            ['Hear by mail how it goes on', publishedAt && people(followers)],
          ]}
        />
      </Section>
      <Section title="For whom">
        <p className="f-plain">
          <bdi>{whom[audience].join(', ') || forWhom(announcement)}</bdi>
          <span className="f-announcement-help f-dim">
            {publishedAt ? AUDIENCE_WORDS[audience].help : 'Nobody but staff, until it is published'}
          </span>
        </p>
      </Section>
      {tickets.length > 0 && (
        <Section title="Tickets">
          <ul className="f-lines">
            {tickets.map((one) => (
              <li key={one.id}>
                <Link to="/tickets/$key" params={{ key: one.key }} className="f-cut">
                  {one.key} <bdi>{one.title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
