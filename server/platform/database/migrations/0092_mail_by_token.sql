-- Sending with the token of a mailbox that is signed in at its provider, instead of a password.
alter table fettle.mail_server add column mailbox_id uuid references fettle.mailboxes (id);
