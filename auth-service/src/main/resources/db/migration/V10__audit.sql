-- What was done to an organisation's security, each event hashed with the one before (SHA-256 of the hash before, a line
-- feed and the event). The canonical text is kept as it was hashed; what is looked for is derived from it, so that there
-- is nothing beside it that could say otherwise.
create table audit_event (
    organisation text   collate "C" not null,
    sequence     bigint not null,
    event        text   not null,
    previous     text   collate "C" not null,
    hash         text   collate "C" not null,
    id           text   collate "C" not null generated always as (event::jsonb ->> 'id') stored,
    at           text   collate "C" not null generated always as (event::jsonb ->> 'ts') stored,
    action       text   collate "C" not null generated always as (event::jsonb ->> 'action') stored,
    actor        text   collate "C" not null generated always as (event::jsonb -> 'actor' ->> 'id') stored,
    target       text   collate "C" not null generated always as (event::jsonb -> 'target' ->> 'id') stored,
    primary key (organisation, sequence),
    unique (organisation, id)
);
create index audit_event_at on audit_event (organisation, at);
create index audit_event_action on audit_event (organisation, action, sequence);
create index audit_event_actor on audit_event (organisation, actor, sequence);
create index audit_event_target on audit_event (organisation, target, sequence);

-- the end of each chain; who adds to a chain locks it
create table audit_head (
    organisation text   collate "C" primary key,
    sequence     bigint not null,
    hash         text   collate "C" not null
);

-- ends that were told to others, who can hold us to them
create table audit_anchor (
    organisation text   collate "C" not null,
    sequence     bigint not null,
    hash         text   collate "C" not null,
    at           timestamptz not null,
    primary key (organisation, sequence)
);

select tenant_table('audit_event'), tenant_table('audit_head'), tenant_table('audit_anchor');
revoke update, delete on audit_event, audit_anchor from "${app}", "${system}";
revoke delete on audit_head from "${app}", "${system}";

-- The owner as well may only add; and always: a session that switches triggers off does not switch these off.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: the audit log is only added to', tg_op, tg_table_name;
end $$;
create function refuse_return() returns trigger language plpgsql as $$
begin
    if new.organisation <> old.organisation or new.sequence <= old.sequence then
        raise exception 'the head of an audit log only moves on';
    end if;
    return new;
end $$;

create trigger only_added before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
create trigger only_added before update or delete or truncate on audit_anchor
    for each statement execute function refuse_change();
create trigger only_kept before delete or truncate on audit_head
    for each statement execute function refuse_change();
create trigger only_forward before update on audit_head
    for each row execute function refuse_return();
alter table audit_event enable always trigger only_added;
alter table audit_anchor enable always trigger only_added;
alter table audit_head enable always trigger only_kept;
alter table audit_head enable always trigger only_forward;
