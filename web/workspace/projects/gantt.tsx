import { type CSSProperties, useState } from 'react';
import type { ProjectTask, ProjectView } from '#shared/project.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { useNarrow } from '#web/ui/frame/use-narrow.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { useSize } from '#web/ui/table/use-size.ts';
import { shortDay } from '../billing/money.ts';
import { useMe } from '../session/me.ts';
import { type Arrow, type GanttLayout, layoutOf } from './gantt-layout.ts';
import { blockedWords, spanWords } from './words.ts';

type Props = { project: ProjectView; onTask(task: ProjectTask): void };

const PHONE = 760;
const ROW = 34;
/** Of the months, and of today below them. */
const HEAD = 46;
/** Of the column of names. */
const NAMES = 220;
/** Pixels of a day: a longer project is drawn smaller, a shorter one as wide as there is room, within reason. */
const widthOf = (days: number, room: number): number => {
  const least = days <= 45 ? 22 : days <= 120 ? 11 : 5;
  const all = Number.isFinite(room) ? Math.floor((room - NAMES) / days) : least;
  return Math.max(least, Math.min(all, MOST));
};
const MOST = 60;

/** The tasks on a timeline, with what comes after what, milestones and today; on a phone a list by day. */
export function Gantt({ project, onTask }: Props) {
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const narrow = useNarrow(PHONE);
  const layout = layoutOf(project, today);
  if (!layout)
    return (
      <EmptyState title="Nothing has days yet">
        Say on which days a task is done, and it stands on the timeline.
      </EmptyState>
    );
  if (narrow) return <ByDay project={project} onTask={onTask} />;
  return <Chart layout={layout} onTask={onTask} />;
}

function Chart({ layout, onTask }: { layout: GanttLayout; onTask(task: ProjectTask): void }) {
  const { language } = useReader();
  const { bars, arrows, marks, months, days, today } = layout;
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  const { width } = useSize(place);
  const day = widthOf(days, width);
  const named = format(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const height = HEAD + bars.length * ROW + (marks.length > 0 ? ROW : 0);
  const at = (row: number, from: number, length: number): CSSProperties => ({
    ...{ insetBlockStart: HEAD + row * ROW + 5, insetInlineStart: from * day, inlineSize: Math.max(length * day, 8) },
  });
  return (
    <Sideways label="Timeline">
      <div ref={setPlace} className="f-gantt" style={{ blockSize: height }}>
        <ul className="f-gantt-names" style={{ paddingBlockStart: HEAD }} aria-hidden="true">
          {bars.map(({ task }) => (
            <li key={task.id} style={{ blockSize: ROW }}>
              <bdi className="f-cut">{task.title}</bdi>
            </li>
          ))}
          {marks.length > 0 && <li style={{ blockSize: ROW }}>Milestones</li>}
        </ul>
        <div className="f-gantt-chart" style={{ inlineSize: days * day }}>
          {months.map(({ month, at: from, days: length }) => (
            <span
              key={month}
              className="f-gantt-month"
              style={{ insetInlineStart: from * day, inlineSize: length * day }}
            >
              {length * day > 80 && named.format(Date.parse(`${month}-01`))}
            </span>
          ))}
          <svg className="f-gantt-lines" width={days * day} height={height} aria-hidden="true">
            {arrows.map((arrow) => (
              <path key={arrow.id} d={pathOf(arrow, day)} markerEnd="url(#f-gantt-tip)" />
            ))}
            <defs>
              <marker
                id="f-gantt-tip"
                viewBox="0 0 6 6"
                refX="6"
                refY="3"
                markerWidth="6"
                markerHeight="6"
                orient="auto"
              >
                <path d="M0 0 6 3 0 6z" />
              </marker>
            </defs>
          </svg>
          <div className="f-gantt-today" style={{ insetInlineStart: (today + 0.5) * day }}>
            <span>Today</span>
          </div>
          {bars.map(({ task, row, from, days: length }) => (
            <button
              key={task.id}
              type="button"
              className="f-gantt-bar"
              style={at(row, from, length)}
              data-late={task.late || undefined}
              data-done={!task.isOpen || undefined}
              data-tip={`${task.title}: ${spanWords(task)}`}
              aria-label={sayTask(task)}
              onClick={() => onTask(task)}
            />
          ))}
          {marks.map(({ id, name, at: from, reached }) => (
            <span
              key={id}
              className="f-gantt-mark"
              style={at(bars.length, from, 1)}
              role="img"
              data-reached={reached || undefined}
              aria-label={`Milestone ${name}${reached ? ', reached' : ''}`}
              data-tip={name}
            />
          ))}
        </div>
      </div>
    </Sideways>
  );
}

/** From the end of one bar down or up to the beginning of the next, by right angles. */
function pathOf({ from, to }: Arrow, day: number): string {
  const middle = (row: number) => HEAD + row * ROW + ROW / 2;
  const [x, y] = [(from.from + from.days) * day, middle(from.row)];
  const [tipX, tipY] = [to.from * day, middle(to.row)];
  const out = x + 6;
  if (tipX >= out + 6) return `M${x} ${y}H${out}V${tipY}H${tipX}`;
  const between = y + (tipY > y ? ROW / 2 : -ROW / 2);
  return `M${x} ${y}H${out}V${between}H${tipX - 8}V${tipY}H${tipX}`;
}

const sayTask = (task: ProjectTask): string =>
  [
    `${task.key} ${task.title}, ${spanWords(task)}`,
    task.late ? 'late' : task.isOpen ? '' : 'done',
    blockedWords(task).replace(/^W/, 'w'),
  ]
    .filter(Boolean)
    .join(', ');

/** The same as a list, by the first day. */
function ByDay({ project, onTask }: Props) {
  const keys = new Map(project.items.map(({ id, key }) => [id, key]));
  const rows = [
    ...project.items.flatMap((task) => (task.starts === null ? [] : [{ day: task.starts, task, milestone: null }])),
    ...project.milestones.flatMap((milestone) =>
      milestone.due === null ? [] : [{ day: milestone.due, task: null, milestone }],
    ),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <ol className="f-gantt-list">
      {rows.map(({ task, milestone }) =>
        task ? (
          <li key={task.id} data-late={task.late || undefined} data-done={!task.isOpen || undefined}>
            <button type="button" onClick={() => onTask(task)}>
              {task.key} <bdi>{task.title}</bdi>
            </button>
            <div className="f-project-facts f-dim">
              <span>{spanWords(task)}</span>
              {task.late && <span className="f-project-late">Late</span>}
              {!task.isOpen && <span>Done</span>}
              {task.after.length > 0 && <span>after {task.after.map((id) => keys.get(id)).join(', ')}</span>}
            </div>
          </li>
        ) : (
          milestone && (
            <li key={milestone.id} data-milestone>
              <span>
                ◆ <bdi>{milestone.name}</bdi>
              </span>
              <div className="f-project-facts f-dim">
                <span>{milestone.due && shortDay(milestone.due)}</span>
                {milestone.reachedOn && <span>Reached</span>}
              </div>
            </li>
          )
        ),
      )}
    </ol>
  );
}
