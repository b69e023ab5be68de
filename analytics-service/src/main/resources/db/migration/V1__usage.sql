-- What was used, by whom, and what it came to.
-- A series is everything that usage is told apart by; raw usage and rollups name it by its number, so that their rows
-- stay small and reports add numbers before they look at words.

create table series (
    id           bigint generated always as identity primary key,
    organisation text    collate "C" not null,
    key          text    collate "C" not null,
    category     text    collate "C" not null,
    operation    text    collate "C" not null,
    provider     text    collate "C" not null,
    outcome      text    collate "C" not null,
    cached       boolean not null,
    unique (organisation, key, category, operation, provider, outcome, cached)
);

-- how often series were removed; who remembers their numbers looks here whether all of them are still there
create sequence series_removal;
select nextval('series_removal');
grant usage, select on series_removal to "${system}";

-- every usage event once; its identity is (source, event) and holds in its day
create table usage (
    day            date     not null,
    source         text     collate "C" not null,
    event          text     collate "C" not null,
    organisation   text     collate "C" not null,
    series         bigint   not null,
    attempt        smallint not null,
    settles        boolean  not null,
    units          bigint   not null,
    unit           text     collate "C" not null,
    cost           numeric  not null,
    latency_millis bigint   not null,
    at             timestamptz not null,
    primary key (day, source, event)
) partition by range (day);
create index usage_requests on usage (organisation, at desc, event desc) where settles;
-- finds the usage of an hour, and costs next to nothing: usage comes about in the order in which it happens
create index usage_at on usage using brin (at) with (pages_per_range = 32, autosummarize = on);

-- what has always the same length comes first, so that reports find it without looking at what comes before
create table usage_minute (
    bucket       timestamptz not null,
    series       bigint      not null,
    events       bigint      not null,
    requests     bigint      not null,
    attempts     bigint      not null,
    units        bigint      not null,
    organisation text        collate "C" not null,
    cost         numeric     not null,
    latency      bytea       storage plain not null,
    primary key (organisation, bucket, series)
) partition by range (bucket);
create table usage_hour (like usage_minute including all) partition by range (bucket);
create table usage_day (like usage_minute including all) partition by range (bucket);

-- which numbers of a producer were counted; what is missing below the highest is a gap
create table producer (
    source   text collate "C" not null,
    producer text collate "C" not null,
    seen     int8multirange not null,
    since    timestamptz not null,
    latest   timestamptz not null,
    primary key (source, producer)
);

select tenant_table('series'), tenant_table('usage'), tenant_table('usage_minute'), tenant_table('usage_hour'),
    tenant_table('usage_day'), system_table('producer');
-- who answers requests only reads
revoke insert, update, delete on series, usage, usage_minute, usage_hour, usage_day from "${app}";

-- Partitions belong to the owner of their table, and those who write do not own it.
-- named after the first day of what is in it: usage_minute_20260131
create function make_partition(parent text, first date, after date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    child text := parent || '_' || to_char(first, 'YYYYMMDD');
begin
    if parent not in ('usage', 'usage_minute', 'usage_hour', 'usage_day') then
        raise exception 'no table of usage: %', parent;
    end if;
    if to_regclass(child) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(child, 0));
    -- a name that was not there is remembered so while one waits for who makes it: look it up as a row
    if exists (select from pg_class where relname = child and relnamespace = 'public'::regnamespace) then
        return;
    end if;
    if parent = 'usage' then
        execute format('create table %I partition of %I for values from (%L) to (%L)', child, parent, first, after);
    else
        -- counters change with every batch: room for it beside them
        execute format('create table %I partition of %I for values from (%L) to (%L) with (fillfactor = 60)',
            child, parent, first::timestamp at time zone 'UTC', after::timestamp at time zone 'UTC');
    end if;
    perform tenant_partition(child::regclass);
end $$;

create function drop_partition(child text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if child !~ '^usage(_minute|_hour|_day)?_[0-9]{8}$' then
        raise exception 'no partition of usage: %', child;
    end if;
    execute format('drop table if exists %I', child);
end $$;

revoke all on function make_partition(text, date, date), drop_partition(text) from public;
grant execute on function make_partition(text, date, date), drop_partition(text) to "${system}";
