-- Who there is: organisations, their projects and keys, and what is still to be told of their changes.
-- Each number `version` counts the changes that a caller can see; it is the ETag.

-- an organisation is its own tenant: the column that row security compares is its id
create table organisation (
    organisation text        collate "C" primary key,
    name         text        not null,
    status       text        not null default 'active' check (status in ('active', 'suspended')),
    plan         text        not null,
    limits       jsonb       not null default '{}',
    settings     jsonb       not null default '{}',
    version      bigint      not null default 1,
    created_at   timestamptz not null,
    changed_at   timestamptz not null
);
create index organisation_created on organisation (created_at, organisation);

create table project (
    id           text        collate "C" primary key,
    organisation text        collate "C" not null references organisation,
    name         text        not null,
    limits       jsonb       not null default '{}',
    version      bigint      not null default 1,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    unique (organisation, id)
);
create index project_created on project (organisation, created_at, id);

-- of a key itself nobody keeps more than its hash, its first letters and its last four
create table api_key (
    id           text        collate "C" primary key,
    organisation text        collate "C" not null references organisation,
    project      text        collate "C" not null,
    hash         bytea       not null unique check (octet_length(hash) = 32),
    environment  text        not null check (environment in ('live', 'test')),
    name         text        not null,
    start        text        not null,
    last4        text        not null,
    scopes       text[]      not null,
    networks     text[]      not null default '{}',
    limits       jsonb       not null default '{}',
    expires_at   timestamptz,
    disabled_at  timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    created_by   text        not null,
    version      bigint      not null default 1,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    foreign key (organisation, project) references project (organisation, id)
);
create index api_key_created on api_key (organisation, created_at, id);
create index api_key_project on api_key (organisation, project);

-- which creation was asked for under which Idempotency-Key, and what came of it
create table creation (
    organisation text        collate "C" not null,
    caller       text        collate "C" not null,
    idempotency  text        collate "C" not null,
    print        bytea       not null,
    subject      text        not null,
    at           timestamptz not null,
    primary key (organisation, caller, idempotency)
);

-- what gateways and hosts have not been told of yet: they forget what they remember of a subject
create table feed (
    id           bigint      generated always as identity primary key,
    organisation text        collate "C" not null,
    kind         text        not null,
    subject      text        not null,
    at           timestamptz not null default now()
);

-- what operators have switched off for everybody: `provider:open-meteo`, `operation:weather/current`
create table switch (
    target       text        collate "C" primary key,
    reason       text        not null,
    switched_by  text        not null,
    switched_at  timestamptz not null
);

select tenant_table('organisation'), tenant_table('project'), tenant_table('api_key'), tenant_table('creation'),
    tenant_table('feed'), system_table('switch');
revoke delete on organisation from "${app}";
grant select, insert, update, delete on switch to "${app}";
