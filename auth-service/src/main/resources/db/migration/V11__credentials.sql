-- What organisations bring of their own to providers. The values are sealed under a key of their own, that key under a
-- master key which is in no database; both are bound to the organisation and the provider.
create table credential (
    organisation text        collate "C" not null references organisation,
    provider     text        collate "C" not null,
    shown        jsonb       not null,
    precedence      text        not null check (precedence in ('before', 'after')),
    on_dead      text        not null check (on_dead in ('operator', 'fail')),
    master       text        collate "C" not null,
    wrapped      bytea       not null,
    content      bytea       not null,
    dead_since   timestamptz,
    verified_at  timestamptz,
    created_by   text        not null,
    version      bigint      not null default 1,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (organisation, provider)
);
create index credential_master on credential (master);
select tenant_table('credential');
