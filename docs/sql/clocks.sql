-- GET /tickets/:id/sla

-- ticket_by_id
select * from tickets where id = $1;

-- not kept prepared
select * from ticket_clocks where client_id = $1 and ticket_id = $2 order by target;
