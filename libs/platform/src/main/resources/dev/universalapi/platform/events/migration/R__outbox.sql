-- Facts that wait to be told. Written in the transaction that makes them true; a relay tells them in the order of
-- (xid, id), never past the oldest transaction that is still open: a slow one may yet commit rows with lower ids.
CREATE TABLE IF NOT EXISTS outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    organisation text        NOT NULL,
    topic        text        NOT NULL,
    content      text        NOT NULL,
    trace        text,
    at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (xid, id)
);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_organisation ON outbox;
CREATE POLICY of_organisation ON outbox
    USING (organisation = current_setting('app.organisation', true))
    WITH CHECK (organisation = current_setting('app.organisation', true));

-- Up to where they are told: one row.
CREATE TABLE IF NOT EXISTS outbox_cursor (
    only boolean PRIMARY KEY DEFAULT true CHECK (only),
    xid  xid8   NOT NULL,
    id   bigint NOT NULL
);
INSERT INTO outbox_cursor (xid, id) VALUES ('0', 0) ON CONFLICT DO NOTHING;
