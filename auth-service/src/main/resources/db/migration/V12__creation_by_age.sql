-- Each creation forgets those of its organisation that are a day old: by age, not by reading all that it remembers.
create index creation_at on creation (organisation, at);
