import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import type { ProjectTask, ProjectView } from '#shared/project.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { StatusIcon } from '#web/ui/marks/status-badge.tsx';
import { LanesRow } from '../board/lanes-row.tsx';
import { useStatuses } from '../desk/names.ts';
import { type BoardLane, lanesOf } from './lanes.ts';
import { PROJECT_TOUCHED } from './touched.ts';
import { blockedWords, spanWords } from './words.ts';

const BY = [
  { value: 'phase', label: 'Phase' },
  { value: 'status', label: 'Status' },
];

/** The tasks as cards, by phase or status. A card goes to another column by dragging it, or by shift and the arrows. */
export function ProjectBoard({ project, may }: { project: ProjectView; may: boolean }) {
  const [by, setBy] = useState<'phase' | 'status'>('phase');
  const board = useRef<HTMLDivElement>(null);
  const statuses = useStatuses().get('task') ?? [];
  const lanes = lanesOf(project, by, statuses);
  const move = useMove(project, board);
  const moveFocused = (step: number) => {
    const id = document.activeElement?.getAttribute('data-card');
    const task = project.items.find((one) => one.id === id);
    const at = lanes.findIndex(({ tasks }) => tasks.some((one) => one.id === id));
    const lane = lanes[at + step];
    if (may && task && lane) move(task, lane);
  };
  useShortcuts([
    { combo: 'shift+right', label: 'Move the card to the next column', group: 'Board', run: () => moveFocused(1) },
    { combo: 'shift+left', label: 'Move the card to the column before', group: 'Board', run: () => moveFocused(-1) },
  ]);
  return (
    <div ref={board} className="f-project-board">
      <SegmentedControl
        aria-label="Columns by"
        data={BY}
        value={by}
        onChange={(value) => setBy(value as 'phase' | 'status')}
      />
      <LanesRow>
        {lanes.map((lane) => (
          <Lane
            key={lane.key}
            lane={lane}
            may={may}
            onDrop={(id) => {
              const task = project.items.find((one) => one.id === id);
              if (may && task) move(task, lane);
            }}
          />
        ))}
      </LanesRow>
    </div>
  );
}

/** Does what a card in another column means; the card keeps the focus where it comes to stand. */
function useMove(project: ProjectView, board: RefObject<HTMLElement | null>) {
  const plan = useDo('PATCH /projects/{id}/tasks/{ticketId}', { failed: 'Not moved', refresh: PROJECT_TOUCHED });
  const transition = useDo('POST /tickets/{idOrKey}/transitions', { failed: 'Not moved', refresh: PROJECT_TOUCHED });
  return (task: ProjectTask, lane: BoardLane) => {
    const onSuccess = () => {
      toast.done(`${task.key} is in ${lane.name} now`);
      requestAnimationFrame(() => board.current?.querySelector<HTMLElement>(`[data-card="${task.id}"]`)?.focus());
    };
    if (lane.tasks.some(({ id }) => id === task.id)) return;
    if (lane.status === undefined) {
      const body = { version: task.version, phaseId: lane.phaseId };
      plan.mutate({ params: { id: project.id, ticketId: task.id }, body }, { onSuccess });
    } else transition.mutate({ params: { idOrKey: task.id }, body: { to: lane.status } }, { onSuccess });
  };
}

type LaneProps = { lane: BoardLane; may: boolean; onDrop(id: string): void };

function Lane({ lane, may, onDrop }: LaneProps) {
  const [over, setOver] = useState(false);
  return (
    <div
      role="group"
      className="f-lane"
      aria-label={lane.name}
      data-lane={lane.key}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <h2>
        <bdi className="f-cut">{lane.name}</bdi>
        <span className="f-lane-count">{lane.tasks.length}</span>
      </h2>
      {lane.tasks.length === 0 ? (
        <p className="f-dim f-lane-empty">Nothing here</p>
      ) : (
        <ul>
          {lane.tasks.map((task) => (
            <li key={task.id}>
              <Card task={task} may={may} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const Card = ({ task, may }: { task: ProjectTask; may: boolean }) => (
  <Link
    to="/tickets/$key"
    params={{ key: task.key }}
    className="f-card"
    data-card={task.id}
    draggable={may}
    onDragStart={(event) => {
      event.dataTransfer.setData('text/plain', task.id);
      event.dataTransfer.effectAllowed = 'move';
    }}
  >
    <span className="f-card-line f-dim">
      <StatusIcon category={task.statusCategory} />
      <span>{task.key}</span>
      {task.late && <span className="f-project-late">Late</span>}
      {task.assignee && <Avatar name={task.assignee.name} label={task.assignee.name} />}
    </span>
    <bdi className="f-card-title">{task.title}</bdi>
    <span className="f-card-line f-dim">
      <span>{spanWords(task)}</span>
    </span>
    {task.blockedBy.length > 0 && (
      <span className="f-dim f-project-blocked" data-tip={blockedWords(task)}>
        Waits for {task.blockedBy.map(({ key }) => key).join(', ')}
      </span>
    )}
  </Link>
);
