-- What every network of the region needs before its first organisation, in production too: the 17 bodies of
-- Weser-Ems with their official municipality keys (AGS), and the specialties that departments are asked for.
insert into "county" ("ags", "name", "kind") values
  ('03401', 'Delmenhorst', 'city'),
  ('03402', 'Emden', 'city'),
  ('03403', 'Oldenburg (Stadt)', 'city'),
  ('03404', 'Osnabrück (Stadt)', 'city'),
  ('03405', 'Wilhelmshaven', 'city'),
  ('03451', 'Ammerland', 'district'),
  ('03452', 'Aurich', 'district'),
  ('03453', 'Cloppenburg', 'district'),
  ('03454', 'Emsland', 'district'),
  ('03455', 'Friesland', 'district'),
  ('03456', 'Grafschaft Bentheim', 'district'),
  ('03457', 'Leer', 'district'),
  ('03458', 'Oldenburg (Landkreis)', 'district'),
  ('03459', 'Osnabrück (Landkreis)', 'district'),
  ('03460', 'Vechta', 'district'),
  ('03461', 'Wesermarsch', 'district'),
  ('03462', 'Wittmund', 'district')
on conflict do nothing;

insert into "specialty" ("code", "ihe_code", "group_code", "name_de", "name_en") values
  ('cardiology', 'KARD', '28', 'Kardiologie', 'Cardiology'),
  ('neurology', 'NEUR', '53', 'Neurologie', 'Neurology'),
  ('geriatrics', 'GERI', '32', 'Geriatrie', 'Geriatrics'),
  ('dermatology', 'HAUT', '21', 'Dermatologie', 'Dermatology'),
  ('palliative', 'PALL', '01', 'Palliativmedizin', 'Palliative medicine'),
  ('trauma', 'UNFC', '10', 'Unfallchirurgie', 'Trauma surgery'),
  ('diabetology', 'ENDO', '23', 'Diabetologie', 'Diabetology'),
  ('wound', 'GFCH', '06', 'Wundversorgung', 'Wound care'),
  ('pneumology', 'PNEU', '30', 'Pneumologie', 'Pneumology'),
  ('psychiatry', 'PSYC', '58', 'Gerontopsychiatrie', 'Geriatric psychiatry')
on conflict do nothing;
