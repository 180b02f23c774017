-- A function that runs as its owner looks names up in the schema of the application, and last among temporary tables,
-- which whoever is signed in to the database could make under any name.
alter function end_sessions_of_account() set search_path = public, pg_temp;
