-- Mail to clients' people is worded when it is noted: in which language, and what stands below what was written.
alter table fettle.outgoing_mails add column language text, add column text_after text not null default '';
