-- The day list of a specialist shows the reports that are owed, the oldest first.
create index consult_request_owed on consult_request (provider_practitioner_id, consulted_at) where status = 'consulted';
