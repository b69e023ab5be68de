-- Facts that wait to be told. Written in the transaction that makes them true; a relay tells them in the order of
-- (xid, id), never past the oldest transaction that is still open: a slow one may yet commit rows with lower ids.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    organisation text        NOT NULL,
    topic        text        NOT NULL,
    content      text        NOT NULL,
    trace        text,
    at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (xid, id)
);
SELECT tenant_table('outbox');

-- Up to where they are told: one row.
CREATE TABLE outbox_cursor (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    xid xid8    NOT NULL,
    id  bigint  NOT NULL
);
INSERT INTO outbox_cursor (xid, id) VALUES ('0', 0);
SELECT system_table('outbox_cursor');
