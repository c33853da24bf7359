import { ActionIcon, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SavedView } from '#shared/view.ts';
import { useDo } from '#web/api/use.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { useStrip } from '#web/ui/frame/use-strip.ts';
import { IconDots } from '#web/ui/icons.ts';
import { holdKeys } from '#web/ui/keys/hold.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { DialoguePart } from '#web/ui/load/dialogue-part.tsx';
import { preload } from '#web/ui/load/part.tsx';
import { useCommands } from '../../palette/commands.ts';
import type { QueueState } from '../use-filter.ts';
import { useViews, VIEWS, viewOf } from './views.ts';
import '#web/ui/frame/room-tabs.css';

const loadForm = async () => (await import('./view-form.tsx')).ViewForm;
/** Keys 1 to 9 go to the first views. */
const NUMBERED = 9;

type Props = QueueState & { show(next: Partial<QueueState>): unknown };

/** Saved views as tabs with how many tickets each finds, and saving what is shown as one. */
export function ViewTabs({ filter, sort, view: opened, by, show }: Props) {
  const { views, countOf } = useViews();
  const { view, changed } = viewOf(views, { filter, sort, view: opened });
  const strip = useStrip<HTMLElement>(view?.id);
  const [editing, setEditing] = useState<'new' | SavedView | null>(null);
  const drop = useDo('DELETE /views/{id}', { failed: 'Not deleted', refresh: ['GET /views'] });
  const save = useDo('PATCH /views/{id}', { failed: 'Not saved', refresh: ['GET /views', 'GET /views/counts'] });
  const goTo = (to: SavedView) => show({ filter: to.filter, sort: to.sort, view: to.id });
  const update = (of: SavedView) =>
    save.mutate(
      { params: { id: of.id }, body: { version: of.version, filter, sort } },
      { onSuccess: () => toast.done(`“${of.name}” shows this from now on`) },
    );
  const remove = async (of: SavedView) => {
    const body = of.shared ? 'It goes for everybody who uses it. No ticket is touched.' : 'No ticket is touched.';
    const yes = await confirm({ title: `Delete “${of.name}”?`, body, action: 'Delete view', danger: true });
    if (yes) drop.mutate({ params: { id: of.id } }, { onSuccess: () => show({ view: null }) });
  };
  useShortcuts(
    views.slice(0, NUMBERED).map((one, index) => ({
      combo: String(index + 1),
      label: one.name,
      group: VIEWS,
      early: true,
      run: () => void goTo(one),
    })),
  );
  const edit = (what: 'new' | SavedView) => {
    holdKeys('dialogue');
    setEditing(what);
  };
  const options = [
    { label: 'Save as a new view', run: () => edit('new') },
    ...(view?.editable && changed ? [{ label: `Save changes to “${view.name}”`, run: () => update(view) }] : []),
    ...(view && changed ? [{ label: `Show “${view.name}” as it was`, run: () => goTo(view) }] : []),
    ...(view?.editable
      ? [
          { label: `Rename or share “${view.name}”`, run: () => edit(view) },
          { label: `Delete “${view.name}”`, run: () => void remove(view) },
        ]
      : []),
  ];
  useCommands(options.map((one) => ({ ...one, group: VIEWS })));
  return (
    <div className="f-views">
      <nav ref={strip} className="f-room-tabs f-strip" aria-label="Views">
        {views.map((one) => (
          <Link
            key={one.id}
            to={by ? '/board' : '/queue'}
            search={{ ...one.filter, sort: one.sort, view: one.id, ...(by ? { by } : {}) }}
            // The router's own idea of "active" compares addresses; a list filtered by hand has another one.
            activeProps={{ 'aria-current': undefined }}
            {...(one === view ? { 'aria-current': 'page' as const } : {})}
          >
            {one.name}
            <span className="f-tab-count">{countOf(one.id)}</span>
            {one === view && changed && <span className="f-dim"> · changed</span>}
          </Link>
        ))}
      </nav>
      <Menu onOpen={() => preload(loadForm)}>
        <Menu.Target>
          <ActionIcon aria-label="View options">
            <IconDots size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className="f-view-menu">
          {/* The tabs scroll where there are many; here all of them are seen at once. */}
          <Menu.Label>Views</Menu.Label>
          {views.map((one) => (
            <Menu.Item key={one.id} onClick={() => void goTo(one)} rightSection={countOf(one.id)}>
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {options.map(({ label, run }) => (
            <Menu.Item key={label} onClick={run}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        title={editing === 'new' ? 'Save as a new view' : 'Rename or share the view'}
        opened={editing !== null}
        onClose={() => setEditing(null)}
        size={440}
      >
        {editing && (
          <DialoguePart load={loadForm} lines={5}>
            {(ViewForm) => (
              <ViewForm
                view={editing === 'new' ? null : editing}
                filter={filter}
                sort={sort}
                onClose={() => setEditing(null)}
                onSaved={(id) => {
                  setEditing(null);
                  if (id) void show({ view: id });
                }}
              />
            )}
          </DialoguePart>
        )}
      </Dialog>
    </div>
  );
}
