-- What a mail server said when a mail of ours, which ours had taken, did not arrive.
alter table fettle.outgoing_mails add column bounced text not null default '';
