-- GET /tickets/:id/sla

-- ticket_by_id
select * from tickets where id = $1;

-- not kept prepared
select k.*, t.promise_id from ticket_clocks k join tickets t on t.client_id = k.client_id and t.id = k.ticket_id
    where k.client_id = $1 and k.ticket_id = $2 order by k.target;
