-- A simulation says what its draft would replace, as that was when it began. Those from before cannot say it and are thrown away:
-- they are made again by a press.
delete from fettle.sla_simulations;
alter table fettle.sla_simulations add column present jsonb not null;
