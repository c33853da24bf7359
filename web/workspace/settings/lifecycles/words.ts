/** Who may take a step. */
export const ACTORS = { staff: 'staff', contact: 'the client', system: 'Fettle', key: 'programs' } as const;

const WORDS: Readonly<Record<string, string>> = {
  assigneeId: 'a person',
  teamId: 'a team',
  holdReason: 'what it waits for',
  holdUntil: 'until when',
  resolutionCode: 'how it was solved',
  resolutionNote: 'what was done',
  cause: 'the cause',
  duplicateOfId: 'which it duplicates',
  reason: 'a reason',
  categoryId: 'a category',
  serviceId: 'a service',
  requester: 'only its requester',
  somebody_assigned: 'only when somebody has it',
  hold_is_for_client: 'only while it waits for the client',
  within_reopen_window: 'only while it may be reopened',
  children_finished: 'only when its children are done',
  checklist_done: 'only when the checklist is done',
  approvals_given: 'only when what was asked for is approved',
  tasks_done: 'only when the tasks of its plan are done',
  work_not_begun: 'only while no task of its plan has begun',
  time_recorded: 'only when time is recorded',
  plans_written: 'only when its plans are written',
  risk_assessed: 'only when its risk is assessed',
  window_set: 'only when it has a window to come',
  no_collision: 'only when nothing stands against its window',
  in_window: 'only within its window and outside of freezes',
  authorised: 'only when it is authorised',
  decided_afterwards: 'only when it was decided about afterwards',
  template_in_force: 'only while its template is in force',
  work_finished: 'only when its tasks are done, or it failed',
  review_written: 'only when its review is written',
  workaround_told: 'only when its workaround is written, or that there is none',
  count_reopen: 'counts as reopened',
  clear_assignee: 'takes it from its person',
  assign_actor: 'goes to whoever takes the step',
};

/** A word of a lifecycle as people say it. */
export const wordsOf = (word: string): string => WORDS[word] ?? word.replaceAll('_', ' ');
