import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { EstateItemView } from '#shared/estate.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { ItemAlerts } from '../alerts/item-alerts.tsx';
import { RaiseChange } from '../changes/raise.tsx';
import { useCommands } from '../palette/commands.ts';
import { useCan } from '../session/me.ts';
import { Attributes } from './attributes.tsx';
import { Online, StateBadge } from './columns.tsx';
import { EditItem } from './edit-item.tsx';
import { ItemHistory } from './item-history.tsx';
import { ItemTickets } from './item-tickets.tsx';
import { Parts } from './parts.tsx';
import { Purchase } from './purchase.tsx';
import { Relations } from './relations.tsx';
import { Software } from './software.tsx';
import { MATCHED_WORDS, SOURCE_WORDS, valueWords } from './words.ts';
import './estate.css';

/** One item: how it is, what is known of it and by whom, what hangs on it, and what happened. */
export default function EstateItemPage() {
  const { id } = useParams({ from: '/workspace/estate/$id' });
  const { data, error, refetch } = useGet('GET /items/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data) return <Item key={data.id} item={data} />;
  return (
    <>
      <PageHead title="Item" />
      <PageBody aside={<SkeletonLines lines={6} />}>
        <SkeletonLines lines={10} />
      </PageBody>
    </>
  );
}

function Item({ item }: { item: EstateItemView }) {
  const may = useCan()('estate.manage');
  const [editing, setEditing] = useState(false);
  const mayEdit = may && item.mergedInto === null;
  useShortcuts([{ combo: 'e', label: 'Edit the item', group: 'Item', run: () => mayEdit && setEditing(true) }]);
  useCommands(mayEdit ? [{ label: 'Edit this item', group: 'Do', run: () => setEditing(true) }] : []);
  return (
    <>
      <PageHead title={item.name} actions={<Actions item={item} onEdit={mayEdit ? () => setEditing(true) : null} />}>
        <StateBadge state={item.state} always />
        <Online online={item.online} />
      </PageHead>
      <PageBody aside={<About item={item} />}>
        <p className="f-plain">
          <Link to="/estate">Estate</Link> · {item.className} of{' '}
          <Link to="/clients/$id" params={{ id: item.client.id }}>
            <bdi>{item.client.name}</bdi>
          </Link>
        </p>
        {item.mergedInto && (
          <p role="status">
            It was joined with another item and goes on{' '}
            <Link to="/estate/$id" params={{ id: item.mergedInto }}>
              there
            </Link>
            .
          </p>
        )}
        <Section title="What is known">
          <Attributes attributes={item.attributes} />
        </Section>
        <Relations item={item} />
        <Parts sections={item.sections} />
        <Software id={item.id} count={item.softwareCount} />
        <ItemHistory item={item} />
      </PageBody>
      <Dialog title={`Edit ${item.name}`} opened={editing} onClose={() => setEditing(false)}>
        {editing && <EditItem item={item} onClose={() => setEditing(false)} />}
      </Dialog>
    </>
  );
}

const outside = { target: '_blank', rel: 'noopener noreferrer' } as const;

function Actions({ item, onEdit }: { item: EstateItemView; onEdit: (() => void) | null }) {
  const here = item.sources.filter(({ goneAt }) => goneAt === null);
  const remote = here.find(({ remoteUrl }) => remoteUrl !== null);
  return (
    <>
      {here
        .filter(({ openUrl }) => openUrl !== null)
        .map(({ id, name, openUrl }) => (
          <Button key={id} component="a" href={openUrl ?? ''} {...outside} variant="default" c="var(--button-color)">
            Open in {name}
          </Button>
        ))}
      {item.mergedInto === null && (
        <RaiseChange
          given={{ client: item.client, title: `Change ${item.name}`, itemIds: [item.id] }}
          variant="default"
        />
      )}
      {onEdit && (
        <Button variant="default" onClick={onEdit}>
          Edit
        </Button>
      )}
      {remote && (
        <Button component="a" href={remote.remoteUrl ?? ''} {...outside} c="var(--button-color)">
          Remote control
        </Button>
      )}
    </>
  );
}

function About({ item }: { item: EstateItemView }) {
  const now: readonly (readonly [name: string, value: ReactNode])[] = [
    ['Last seen', item.lastSeenAt && <TimeAgo key="seen" at={item.lastSeenAt} long />],
    ['Last user', item.lastUser && <bdi>{item.lastUser}</bdi>],
    ['Maintenance', item.inMaintenance && 'Its source says that it is being worked on'],
    ['Whose it is', item.contact && <bdi>{item.contact.name}</bdi>],
    ['Site', item.site && <bdi>{item.site.name}</bdi>],
    ['Service', item.service && <bdi>{item.service.name}</bdi>],
    ['Asset tag', item.assetTag && <bdi>{item.assetTag}</bdi>],
    ...item.ends
      .filter(({ attribute }) => attribute !== 'warrantyUntil')
      .map(({ name, on }) => [name, valueWords(on, 'date', null)] as const),
  ];
  return (
    <>
      {now.some(([, value]) => value) && (
        <Section title="Now">
          <Facts facts={now} />
        </Section>
      )}
      <Purchase item={item} />
      <ItemAlerts itemId={item.id} />
      <ItemTickets id={item.id} />
      <Section title="Sources">
        <ul className="f-lines">
          {item.sources.map((one) => (
            <li key={one.id}>
              <span>
                <bdi>{one.name || 'Somebody'}</bdi> <span className="f-dim">({SOURCE_WORDS[one.kind]})</span>
                <div className="f-dim">
                  {one.kind === 'person' ? 'Last said' : (MATCHED_WORDS[one.matchedBy] ?? '')}
                  {one.kind !== 'person' && ' · last changed'} <TimeAgo at={one.seenAt} />
                </div>
                {one.goneAt && (
                  <div>
                    Does not list it any more since <TimeAgo at={one.goneAt} long />
                  </div>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {item.identifiers.length > 0 && (
        <Section title="Known by">
          <Facts
            facts={item.identifiers
              .slice(0, 20)
              .map(({ kind, value }) => [KIND_WORDS[kind], <bdi key={value}>{value}</bdi>] as const)}
          />
        </Section>
      )}
    </>
  );
}

const KIND_WORDS = { uuid: 'UUID', serial: 'Serial number', mac: 'MAC address', hostname: 'Host name' } as const;
