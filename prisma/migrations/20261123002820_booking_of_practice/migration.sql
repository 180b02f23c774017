-- A practice's calendar feed is asked for every quarter of an hour, and reads its bookings from a month ago on.
create index "booking_organisation_id_start_at_idx" on "booking"("organisation_id", "start_at");
