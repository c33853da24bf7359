/** SQL over a change `c`: that an incident is known to have come of it. */
export const CAUSED = `exists (
  select from ticket_span_links x where x.whole_id = c.ticket_id and x.how = 'change')`;

/** Runs of late by which it is judged whether a change can be made a standard one. */
export const ENOUGH_RUNS = 10;

/** SQL over a model `m`: how many of its last changes have ended, and how many of these were successful and caused nothing. */
export const RUNS_OF_MODEL = `
select count(*)::int as runs, count(*) filter (where late.clean)::int as clean from (
  select c.outcome = 'successful' and not ${CAUSED} as clean from changes c
  where c.model_id = m.id and c.outcome is not null order by c.outcome_at desc limit ${ENOUGH_RUNS}) late`;
