-- Mail is listed by when it came or was written, and a report of what came back names a mail of ours by its identifier: each read all mail
-- there is from end to end.
create index outgoing_mails_newest on fettle.outgoing_mails (created_at desc, id desc);
create index outgoing_mails_message on fettle.outgoing_mails (message_id) where message_id is not null;

-- What was sent is most of it, and the newest first finds it; the index of states holds the rest.
drop index fettle.outgoing_mails_state;
create index outgoing_mails_state on fettle.outgoing_mails (state, created_at desc, id desc)
  where state in ('queued', 'sending', 'failed', 'given_up');

-- What became of mail that became no ticket and no reply is rare, and asked for as such.
create index incoming_mails_outcome on fettle.incoming_mails (outcome, received_at desc, id desc)
  where outcome in ('note', 'filed', 'held', 'bounce', 'duplicate', 'rejected');
