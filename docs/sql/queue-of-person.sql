-- GET /tickets?status=open&assigneeId=me

-- not kept prepared
select t.client_id, t.id, t.updated_at from tickets t where t.is_open and t.assignee_id = $1::uuid order by t.updated_at desc, t.id desc limit 51;
