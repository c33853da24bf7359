-- A refusal names the field by its index, so the index is called as the field is.
alter index fettle.tickets_external rename to tickets_external_ref;
