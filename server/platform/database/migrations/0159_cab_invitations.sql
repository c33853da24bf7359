-- Who was told of a meeting by mail, and as of which of its sequences, so that a calendar hears of each once.
create table fettle.cab_invitations (
  meeting_id uuid not null references fettle.cab_meetings (id),
  staff_id uuid not null references fettle.staff (id),
  sequence integer not null,
  -- Whether it was taken back since.
  withdrawn boolean not null default false,
  told_at timestamptz not null,
  primary key (meeting_id, staff_id)
);
create index cab_invitations_staff on fettle.cab_invitations (staff_id);
call private.protect('cab_invitations', 'global', 'select, insert, update');

-- A calendar that goes along with a mail as its invitation (RFC 6047).
alter table fettle.outgoing_mails add column calendar text;
