-- Who looks at a mailbox now: whoever lost it to another, because they were silent for too long, neither goes on nor notes anything.
alter table fettle.mailbox_access add column held_by uuid;
