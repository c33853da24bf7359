import { AssignDialog } from './assign.tsx';
import { EscalateDialog } from './escalate.tsx';
import { MacroDialog } from './macro.tsx';
import { MajorDialog } from './major.tsx';
import { MoveDialog } from './move.tsx';
import { PageDialog } from './page.tsx';
import { PriorityDialog } from './priority.tsx';
import { ProblemDialog } from './problem.tsx';
import { SplitDialog } from './split.tsx';
import { StatusDialog } from './status.tsx';
import type { Asked } from './store.ts';
import { TagDialog } from './tag.tsx';
import { LinkDialog, MergeDialog, ParentDialog } from './together.tsx';

/** What an action needs to know before it is done. */
export function ActionDialogue({ action, targets, to, also = [] }: Asked) {
  const [first] = targets;
  if (!first) return null;
  if (action === 'assign') return <AssignDialog targets={targets} />;
  if (action === 'priority') return <PriorityDialog targets={targets} />;
  if (action === 'status') return <StatusDialog targets={targets} {...(to ? { to } : {})} />;
  if (action === 'resolve') return <StatusDialog targets={targets} to="resolved" />;
  if (action === 'merge') return <MergeDialog targets={targets} />;
  if (action === 'parent') return <ParentDialog targets={targets} />;
  if (action === 'escalate') return <EscalateDialog target={first} />;
  if (action === 'page') return <PageDialog target={first} />;
  if (action === 'link') return <LinkDialog target={first} />;
  if (action === 'macro') return <MacroDialog target={first} />;
  if (action === 'split') return <SplitDialog target={first} {...(to ? { messageId: to } : {})} />;
  if (action === 'problem')
    return <ProblemDialog targets={[...targets, ...also]} called={targets.length === 1 ? first.title : ''} />;
  if (action === 'major') return <MajorDialog targets={targets} />;
  if (action === 'move') return <MoveDialog target={first} />;
  return <TagDialog targets={targets} />;
}
