-- What was answered decides about the plan: tasks of a plan that is none any more go, as long as none of them was finished.
grant delete on fettle.fulfilment_tasks to fettle_app;
