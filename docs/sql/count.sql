-- GET /tickets/count?status=open

-- not kept prepared
select count(*)::int as count from (select from tickets t where t.is_open limit 1000) capped;
