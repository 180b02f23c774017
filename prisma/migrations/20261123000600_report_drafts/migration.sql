-- A draft of the report is the consulted department's own (policy "write"); the asking side sees final versions only.
drop policy read on report;
create policy read on report for select using (
  state = 'final' and exists (select 1 from consult_request r where r.id = request_id)
);
