-- A mark-up of 1,000 per cent is allowed, and has a digit more than there was room for.
alter table fettle.expense_kinds alter column markup type numeric(8, 4);
alter table fettle.expenses alter column markup type numeric(8, 4);
