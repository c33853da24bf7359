-- Mails by which a client's people prove their address: found by the address for the code, and used up together.
create index one_time_tokens_mail on fettle.one_time_tokens ((data ->> 'email')) where purpose = 'contact_mail';
